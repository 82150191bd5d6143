/** Marks of tone; a syllable has one at most, and a vowel's own hat or horn is none. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

const nuclei =
  'a ă â e ê i o ô ơ u ư y ia iê ya yê oa oă oe oo ua uâ uê uô uơ uy uya uyê ưa ươ ai ao au ay âu ây eo êu iu iêu yêu oi ôi ơi oai oay oao oeo ui ưi uôi ươi ưu ươu uây uyu'
const syllable = new RegExp(
  `^(ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?(${nuclei.split(' ').join('|')})(ch|ng|nh|[cmnpt])?$`,
)

export function isSyllable(word: string): boolean {
  const parts = word.toLocaleLowerCase('vi').normalize('NFD')
  if ((parts.match(tones)?.length ?? 0) > 1) return false
  return syllable.test(parts.replaceAll(tones, '').normalize('NFC'))
}

/** How many of the words with a letter beyond ASCII can be Vietnamese, and how many such words there are. */
export function vietnameseShare(text: string): { readonly share: number; readonly words: number } {
  const found =
    text
      .slice(0, 400_000)
      .normalize('NFC')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  const words = [...new Set(found)].filter((word) => /[^a-z]/i.test(word))
  return { share: words.filter(isSyllable).length / Math.max(1, words.length), words: words.length }
}
