import { addDays, type Day } from '../../../domain/day.ts'
import { isDecided, type DocumentRef, type Move, type Territory, type UnitVersion } from '../model.ts'
import { inForce, lifeOf, movesFrom, movesTo, unitOn, versionsOf } from './timeline.ts'

/** Where the ground of a unit lies on another day. */
export interface Heir {
  readonly unit: UnitVersion
  /** False where only a part of the ground lies there. */
  readonly whole: boolean
  /** False where a step on the way is a proposal that no document stands behind. */
  readonly decided: boolean
  /** The acts on the way, in the order of time. */
  readonly documents: readonly DocumentRef[]
}

/**
 * The units that on `day` stand where `id` stood: itself while it is there, else those it went into (or, before
 * its time, those it came from), step by step. Empty where nobody knows.
 */
export function heirsOn(territory: Territory, id: string, day: Day): Heir[] {
  const life = lifeOf(territory, id)
  if (!life) return []
  const onward = life.to !== null && life.to <= day
  const found = onward ? forward(territory, id, day) : backward(territory, id, day)
  return merged(found)
}

function forward(territory: Territory, id: string, day: Day): Heir[] {
  const now = unitOn(territory, id, day)
  if (now) return [{ unit: now, whole: true, decided: true, documents: [] }]
  const end = lifeOf(territory, id)?.to
  if (!end || end > day) return []
  const moves = movesFrom(territory, id, end)
  if (moves.length === 0)
    return membersOf(territory, id, end).flatMap((each) => part(forward(territory, each, day)))
  return moves.flatMap((move) => along(move, moves.length === 1, forward(territory, move.to, day)))
}

function backward(territory: Territory, id: string, day: Day): Heir[] {
  const now = unitOn(territory, id, day)
  if (now) return [{ unit: now, whole: true, decided: true, documents: [] }]
  const begin = lifeOf(territory, id)?.from
  if (!begin || begin <= day) return []
  const moves = movesTo(territory, id, begin)
  // Of a unit that was made of several, each holds a part; one that was made of one is that one.
  return moves.flatMap((move) => along(move, moves.length === 1, backward(territory, move.from, day)))
}

function along(move: Move, only: boolean, rest: readonly Heir[]): Heir[] {
  return rest.map((heir) => ({
    ...heir,
    whole: heir.whole && only && move.part === 'whole',
    decided: heir.decided && isDecided(move),
    documents: move.document ? [move.document, ...heir.documents] : heir.documents,
  }))
}

const part = (heirs: readonly Heir[]): Heir[] => heirs.map((heir) => ({ ...heir, whole: false }))

/** The units that lay in `id` when it ended: where a level is abolished, its members are what is left of it. */
function membersOf({ units }: Territory, id: string, end: Day): string[] {
  const last = addDays(end, -1)
  return [
    ...new Set(units.filter((unit) => unit.parent === id && inForce(unit, last)).map((unit) => unit.id)),
  ]
}

function merged(heirs: readonly Heir[]): Heir[] {
  const groups = Map.groupBy(heirs, ({ unit }) => unit.id)
  return [...groups.values()].flatMap(([first, ...more]) =>
    first
      ? [
          {
            ...first,
            whole: more.length === 0 && first.whole,
            decided: [first, ...more].every(({ decided }) => decided),
            documents: uniqueDocuments([first, ...more].flatMap(({ documents }) => documents)),
          },
        ]
      : [],
  )
}

/** Each act once, in the order given. */
export function uniqueDocuments(documents: readonly DocumentRef[]): DocumentRef[] {
  const seen = new Map(
    documents.map((document) => [`${document.number} ${document.article ?? ''}`, document]),
  )
  return [...seen.values()]
}

/** The names that the ground of a unit bore before: those of its own earlier versions and of what it came from. */
export function formerUnits(territory: Territory, id: string): UnitVersion[] {
  const found = new Map<string, UnitVersion>()
  const visit = (each: string, before: Day | null): void => {
    for (const unit of versionsOf(territory, each)) {
      const key = `${unit.id} ${unit.from}`
      if (before !== null && unit.from >= before) continue
      if (found.has(key)) continue
      found.set(key, unit)
    }
    for (const move of movesTo(territory, each))
      if (before === null || move.day < before) if (move.from !== id) visit(move.from, move.day)
  }
  visit(id, null)
  return [...found.values()].filter((unit) => unit.id !== id || unit.to !== null)
}
