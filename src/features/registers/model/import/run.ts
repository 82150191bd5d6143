import type { Revision } from '../../../../domain/as-of.ts'
import type { Day } from '../../../../domain/day.ts'
import type { FaultParams } from '../../../../domain/fault.ts'
import type { FaultCode } from '../../../../domain/faults.ts'
import type { Sums } from './candidate.ts'
import type { IssueCode } from './issue-texts.ts'
import type { ImportIssue } from './issue.ts'
import type { Mapping, TableWay } from './mapping.ts'

/** One of the files that were handed over, by the name it had. */
export interface FilePart {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

/** What a person chose; what is left out is proposed from the file. */
export interface ImportOptions {
  /** Id of `domain/plane`, EPSG code or WKT: how coordinates are read, whatever the file says. */
  readonly crs?: string | undefined
  /** Name of a saved mapping. */
  readonly mappingName?: string | undefined
  readonly mapping?: Mapping | undefined
  /** How coordinate tables are read, by layer; all else of the mapping is proposed anew, since other columns are left. */
  readonly tables?: Readonly<Record<string, TableWay['choice']>> | undefined
  /** First day on which its entries hold; the day of the import where it is left out. */
  readonly from?: Day | undefined
  /** Whose keys these are, where a person knows better than the file's name and keys. */
  readonly source?: string | undefined
  /** What differs from the record is taken without a review. */
  readonly accept?: boolean | undefined
}

/**
 * `waiting`: a job reads it or writes it; `review`: it differs from what its source gave before, and a person
 * decides; `taken`: everything that was to be written is in the record.
 */
export const importStates = ['waiting', 'review', 'taken', 'refused', 'undone', 'failed'] as const
export type ImportState = (typeof importStates)[number]

export const changeKinds = ['new', 'changed', 'gone'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What a person changed of an entry since its source last said it, and the commit that did it. */
export interface HandChange {
  readonly revision: Revision
  readonly instant: string
  readonly post: string
  readonly reason: string
  /** As of `ChangedField`; empty where the entry was ended. */
  readonly fields: readonly string[]
}

/** Where a file differs from the record in one entry. */
export interface ImportChange {
  readonly entry: string
  readonly kind: ChangeKind
  readonly label: string
  readonly fields: readonly ChangedField[]
  /** Where somebody changed it by hand: it is decided on by itself, never with many. */
  readonly hand: HandChange | null
  readonly decision: 'accepted' | 'refused' | null
}

export interface ChangeCount {
  readonly kind: ChangeKind
  readonly decision: ImportChange['decision']
  readonly count: number
  /** Of these, how many were changed by hand. */
  readonly hand: number
}

export interface ChangedField {
  /** Key of the register's field; `geometry`, `stage`, `accuracy` of the entry itself. */
  readonly field: string
  readonly before: string | number | boolean | null
  readonly after: string | number | boolean | null
}

export type ChangeCounts = Readonly<Record<ChangeKind | 'same', number>>

/** What became of a file, in figures. */
export interface ImportSummary {
  readonly sums: Sums
  /** Entries that the file yields. */
  readonly entries: number
  /** Entries of the record that it changed or, while a review is open, would change. */
  readonly changed: number
  readonly counts: ChangeCounts
  readonly issues: readonly { readonly code: IssueCode; readonly count: number }[]
  readonly format: string
  /** Of the file's shape. */
  readonly fingerprint: string
  readonly from: Day
  /** Ids of `domain/plane`: how it was read, and the operation that was needed; null where none was. */
  readonly crs: string | null
  readonly operation: string | null
}

/** An issue with its number in the file, and the revision that mended it. */
export interface ListedIssue extends ImportIssue {
  readonly seq: number
  readonly mended: number | null
}

/** Everything about an import but its issues and differences, which come a page at a time. */
export interface ImportView {
  readonly id: string
  readonly register: string
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly state: ImportState
  readonly source: string | null
  readonly options: ImportOptions
  readonly mapping: Mapping | null
  readonly summary: ImportSummary | null
  readonly created: string
  readonly progress: {
    readonly done: number
    readonly total: number | null
    readonly message: string
  } | null
  readonly fault: {
    readonly code: FaultCode
    readonly params: FaultParams
    readonly vi: string
    readonly en: string
  } | null
}

/** Which differences a decision is about; those that were changed by hand with `hand` alone, or by name. */
export type ChangeChoice =
  | { readonly all: true; readonly hand?: true | undefined }
  | { readonly kind: ChangeKind; readonly hand?: true | undefined }
  | { readonly entries: readonly string[] }

/** One issue, or all of a kind that are not mended yet; with the value that a person chose where one is asked. */
export type MendChoice =
  | { readonly issue: number; readonly value?: string | undefined }
  | { readonly code: string; readonly value?: string | undefined }
