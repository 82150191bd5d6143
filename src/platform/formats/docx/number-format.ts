const roman: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** A number in one of Word's formats (ISO 29500-1, 17.18.59); one that is not known here is shown as digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return toRoman(value)
    case 'lowerRoman':
      return toRoman(value).toLowerCase()
    case 'upperLetter':
      return toLetters(value)
    case 'lowerLetter':
      return toLetters(value).toLowerCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(value)
  }
}

export function toRoman(value: number): string {
  if (value < 1 || value > 32_767) return String(value)
  let rest = value
  let text = ''
  for (const [size, sign] of roman) for (; rest >= size; rest -= size) text += sign
  return text
}

/** Word goes on after Z with AA, BB, CC. */
export function toLetters(value: number): string {
  if (value < 1 || value > 26 * 30) return String(value)
  const sign = String.fromCharCode(65 + ((value - 1) % 26))
  return sign.repeat(Math.ceil(value / 26))
}

/** Signs that Symbol and Wingdings draw at private code points. */
const symbols: Readonly<Record<string, string>> = {
  '\uF02D': '-',
  '\uF02B': '+',
  '\uF0B0': '°',
  '\uF0B1': '±',
  '\uF0B2': '″',
  '\uF0B3': '≥',
  '\uF0A3': '≤',
  '\uF0B4': '×',
  '\uF0AE': '→',
  '\uF0E0': '→',
  '\uF0FC': '✓',
  '\uF06F': '□',
  '\uF0A8': '□',
}

/** Writes what a symbol font draws; a sign that is not known here was a bullet nearly always. */
export const withSymbols = (text: string): string =>
  text.replaceAll(/[\uE000-\uF8FF]/g, (sign) => symbols[sign] ?? '•')

export const bulletSign = (text: string): string => withSymbols(text).trim()
