import type { DecimalMark } from './model.ts'

/** A cell: numbers of a workbook are numbers already, the rest is as it was typed. */
export type TableCell = string | number | null

const blanks = /[\s\u00A0\u2007-\u200A\u202F']/g
const unit = /(?<=\d) ?(m|mét|met|°|độ)$/i

/**
 * A number as it was meant under one decimal mark, the other one parting thousands; undefined where it was not written
 * so. `1.234,5` is a number only with `,`, and `578424.605` only with `.`: six digits stand in no group.
 */
export function readNumber(cell: TableCell, mark: DecimalMark): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined
  const text = (cell ?? '').trim().replaceAll('−', '-').replaceAll(blanks, ' ').replace(unit, '')
  const [decimal, group] = mark === ',' ? [',', '\\.'] : ['\\.', ',']
  const plain = new RegExp(`^[+-]?(\\d+|\\d{1,3}(${group}\\d{3})+|\\d{1,3}( \\d{3})+)(${decimal}\\d+)?$`)
  if (!plain.test(text)) return undefined
  const other = mark === ',' ? '.' : ','
  const number = Number(text.replaceAll(other, '').replaceAll(' ', '').replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}

/** Whose letters stand beside an angle: N is Nam, south, in Vietnamese, and north in English. */
export type Compass = 'vi' | 'en'

const signs: Readonly<Record<Compass, Readonly<Record<string, 1 | -1>>>> = {
  vi: { B: 1, Đ: 1, D: 1, N: -1, T: -1 },
  en: { N: 1, E: 1, S: -1, W: -1 },
}

/** Which language the letters of all angles together show; undefined where they could be either. */
export function compassOf(cells: readonly TableCell[]): Compass | undefined {
  const letters = new Set(cells.flatMap((cell) => letterOf(cell) ?? []))
  const has = (all: string) => Array.from(all).some((letter) => letters.has(letter))
  if (has('BĐDT')) return has('ESW') ? undefined : 'vi'
  return has('ESW') ? 'en' : undefined
}

/** The letter of a quarter before or after an angle, if there is one. */
export function letterOf(cell: TableCell): string | undefined {
  if (typeof cell !== 'string') return undefined
  const found = /^\s*([NSEWBĐDT])(?=[\s\d])|[\s\d°'"′″”’]([NSEWBĐDT])\s*$/u.exec(cell)
  return found?.[1] ?? found?.[2]
}

const number = String.raw`(\d+(?:[.,]\d+)?)`
const sexagesimal = new RegExp(
  `^([+-]?)(\\d{1,3})\\s*(?:°|º|˚|d|độ|:|-| )\\s*${number}(?:\\s*(?:'|′|’|‘|m|phút|:|-| )\\s*(?:${number}\\s*(?:"|″|”|“|''|′′|’’|s|giây)?)?)?$`,
  'iu',
)

/**
 * An angle in degrees: 14°48′12,3″, 14 48 12.3, 14d48m12s, 14°48,2', or decimal under the mark. Undefined where minutes
 * or seconds reach sixty, or a letter says something that cannot be told.
 */
export function readAngle(cell: TableCell, mark: DecimalMark, compass?: Compass): number | undefined {
  if (typeof cell === 'number') return readNumber(cell, mark)
  const letter = letterOf(cell)
  const sign = letter === undefined ? 1 : compass && signs[compass][letter]
  if (sign === undefined) return undefined
  const text = (cell ?? '').replace(/^\s*[NSEWBĐDT]|[NSEWBĐDT]\s*$/gu, '').trim()
  const parts = sexagesimal.exec(text.replaceAll(/[\u00A0\s]+/g, ' ').replaceAll('−', '-'))
  const value = parts ? fromParts(parts) : readNumber(text, mark)
  return value === undefined ? undefined : sign * value
}

/** Whether a cell is an angle in degrees and minutes, and so no plain number. */
export function isSexagesimal(cell: TableCell): boolean {
  if (typeof cell !== 'string' || !/[°º˚d:'′’ -]/iu.test(cell.trim())) return false
  return readNumber(cell, ',') === undefined && readNumber(cell, '.') === undefined
    ? readAngle(cell, '.', 'vi') !== undefined || readAngle(cell, '.', 'en') !== undefined
    : false
}

function fromParts([, minus, degrees, minutes = '', seconds]: RegExpExecArray): number | undefined {
  const [m, s] = [minutes, seconds ?? '0'].map((part) => Number(part.replace(',', '.')))
  // A fraction of a minute leaves no room for seconds.
  const both = /[.,]/.test(minutes) && seconds !== undefined
  if (both || m === undefined || s === undefined || m >= 60 || s >= 60) return undefined
  const value = Number(degrees) + m / 60 + s / 3600
  return minus === '-' ? -value : value
}
