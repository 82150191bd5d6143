import type { Revision } from '../../../../domain/as-of.ts'
import type { EntryValue } from '../../model/entry.ts'
import { changedFields } from '../import-difference.ts'

/** One version of an entry that held on the day in question, in the order in which they were recorded. */
export interface PastVersion {
  /** Who wrote it, and who wrote another in its place: null where it stands. */
  readonly from: Revision
  readonly to: Revision | null
  readonly value: EntryValue
}

/** What the revisions of an entry were. */
export interface Writers {
  /** What the source's files said, and was not taken back since. */
  readonly said: ReadonlySet<Revision>
  /** Everything that imports wrote, what was taken back too. */
  readonly imports: ReadonlySet<Revision>
}

export interface ByHand {
  readonly revision: Revision
  /** In which the record is otherwise than the source last said; empty where the entry was ended. */
  readonly fields: readonly string[]
}

/**
 * What a person changed of an entry since its source last said it: the third side of a comparison, beside the record
 * and the new file. Null where nobody did; who only released it, or changed it and back again, changed nothing.
 */
export function changedByHand(
  history: readonly PastVersion[],
  given: ReadonlySet<string>,
  { said, imports }: Writers,
): ByHand | null {
  const base = history.findLast(({ from }) => said.has(from))
  const now = history.find(({ to }) => to === null)
  if (!now) return endedByHand(history, imports)
  const differs = (a: PastVersion, b: PastVersion) => changedFields(a.value, b.value, given)
  const fields = base ? differs(base, now).map(({ field }) => field) : [...given]
  if (fields.length === 0 || (!base && imports.has(now.from))) return null
  // An import that was taken back brings a correction again: who made it is named, not who took back.
  const hands = history.slice(base ? history.indexOf(base) + 1 : 0).filter(({ from }) => !imports.has(from))
  const last = hands.findLast((one, i) => {
    const before = hands[i - 1] ?? base
    return !before || differs(before, one).length > 0
  })
  return last ? { revision: last.from, fields } : null
}

/** An entry that ended: by the hand that closed its last version, where that was none of an import. */
function endedByHand(history: readonly PastVersion[], imports: ReadonlySet<Revision>): ByHand | null {
  const ends = history.flatMap(({ to }) => to ?? [])
  const revision = Math.max(...ends)
  return ends.length > 0 && !imports.has(revision) ? { revision, fields: [] } : null
}
