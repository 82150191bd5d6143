import type { Day } from '../../../domain/day.ts'
import { isDecided, type DocumentRef, type Level, type Move, type Territory } from '../model.ts'
import { uniqueDocuments } from './lineage.ts'
import { levelOf } from './names.ts'
import { unitsOn } from './timeline.ts'

/** Where ground of a unit lies after some days of change. */
export interface Share {
  readonly to: string
  /** All of the unit lies there. */
  readonly whole: boolean
  /** Every step on the way was decided by a document. */
  readonly decided: boolean
  /** False where nothing but a polygon says so. */
  readonly said: boolean
  /** Some of the unit's ground went nobody knows where. */
  readonly lossy: boolean
  readonly documents: readonly DocumentRef[]
}

/**
 * Walks the units of one day through every day of change up to another. What ends without a successor is in none;
 * what gives a part away keeps the rest.
 */
export function stepsOf(
  territory: Territory,
  from: Day,
  to: Day,
  level: Level,
): ReadonlyMap<string, Share[]> {
  const alive = new Map<Day, ReadonlySet<string>>()
  const standing = (day: Day) => {
    const known = alive.get(day) ?? new Set(unitsOn(territory, day, level).map(({ id }) => id))
    alive.set(day, known)
    return known
  }
  const moves = Map.groupBy(
    territory.moves.filter(({ day }) => day > from && day <= to),
    ({ day }) => day,
  )
  const days = daysOfChange(territory, from, to, level)
  let shares = new Map(
    unitsOn(territory, from, level).map(({ id }): [string, Share[]] => [
      id,
      [{ to: id, whole: true, decided: true, said: true, lossy: false, documents: [] }],
    ]),
  )
  for (const day of days) {
    const byUnit = Map.groupBy(moves.get(day) ?? [], (move) => move.from)
    const stays = standing(day)
    const next = (share: Share) => stepOn(share, byUnit.get(share.to) ?? [], stays)
    shares = new Map([...shares].map(([id, list]) => [id, together(list.map(next))]))
  }
  return shares
}

function daysOfChange(territory: Territory, from: Day, to: Day, level: Level): Day[] {
  const ends = territory.units.flatMap((unit) =>
    unit.to !== null && levelOf(unit) === level ? [unit.to] : [],
  )
  const days = new Set([...ends, ...territory.moves.map(({ day }) => day)])
  return [...days].filter((day) => day > from && day <= to).toSorted()
}

function stepOn(share: Share, moves: readonly Move[], standing: ReadonlySet<string>): Share[] {
  const gone = moves.filter(({ to }) => to !== share.to && standing.has(to))
  const stays = standing.has(share.to)
  if (gone.length === 0) return stays ? [share] : []
  const [only] = gone
  const whole = !stays && gone.length === 1 && only?.part === 'whole'
  const onward = gone.map((move): Share => ({
    to: move.to,
    whole: share.whole && whole,
    decided: share.decided && isDecided(move),
    said: share.said,
    lossy: share.lossy,
    documents: move.document ? [...share.documents, move.document] : share.documents,
  }))
  return stays ? [{ ...share, whole: false }, ...onward] : onward
}

/** Parts that come to lie in one unit again are one share; all of them together are the whole, if nothing was lost. */
function together(steps: readonly (readonly Share[])[]): Share[] {
  const shares = steps.flat()
  const lossy = steps.some((step) => step.length === 0) || shares.some((share) => share.lossy)
  const groups = [...Map.groupBy(shares, ({ to }) => to).values()]
  return groups.flatMap(([first, ...more]) => {
    if (!first) return []
    const all = [first, ...more]
    const whole = !lossy && groups.length === 1 && (more.length > 0 || first.whole)
    const decided = all.every((share) => share.decided)
    return [
      { ...first, lossy, whole, decided, documents: uniqueDocuments(all.flatMap((each) => each.documents)) },
    ]
  })
}
