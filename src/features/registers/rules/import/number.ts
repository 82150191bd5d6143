import { dayOf, parseDay, type Day } from '../../../../domain/day.ts'

/** How a number may be read; two readings where the mark may stand for decimals or thousands. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'two'; readonly decimal: number; readonly thousands: number }
  | { readonly kind: 'none' }

const none: NumberReading = { kind: 'none' }

/**
 * A number as people write it: `1.234,5` as in Việt Nam, `1,234.5` as programs do, a unit behind it. `1.234` may be
 * either; `vietnamese` says what the other cells of the column show.
 */
export function readNumber(text: string, vietnamese: boolean | null = null): NumberReading {
  const bare = text
    .normalize('NFC')
    .trim()
    .replace(/\s*(m2|m²|ha|m|%|người|tầng|lần|km2|km²)$/iu, '')
    .replaceAll(/[\s\u00A0\u202F']/g, '')
  if (/^[+-]?\d+$/.test(bare) || /^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(bare)) return finite(Number(bare))
  const found = /^([+-]?)([\d.,]+)$/.exec(bare)
  if (!found) return none
  const [, sign = '', digits = ''] = found
  const marks = digits.replaceAll(/\d/g, '')
  const value = (decimalMark: string) => {
    const [thousandsMark] = decimalMark === ',' ? ['.'] : [',']
    const grouped = new RegExp(
      `^\\d{1,3}(\\${thousandsMark}\\d{3})*(\\${decimalMark}\\d+)?$|^\\d*\\${decimalMark}\\d+$`,
    )
    if (!grouped.test(digits)) return null
    return Number(sign + digits.replaceAll(thousandsMark, '').replace(decimalMark, '.'))
  }
  const [comma, dot] = [value(','), value('.')]
  if (comma === null || dot === null || comma === dot) return finite(comma ?? dot)
  // One mark before three digits: 1.234 or 1,234.
  if (vietnamese !== null) return finite(vietnamese ? comma : dot)
  const asDecimal = marks === ',' ? comma : dot
  return { kind: 'two', decimal: asDecimal, thousands: asDecimal === comma ? dot : comma }
}

const finite = (value: number | null): NumberReading =>
  value !== null && Number.isFinite(value) ? { kind: 'number', value } : none

/**
 * Whether a column writes decimals with a comma: told by a cell that can be read in one way only; null where none
 * can, and where cells contradict each other.
 */
export function commaDecimals(cells: Iterable<string>): boolean | null {
  let [comma, dot] = [false, false]
  for (const cell of cells) {
    const digits = cell.replaceAll(/[^\d.,]/g, '')
    if (!/[.,]/.test(digits) || readNumber(cell).kind !== 'number') continue
    const last = digits.match(/[.,](?=\d*$)/)?.[0]
    const repeated = last !== undefined && digits.split(last).length > 2
    const isComma = repeated ? last === '.' : last === ','
    if (isComma) comma = true
    else dot = true
  }
  return comma === dot ? null : comma
}

/** `15/12/2021`, `2021-12-15`, `20211215`, `15.12.2021`: day first, as in Việt Nam. Null where there is no such day. */
export function readDay(text: string): Day | null {
  const iso = parseDay(text.trim().slice(0, 10))
  if (iso) return iso
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? []
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day))
  const [, y, m, d] = /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(text) ?? []
  return y === undefined ? null : dayOf(Number(y), Number(m), Number(d))
}

export function readBoolean(text: string): boolean | null {
  const word = text.normalize('NFC').trim().toLowerCase()
  if (/^(1|true|yes|y|có|co|x|đúng|dung)$/.test(word)) return true
  return /^(0|false|no|n|không|khong|sai)$/.test(word) ? false : null
}
