import type { Span } from '../../../domain/span.ts'
import type { SourceText } from '../../../domain/source-text.ts'
import type { Strand } from '../../../domain/strand.ts'
import type { DocumentReading, ReadingIssue, ReadTable } from '../model.ts'

/** Text that went nowhere becomes an issue: nothing of a document is dropped in silence. */
export function unread(
  source: SourceText,
  reading: Omit<DocumentReading, 'issues'>,
  labels: readonly Strand[],
  issues: readonly ReadingIssue[],
): ReadingIssue[] {
  const read = new Uint8Array(source.text.length)
  const mark = (spans: readonly (readonly [number, number])[]): void => {
    for (const [start, end] of spans) read.fill(1, start, end)
  }
  const marks = (strands: readonly Strand[]): void => strands.forEach((strand) => mark(strand.at()))
  for (const spans of Object.values(reading.head.at)) mark(spans)
  for (const value of [
    ...reading.basis,
    ...reading.clauses,
    ...reading.footnotes,
    ...reading.recipients,
    ...issues,
  ])
    mark(value.at)
  marks(reading.opening)
  marks(labels)
  for (const table of [...reading.tables, ...reading.clauses.flatMap((clause) => clause.tables)])
    marks(cellsOf(table))
  return gaps(source, read).map(([start, end]) => ({
    code: 'unread',
    found: source.text.slice(start, end),
    suggest: null,
    at: [[start, end]],
  }))
}

const cellsOf = (table: ReadTable): Strand[] => [
  ...table.header,
  ...table.rows.flatMap((row) => (row.group ? [row.group, ...row.cells] : row.cells)),
]

/** Runs of at least three letters in a row, within one block, that nothing took. */
function gaps(source: SourceText, read: Uint8Array): Span[] {
  const found: Span[] = []
  for (const match of source.text.matchAll(/\S+(?:[^\S\n]+\S+)*/g)) {
    let from = -1
    for (let at = match.index; at <= match.index + match[0].length; at++) {
      const open = at < match.index + match[0].length && read[at] === 0
      if (open && from < 0) from = at
      if (!open && from >= 0) {
        const text = source.text.slice(from, at)
        if (/\p{L}{3}/u.test(text)) found.push([from, at])
        from = -1
      }
    }
  }
  return found
}
