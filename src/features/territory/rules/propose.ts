import { addDays, type Day } from '../../../domain/day.ts'
import { fold } from '../../../domain/fold.ts'
import type { Move, Territory, UnitVersion } from '../model.ts'
import type { Polygons } from './areas.ts'
import { drawnTolerance } from './crosswalk.ts'
import { movesFrom, unitsOn } from './timeline.ts'

/** Communes that ended on a day, of which nobody has said where they went. */
export function untold(territory: Territory, day: Day): UnitVersion[] {
  const standing = new Set(unitsOn(territory, day, 'commune').map(({ id }) => id))
  return unitsOn(territory, addDays(day, -1), 'commune').filter(
    ({ id }) => !standing.has(id) && movesFrom(territory, id, day).length === 0,
  )
}

/**
 * Where units that ended on a day may have gone, as long as nobody has said: by what the polygons have in common, else
 * by a name or code that went on. Only proposals: a document decides.
 */
export function proposeMoves(territory: Territory, day: Day, polygons?: Polygons): Move[] {
  const after = unitsOn(territory, day, 'commune')
  const standing = new Set(after.map(({ id }) => id))
  return untold(territory, day).flatMap((unit): Move[] => {
    const drawn = byOverlap(unit.id, polygons)
    const move = (to: string, part: Move['part'], basis: Move['basis']): Move => ({
      from: unit.id,
      to,
      day,
      part,
      document: null,
      basis,
    })
    const inside = drawn.filter(({ to }) => standing.has(to))
    if (inside.length > 0)
      return inside.map(({ to }) => move(to, inside.length === 1 ? 'whole' : 'part', 'overlap'))
    const sameName = after.filter(({ name }) => fold(name) === fold(unit.name))
    const [like] = sameName.length > 0 ? sameName : after.filter(({ code }) => code === unit.code)
    return like ? [move(like.id, 'whole', 'name')] : []
  })
}

function byOverlap(id: string, polygons: Polygons | undefined) {
  const own = (polygons?.overlaps ?? []).filter(({ from }) => from === id)
  const all = own.reduce((sum, { area }) => sum + area, 0)
  return own.filter(({ area }) => area > all * drawnTolerance)
}
