import { addDays, dayOf, daysInMonth, type Day } from '../../../domain/day.ts'
import type { Deadline, Law, Use } from '../model.ts'
import { deadlineAt, flagAt, valueOf } from './at.ts'
import { calendarOf, workingDayFrom, type Calendar } from './calendar.ts'

export interface DueQuestion {
  /** `deadlines/permit/house`. */
  readonly deadline: string
  /** The day of the event that sets the time running. */
  readonly start: Day
  /** The day whose law applies (the parameter's `applies` says which); by default the start. */
  readonly on?: Day | undefined
  readonly known?: Day | undefined
}

export interface Due {
  /** Last day of the time. */
  readonly due: Day
  readonly deadline: Deadline
  /** Days of rest that were passed over while counting. */
  readonly passedOver: number
  /** How many days the end moved because it fell on a day of rest. */
  readonly moved: number
  /** Who says nothing until `due` consents. */
  readonly silenceConsents: boolean
  readonly uses: readonly Use[]
}

/** The last day of a legal time limit, with all that was used to find it. */
export function dueOf(law: Law, { deadline: id, start, on = start, known }: DueQuestion): Due {
  const limit = deadlineAt(law, id, { on, known })
  const deadline = valueOf(limit)
  const firstDay = flagAt(law, 'deadlines/counting/first-day-counts', { on: start, known })
  const movesEnd = flagAt(law, 'deadlines/counting/rest-day-moves-end', { on: start, known })
  const calendar = calendarOf(law, known)
  const before = valueOf(firstDay) ? addDays(start, -1) : start
  const end = endOf(calendar, deadline, before)
  const due = valueOf(movesEnd) && deadline.of !== 'working-day' ? workingDayFrom(calendar, end.day) : end.day
  return {
    due,
    deadline,
    passedOver: end.passedOver,
    moved: daysBetween(end.day, due),
    silenceConsents: deadline.silenceConsents,
    uses: [limit.use, firstDay.use, movesEnd.use, ...calendar.uses()],
  }
}

interface End {
  readonly day: Day
  readonly passedOver: number
}

/** The end of a time that begins on the day after `before`. */
function endOf(calendar: Calendar, { count, of }: Deadline, before: Day): End {
  switch (of) {
    case 'day':
      return { day: addDays(before, count), passedOver: 0 }
    case 'month':
      return { day: addMonths(before, count), passedOver: 0 }
    case 'year':
      return { day: addMonths(before, 12 * count), passedOver: 0 }
    case 'working-day':
      return addWorkingDays(calendar, before, count)
  }
}

function addWorkingDays(calendar: Calendar, before: Day, count: number): End {
  let day = before
  let passedOver = 0
  for (let worked = 0; worked < count;) {
    day = addDays(day, 1)
    if (calendar.on(day).works) worked++
    else passedOver++
  }
  return { day, passedOver }
}

/** The same day of a later month, or its last day where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const months = year * 12 + (month - 1) + count
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1]
  return dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth))) ?? day
}

const daysBetween = (from: Day, to: Day) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
