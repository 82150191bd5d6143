import type { Property } from './entry.ts'

/** Entries that bear the same key of the source, or one key with a nought in it such as sheet 0, number 0. */
export interface KeyGroup {
  /** In the order of the list's fields; null where the source says nothing. */
  readonly values: readonly (Property | null)[]
  readonly count: number
  /** Ids of the first of them. */
  readonly entries: readonly string[]
  readonly nought: boolean
}

/**
 * What a register's keys are not: one for each. Both are normal in cadastral maps; nothing is made up in their place, and
 * who joins by keys must know them.
 */
export interface KeyList {
  /** Keys of the fields that make the key. */
  readonly fields: readonly string[]
  /** Of groups, also where fewer are listed. */
  readonly total: number
  readonly groups: readonly KeyGroup[]
}
