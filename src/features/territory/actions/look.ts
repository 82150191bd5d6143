import type { Day } from '../../../domain/day.ts'
import type { TownRecord } from '../../../platform/db/index.ts'
import { crosswalk, type Crosswalk } from '../rules/crosswalk.ts'
import { territoryOf } from '../store.ts'

/** The crosswalk between the communes of two days, from the record. */
export async function crosswalkOf(record: TownRecord, from: Day, to: Day): Promise<Crosswalk> {
  return crosswalk(await record.read((db) => territoryOf(db)), { from, to })
}
