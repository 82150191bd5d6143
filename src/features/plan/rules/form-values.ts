import type { Target, TargetValue } from '../model.ts'

export type Amount = Pick<TargetValue, 'year' | 'comparator' | 'value'>

export { dayText, parseDayText } from '../../../domain/day-text.ts'

export function parseYear(text: string): number | null {
  return /^(19|20)\d{2}$/.test(text) ? Number(text) : null
}

const parts = { all: 'toàn bộ', some: 'một số tiêu chí' } as const

/** `10,94`; a class of town as `loại IV: toàn bộ`. */
export function amountText(value: Target['values'][number]['value']): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  return `loại ${value.class}: ${parts[value.part]}`
}

/** `1.234,5` as an office writes numbers, and classes as `amountText` shows them. */
export function parseAmount(text: string): TargetValue['value'] {
  const number = /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.exec(text)
  if (number) return Number(text.replaceAll('.', '').replace(',', '.'))
  const level = /^loại\s+(đặc biệt|[IV]{1,3})\s*(?::\s*(.+))?$/iu.exec(text)
  if (!level?.[1]) return null
  const part =
    level[2] === undefined || level[2] === parts.all ? 'all' : level[2] === parts.some ? 'some' : null
  const name = /đặc biệt/iu.test(level[1]) ? 'đặc biệt' : level[1].toUpperCase()
  return part && { class: name, part }
}
