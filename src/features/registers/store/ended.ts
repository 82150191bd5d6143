import { sql } from 'kysely'
import type { Day } from '../../../domain/day.ts'
import { heldKnown, horizonOf, jsonText, type Db } from '../../../platform/db/index.ts'

/** Values of a text field that entries bore whose last day has passed, each with the day it ended. */
export async function endedValues(
  db: Db,
  agency: string,
  register: string,
  field: string,
  on: Day,
): Promise<Map<string, Day>> {
  const { rows } = await sql<{ value: string; ended: Day }>`
    select ${jsonText('v.properties', field)} as value, max(v.valid_to) as ended from entry_version as v
    where v.agency = ${agency} and v.kind = ${register} and v.valid_to <= ${on}
      and ${heldKnown(await horizonOf(db), 'v')}
      and v.disclosure <> 'restricted'
    group by 1 order by 1`.execute(db)
  return new Map(rows.map(({ value, ended }) => [value, ended]))
}
