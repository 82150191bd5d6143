import type { TownRecord } from '../../../../platform/db/index.ts'
import type { HandChange } from '../../model/import/run.ts'
import { changedByHand, type Writers } from '../../rules/import/hand.ts'
import { revisionNotes } from '../../store/history.ts'
import { historiesByHand, writersOf } from '../../store/imports/hand.ts'
import type { Against } from './compare.ts'

/** Who changed which of the named entries by hand since their source last said them. */
export type Hands = (ids: readonly string[]) => Promise<ReadonlyMap<string, HandChange>>

/** Nobody can have changed what was never there. */
export const noHands: Hands = () => Promise.resolve(new Map())

/** Asked for a page of differences at a time: of those that only imports wrote no version is read. */
export function handsOf(record: TownRecord, against: Against, given: ReadonlySet<string>): Hands {
  const { agency, register, source } = against
  let writers: Promise<Writers> | undefined
  return (ids) => {
    writers ??= record.read((db) => writersOf(db, agency, register, source))
    return handsIn(record, against, given, { ids, writers })
  }
}

interface Asked {
  readonly ids: readonly string[]
  readonly writers: Promise<Writers>
}

async function handsIn(
  record: TownRecord,
  against: Against,
  given: ReadonlySet<string>,
  { ids, writers }: Asked,
): Promise<ReadonlyMap<string, HandChange>> {
  const known = await writers
  return record.read(async (db) => {
    const found = [...(await historiesByHand(db, against, ids))].flatMap(([id, history]) => {
      const hand = changedByHand(history, given, known)
      return hand ? [{ id, ...hand }] : []
    })
    const notes = await revisionNotes(
      db,
      found.map(({ revision }) => revision),
    )
    const noted = new Map(notes.map((note) => [note.number, note]))
    return new Map(
      found.flatMap(({ id, revision, fields }) => {
        const note = noted.get(revision)
        if (!note) return []
        const { instant, post, reason } = note
        return [[id, { revision, instant, post, reason, fields }] as const]
      }),
    )
  })
}
