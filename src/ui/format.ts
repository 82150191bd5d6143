import type { Language } from '../domain/fault.ts'

const numbers = (locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 10 })
// Made once: making one takes longer than the table row that it is used in.
const formats = { vi: numbers('vi-VN'), en: numbers('en-GB') } as const

/** A number as the reader writes it: `1.234,5` in Vietnamese. Up to ten decimals, none added. */
export function formatNumber(value: number, language: Language): string {
  return formats[language].format(value)
}

/** An ISO day as `dd/mm/yyyy`, the same in both languages, so that nobody reads a month for a day. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}
