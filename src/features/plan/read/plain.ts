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

const oldTones: readonly (readonly [string, string])[] = [
  'oà òa',
  'oá óa',
  'oả ỏa',
  'oã õa',
  'oạ ọa',
  'uỳ ùy',
  'uý úy',
  'uỷ ủy',
  'uỹ ũy',
  'uỵ ụy',
  'oè òe',
  'oé óe',
  'oẻ ỏe',
  'oẽ õe',
  'oẹ ọe',
].map((pair) => pair.split(' ') as [string, string])
const oldTone = new Map(oldTones)
// Only at the end of a syllable: "đoàn" and "quý" are written one way by all.
const oldTonePattern = new RegExp(`(?<!q)(?:${oldTones.map(([old]) => old).join('|')})(?!\\p{L})`, 'gu')

/** Lower case with one way of placing tones (hoà as hòa, uỷ as ủy), **as long as the text itself**. */
export function spelled(text: string): string {
  return text.toLowerCase().replaceAll(oldTonePattern, (old) => oldTone.get(old) ?? old)
}
