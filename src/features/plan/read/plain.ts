/** First letter of each composed character's decomposition, in lower case; đ is not decomposable. */
const base: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0x1f00 - 0xc0 }, (_, i) => String.fromCharCode(0xc0 + i)).flatMap((char) => {
    const plain = char === 'đ' || char === 'Đ' ? 'd' : (char.normalize('NFD')[0] ?? char).toLowerCase()
    return plain.length === 1 && plain !== char ? [[char, plain] as const] : []
  }),
)

/**
 * Lower case without tone and vowel marks, **as long as the text itself**, so that a place found in it is a
 * place in the text. `fold` of the domain is for keys; this is for matching set words in Ủy/Uỷ, hoá/hóa and
 * scanned spellings alike.
 */
export function plain(text: string): string {
  let out = ''
  for (const char of text) {
    const lower = base.get(char) ?? char.toLowerCase()
    out += lower.length === char.length ? lower : char
  }
  return out
}

/** The content words of a phrase for comparing two wordings of one thing. */
export function words(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
