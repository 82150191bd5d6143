import type { Language } from '../../../domain/fault.ts'
import { formatNumber } from '../../../ui/format.ts'
import type { PublishedValue } from '../model/published.ts'

type Amount = Pick<PublishedValue, 'comparator' | 'value'>

const comparators = {
  vi: { '>=': 'tối thiểu', '>': 'trên', '~': 'khoảng', '<=': 'tối đa', '<': 'dưới' },
  en: { '>=': 'at least', '>': 'over', '~': 'about', '<=': 'at most', '<': 'under' },
} as const

const wholes = {
  vi: {
    universal: 'phổ cập (chưa có định nghĩa)',
    unknown: 'chưa nêu giá trị',
    all: (name: string) => `đạt chuẩn đô thị loại ${name}`,
    some: (name: string) => `đạt một số tiêu chí đô thị loại ${name}`,
  },
  en: {
    universal: 'universal (not defined)',
    unknown: 'no value stated',
    all: (name: string) => `meets the standard of a class ${name} town`,
    some: (name: string) => `meets some criteria of a class ${name} town`,
  },
} as const

/** A target's value in words: the comparator is said, never left to a sign or a colour. */
export function valueWords(amount: Amount, unit: string | null, language: Language): string {
  if (amount.comparator === 'universal') return wholes[language].universal
  if (amount.value === null) return wholes[language].unknown
  if (typeof amount.value !== 'number') return wholes[language][amount.value.part](amount.value.class)
  const said = comparatorWord(amount.comparator, language)
  const measured = measure(amount.value, unit, language)
  return said === '' ? measured : `${said} ${measured}`
}

/** How a number is meant; empty where it is meant as it stands. */
export function comparatorWord(comparator: Amount['comparator'], language: Language): string {
  if (comparator === '=' || comparator === 'meets' || comparator === 'universal') return ''
  return comparators[language][comparator]
}

/** "60%" is written together, every other unit apart, so that no line breaks between them. */
function measure(value: number, unit: string | null, language: Language): string {
  const number = formatNumber(value, language)
  if (unit === null) return number
  return unit === '%' ? `${number}%` : `${number}\u00a0${unit}`
}
