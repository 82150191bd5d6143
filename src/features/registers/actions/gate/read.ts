import type { Day } from '../../../../domain/day.ts'
import type { TownRecord } from '../../../../platform/db/index.ts'
import type { Definition } from '../../model/definition.ts'
import type { Entry } from '../../model/entry.ts'
import { entryPage } from '../../store/read.ts'

/** A register as it stands on a day, whole. */
export interface Held {
  readonly definition: Definition
  readonly entries: readonly Entry[]
}

/** Entries a question: some ten milliseconds of the record. */
const together = 5_000

/**
 * Every entry that could be published on a day, by register. What is restricted is not among them: a finding is read by
 * many, and would tell that it is there.
 */
export async function heldOn(
  record: TownRecord,
  definitions: readonly Definition[],
  agency: string,
  on: Day,
): Promise<readonly Held[]> {
  const look = { agency, at: { on }, sees: ['public', 'internal'] } as const
  return record.read(async (db) => {
    const held: Held[] = []
    for (const definition of definitions) {
      const entries: Entry[] = []
      for (let after; ;) {
        const page = await entryPage(
          db,
          record.engine,
          { ...look, register: definition.id },
          { limit: together, after },
        )
        for (const entry of page.entries) entries.push(entry)
        if (page.next === null) break
        after = page.next
      }
      held.push({ definition, entries })
    }
    return held
  })
}
