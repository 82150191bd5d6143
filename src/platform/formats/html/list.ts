import { formatNumber } from '../docx/number-format.ts'
import type { Xml } from '../xml.ts'
import { declared } from './style.ts'

const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
}

/** Writes the marks of a list's items as a browser draws them. */
export function listMarks(list: Xml): (item: Xml) => string {
  const items = list.children.filter((part) => typeof part !== 'string' && part.name === 'li').length
  const step = list.attributes['reversed'] === undefined ? 1 : -1
  let next = whole(list.attributes['start']) ?? (step < 0 ? items : 1)
  return (item) => {
    const value = whole(item.attributes['value']) ?? next
    next = value + step
    const style = styleOf(item) ?? styleOf(list)
    if (style === 'none') return ''
    if (list.name !== 'ol' && !style) return '• '
    const format = formats[style ?? item.attributes['type'] ?? list.attributes['type'] ?? '1']
    if (format !== undefined && (list.name === 'ol' || style)) return `${formatNumber(value, format)}. `
    return style?.startsWith('"') ? `${style.replaceAll('"', '').trim()} ` : '• '
  }
}

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : undefined

const styleOf = (node: Xml): string | undefined =>
  declared(node, 'list-style-type') ?? declared(node, 'list-style')?.split(/\s+/)[0]
