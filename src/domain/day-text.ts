import { dayOf, parseDay, type Day } from './day.ts'

/** A day as an office writes it, 12/08/2022. */
export function dayText(day: string | null): string | null {
  return day === null ? null : day.split('-').reverse().join('/')
}

/** The day that an office wrote; ISO days are read too, since browsers and programs write them. */
export function parseDayText(text: string): Day | null {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  return written ? dayOf(Number(written[3]), Number(written[2]), Number(written[1])) : parseDay(text)
}
