const raised: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '(': '⁽',
  ')': '⁾',
  '+': '⁺',
  '-': '⁻',
}

/** Raised text that is a number (`2`, `(1)`) with Unicode's own raised signs; other raised text as it is. */
export function superscript(text: string): string {
  if (!/^[\d()+\-\s,⁽⁾⁰¹²³⁴-⁹]*$/.test(text) || !/[\d¹²³⁰⁴-⁹]/.test(text)) return text
  return text.replaceAll(/./gs, (sign) => raised[sign] ?? sign)
}

/** The mark of a footnote in running text. */
export const noteMark = (n: number): string => superscript(`(${n})`)

/** Typists put brackets round the mark that Word makes: `(⁽¹⁾)` is one mark. */
export const oneBracket = (text: string): string => text.replaceAll(/[(⁽]\s*(⁽[⁰¹²³⁴-⁹]+⁾)\s*[)⁾]/g, '$1')

/** A note's own first words without its mark, which `note` holds. */
export const withoutMark = (text: string): string =>
  text.replace(/^\s*[(⁽]?\s*⁽[⁰¹²³⁴-⁹]+⁾\s*[)⁾]?[.:]?\s*/, '')
