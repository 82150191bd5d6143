import type { Day } from '../domain/day.ts'
import { boxOf, growBox, unionBox, type Box } from '../domain/geometry/index.ts'
import type { Ground } from '../features/registers/index.ts'
import { boundariesOn, territoryOf } from '../features/territory/index.ts'
import type { Dothi } from './compose.ts'
import { townGround } from './place.ts'

/** Degrees shown around the units: some 25 km. */
const around = 0.25
/** Degrees that a view may reach over: a large province. Who loads the units of more sees its own town's part. */
const widest = 3

function held([west, south, east, north]: Box): Box {
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  const [w, h] = [Math.min(east - west, widest) / 2, Math.min(north - south, widest) / 2]
  return [x - w, y - h, x + w, y + h]
}

/** What maps are drawn on, on a day. */
export async function groundOf(
  { town, law, record }: Pick<Dothi, 'town' | 'law' | 'record'>,
  on: Day,
): Promise<Ground> {
  const units = await record.read(async (db) => {
    const drawn = await boundariesOn(db, on)
    const { units: named } = await territoryOf(db)
    return drawn.map(({ id, value }) => {
      const unit = named.find((one) => one.id === id && one.from <= on && (one.to === null || on < one.to))
      return { id, name: unit ? `${unit.kind} ${unit.name}` : '', geometry: value.geometry }
    })
  })
  const box = units
    .map(({ geometry }) => boxOf(geometry))
    .filter((one) => one !== null)
    .reduce<Box | null>((all, one) => (all ? unionBox(all, one) : one), null)
  return {
    ...townGround(law, town, on),
    bounds: box && held(growBox(box, around)),
    units,
  }
}
