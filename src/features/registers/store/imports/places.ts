import { sql } from 'kysely'
import type { Revision } from '../../../../domain/as-of.ts'
import type { Day } from '../../../../domain/day.ts'
import { heldOn, horizonOf, type Db } from '../../../../platform/db/index.ts'
import type { Properties } from '../../model/entry.ts'

export interface HeldPlace {
  readonly geometry: Uint8Array | null
  readonly properties: Properties
}

interface At {
  readonly agency: string
  readonly register: string
  readonly on: Day
  readonly known: Revision | undefined
}

/** Most ids that one statement names. */
const together = 500

/** What entries are on a day, as known at a revision. */
export async function placesOf(
  db: Db,
  { agency, register, on, known }: At,
  ids: readonly string[],
): Promise<Map<string, HeldPlace>> {
  const horizon = await horizonOf(db, known)
  const found = new Map<string, HeldPlace>()
  for (let at = 0; at < ids.length; at += together) {
    const { rows } = await sql<{ id: string; geometry: Uint8Array | null; properties: string }>`
      select v.id, v.geometry, v.properties from entry_version as v
      where v.agency = ${agency} and v.kind = ${register} and v.id in (${sql.join(ids.slice(at, at + together))})
        and ${heldOn(on, horizon, 'v')}`.execute(db)
    for (const { id, geometry, properties } of rows)
      found.set(id, { geometry, properties: JSON.parse(properties) as Properties })
  }
  return found
}

/** Entries of a register that are restricted now, or were until one of these revisions wrote them. */
export async function restrictedOf(
  db: Db,
  agency: string,
  register: string,
  until: readonly Revision[] = [],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('entry_version')
    .select('id')
    .distinct()
    .where((one) => one.and({ agency, kind: register, disclosure: 'restricted' }))
    .where((one) =>
      one.or([
        one('revision_to', 'is', null),
        ...(until.length > 0 ? [one('revision_to', 'in', [...until])] : []),
      ]),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}
