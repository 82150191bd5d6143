/** Rhymes of Vietnamese without their tones, as they are written; `ă â ê ô ơ ư` are letters of their own. */
const rhymes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
   i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uyn uynh uyt uyu
   ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
   y yêm yên yêng yêt yêu ynh`.split(/\s+/),
)
const onset = /^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?(.*)$/
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * Whether a word can be Vietnamese: an onset, a rhyme, at most one tone, and before a final c, ch, p or t only the
 * two tones that can stand there. It says nothing about whether the word exists.
 */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD')
  const marks = apart.match(tones) ?? []
  if (marks.length > 1) return false
  const bare = apart.replaceAll(tones, '').normalize('NFC')
  const [, first = '', rest = ''] = onset.exec(bare) ?? []
  const rhyme = first === 'gi' && rest === '' ? 'i' : rest
  const fits = rhymes.has(rhyme) || (first === 'gi' && rhymes.has(`i${rest}`))
  if (!fits) return false
  return !/(c|ch|p|t)$/.test(rhyme) || (marks[0] !== undefined && '\u0301\u0323'.includes(marks[0]))
}
