import type { Language } from '../../../domain/fault.ts'
import { formatNumber } from '../../../ui/format.ts'
import type { PublishedValue } from '../model/published.ts'

type Amount = Pick<PublishedValue, 'comparator' | 'value'>

const comparators = {
  vi: { '>=': 'tối thiểu', '>': 'trên', '~': 'khoảng', '<=': 'tối đa', '<': 'dưới', '=': '' },
  en: { '>=': 'at least', '>': 'over', '~': 'about', '<=': 'at most', '<': 'under', '=': '' },
} as const

const wholes = {
  vi: {
    universal: 'phổ cập (chưa có định nghĩa)',
    all: (name: string) => `đạt đô thị loại ${name}`,
    some: (name: string) => `đạt một số tiêu chí đô thị loại ${name}`,
  },
  en: {
    universal: 'universal (not defined)',
    all: (name: string) => `meets class ${name}`,
    some: (name: string) => `meets some criteria of class ${name}`,
  },
} as const

/** A target's value in words: the comparator is said, never left to a sign or a colour. */
export function valueWords(amount: Amount, unit: string | null, language: Language): string {
  const { comparator, value } = amount
  if (comparator === 'universal' || value === null) return wholes[language].universal
  if (typeof value !== 'number') return wholes[language][value.part](value.class)
  const said = comparator === 'meets' ? '' : comparators[language][comparator]
  const number = formatNumber(value, language)
  // "60%" is written together, every other unit apart, so that no line breaks between them.
  const measured = unit === null ? number : unit === '%' ? `${number}%` : `${number}\u00a0${unit}`
  return said === '' ? measured : `${said} ${measured}`
}
