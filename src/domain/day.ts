/** A calendar day in Asia/Ho_Chi_Minh, ISO 8601 (`2026-11-22`). Ends of valid time are exclusive. */
export type Day = string & { readonly __day: unique symbol }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day as written, or null where there is no such day ("2026-02-30"). */
export function parseDay(text: string): Day | null {
  const found = pattern.exec(text)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return day >= 1 && day <= daysInMonth(year, month) ? (text as Day) : null
}

/** A day from its numbers, month 1–12; null where there is no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

export function daysInMonth(year: number, month: number): number {
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10) as Day
}

/** The day in Việt Nam (UTC+7 the whole year) at an instant. */
export function dayAt(instant: Date): Day {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as Day
}
