/** A place in a source text: `[start, end)` in UTF-16 units of its NFC form. */
export type Span = readonly [start: number, end: number]
