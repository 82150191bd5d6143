import { z } from 'zod'
import { addDays, type Day } from '../../../domain/day.ts'
import type { Law, Use } from '../model.ts'
import { tableAt, valueOf } from './at.ts'

export interface DayOfWork {
  readonly works: boolean
  /** The holiday, or the exchange by which a weekly day of rest is worked; null on ordinary days. */
  readonly name: { readonly vi: string; readonly en: string } | null
}

/** Which days the state's offices work; each day by the law in force on that very day. */
export interface Calendar {
  on(day: Day): DayOfWork
  /** What of the law was used so far. */
  uses(): readonly Use[]
}

const words = z.object({ vi: z.string(), en: z.string() })
const restRow = z.object({ weekday: z.number() })
const dayRow = z.object({ day: z.string(), kind: z.enum(['off', 'make-up']), name: words })

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

export function calendarOf(law: Law, known?: Day): Calendar {
  const uses = new Map<string, Use>()
  const years = new Map<string, ReturnType<typeof readYear>>()
  const readYear = (on: Day) => {
    const rest = tableAt(law, 'holidays/weekly-rest', { on, known }, restRow)
    const days = tableAt(law, 'holidays/days', { on, known }, dayRow)
    for (const { use } of [rest, days]) uses.set(`${use.parameter} ${use.from}`, use)
    return {
      rest: new Set(valueOf(rest).map(({ weekday }) => weekday)),
      days: new Map(valueOf(days).map((row) => [row.day, row])),
    }
  }
  const yearOf = (day: Day) => {
    const year = day.slice(0, 4)
    const found = years.get(year) ?? readYear(day)
    years.set(year, found)
    return found
  }
  return {
    on(day) {
      const { rest, days } = yearOf(day)
      const named = days.get(day)
      const works = named ? named.kind === 'make-up' : !rest.has(weekdayOf(day))
      return { works, name: named?.name ?? null }
    },
    uses: () => [...uses.values()],
  }
}

/** `day` itself where offices work on it, else the next day on which they do. */
export function workingDayFrom(calendar: Calendar, day: Day): Day {
  let at = day
  while (!calendar.on(at).works) at = addDays(at, 1)
  return at
}
