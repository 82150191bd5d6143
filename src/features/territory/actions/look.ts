import { covers } from '../../../domain/as-of.ts'
import type { Day } from '../../../domain/day.ts'
import type { Db } from '../../../platform/db/index.ts'
import { polygonsBetween, type Polygons } from '../rules/areas.ts'
import { crosswalk, type Crosswalk } from '../rules/crosswalk.ts'
import { boundariesOf, territoryOf } from '../store.ts'
import { measure, type TerritoryServices } from './measure.ts'

/** The crosswalk between the communes of two days, from the record and the boundaries of both days. */
export async function crosswalkOf(services: TerritoryServices, from: Day, to: Day): Promise<Crosswalk> {
  const territory = await services.record.read((db) => territoryOf(db))
  const polygons = await polygonsOf(services, from, to)
  return crosswalk(territory, { from, to, polygons })
}

/** What the boundaries of two days measure. */
export async function polygonsOf(
  { record, survey }: TerritoryServices,
  from: Day,
  to: Day,
): Promise<Polygons> {
  const standing = await record.read((db: Db) => boundariesOf(db))
  const drawn = standing.filter(({ valid }) => covers(valid, from) || covers(valid, to))
  return polygonsBetween(await measure(survey, drawn), from, to)
}
