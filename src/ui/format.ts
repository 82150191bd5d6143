import type { Language } from '../domain/fault.ts'

const locales = { vi: 'vi-VN', en: 'en-GB' } as const

/** A number as the reader writes it: `1.234,5` in Vietnamese. Up to ten decimals, none added. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 10 }).format(value)
}

/** An ISO day as `dd/mm/yyyy`, the same in both languages, so that nobody reads a month for a day. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}
