import { covers } from '../../../domain/as-of.ts'
import type { Day } from '../../../domain/day.ts'
import type { Level, Move, Territory, UnitVersion } from '../model.ts'
import { byName, levelOf } from './names.ts'

/** The first day given to a unit of which nobody has said since when it was there. */
export const everBefore = '1900-01-01' as Day

export const inForce = (unit: UnitVersion, day: Day): boolean => covers(unit, day)

/** The units in force on a day, by name; of one level or of all. */
export function unitsOn({ units }: Territory, day: Day, level?: Level): UnitVersion[] {
  return units
    .filter((unit) => inForce(unit, day) && (level === undefined || levelOf(unit) === level))
    .toSorted(byName)
}

/** A unit as it is on a day; null where it is not there then. */
export function unitOn({ units }: Territory, id: string, day: Day): UnitVersion | null {
  return units.find((unit) => unit.id === id && inForce(unit, day)) ?? null
}

/** All versions of a unit in the order of time. */
export function versionsOf({ units }: Territory, id: string): UnitVersion[] {
  return units.filter((unit) => unit.id === id).toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** First day, and the day on which it was no more (null while it is). */
export function lifeOf(
  territory: Territory,
  id: string,
): { readonly from: Day; readonly to: Day | null } | null {
  const versions = versionsOf(territory, id)
  const [first, last] = [versions[0], versions.at(-1)]
  return first && last ? { from: first.from, to: last.to } : null
}

/** Days on which the set of units was another than the day before, in order; without the day before all record. */
export function changeDays({ units, moves }: Territory, level?: Level): Day[] {
  const days = new Set<Day>()
  for (const unit of units) {
    if (level !== undefined && levelOf(unit) !== level) continue
    if (unit.fromKnown) days.add(unit.from)
    if (unit.to !== null) days.add(unit.to)
  }
  for (const { day } of level === undefined ? moves : []) days.add(day)
  return [...days].toSorted()
}

export const movesFrom = ({ moves }: Territory, id: string, day?: Day): Move[] =>
  moves.filter((move) => move.from === id && (day === undefined || move.day === day))

export const movesTo = ({ moves }: Territory, id: string, day?: Day): Move[] =>
  moves.filter((move) => move.to === id && (day === undefined || move.day === day))
