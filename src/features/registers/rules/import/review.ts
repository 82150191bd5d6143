import type {
  ChangeCount,
  ChangeCounts,
  ChangeKind,
  ImportState,
  ImportSummary,
} from '../../model/import/run.ts'

/** A review is open as long as anything is not decided, and over as taken unless all of it was refused. */
export function decidedState(counts: readonly ChangeCount[]): ImportState {
  if (counts.some(({ decision }) => decision === null)) return 'review'
  return counts.length > 0 && counts.every(({ decision }) => decision === 'refused') ? 'refused' : 'taken'
}

/** How many differences of each kind there are. */
export function kindsOf(counts: readonly ChangeCount[]): Record<ChangeKind, number> {
  const kinds = { new: 0, changed: 0, gone: 0 }
  for (const { kind, count } of counts) kinds[kind] += count
  return kinds
}

/**
 * The figures of an import for a reader from whom `hidden` differences are kept: what would change a restricted entry
 * counts as what stays the same, and what would end one was never there.
 */
export function without(summary: ImportSummary, hidden: readonly ChangeCount[]): ImportSummary {
  const kinds = kindsOf(hidden)
  const { counts } = summary
  const left: ChangeCounts = {
    new: counts.new - kinds.new,
    changed: counts.changed - kinds.changed,
    gone: counts.gone - kinds.gone,
    same: counts.same + kinds.changed,
  }
  return { ...summary, counts: left, changed: left.new + left.changed + left.gone }
}
