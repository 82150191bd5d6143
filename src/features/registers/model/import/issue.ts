import type { Position } from '../../../../domain/geometry/index.ts'
import type { Words } from '../../../../domain/words.ts'
import type { IssueCode } from './issue-texts.ts'

/** A mend that one click does: safe, and a correction of the entry with the original kept as the version before. */
export type MendKind =
  | 'close-rings'
  | 'drop-repeated'
  /** Make valid, where area changes by no more than `within` per cent. */
  | 'make-valid'
  | 'drop-copy'
  | 'set-code'
  | 'set-value'
  /** Of the whole layer: a new reading of the file with its axes the other way round. */
  | 'swap-axes'
  /** A new reading of the file in another reference system. */
  | 'set-crs'

export interface Mend {
  readonly kind: MendKind
  /** Of make-valid. */
  readonly within?: number | undefined
  /** Of set-code and set-value: the field and what it may become; of set-crs the reading. */
  readonly field?: string | undefined
  readonly values?: readonly string[] | undefined
}

/** Where an issue is: as much of it as is known. */
export interface IssuePlace {
  readonly layer?: string | undefined
  readonly cad?: string | undefined
  readonly fid?: string | undefined
  readonly field?: string | undefined
  /** In the record's plane; shown as longitude and latitude by the one who writes it out. */
  readonly position?: Position | undefined
  /** The run that it is about, to be drawn: in the record's plane, to the millimetre, thinned where it is long. */
  readonly line?: readonly Position[] | undefined
}

/** One of many features that an issue is about. */
export type IssueMember = Pick<IssuePlace, 'fid' | 'position' | 'line'>

/** What is told in both languages differs by language, numbers and names of the file do not. */
export type IssueParams = Readonly<Record<string, string | number | Words>>

/** Something of a file that a person must know: listed with its place, never changed in silence. */
export interface ImportIssue {
  readonly code: IssueCode
  readonly at: IssuePlace
  /** Fill the braces of the code's sentence. */
  readonly params: IssueParams
  /** How many features it is about; their first ones where they are many. */
  readonly count: number
  readonly fids?: readonly string[] | undefined
  /** Source keys of the entries that it is about, where an entry is flagged by it. */
  readonly keys?: readonly string[] | undefined
  readonly mend?: Mend | undefined
  /** Where many alike are told together: each of them, in the order of `keys` where these are entries. */
  readonly members?: readonly IssueMember[] | undefined
}

/** An issue as it is told. */
export interface ToldIssue {
  readonly code: IssueCode
  readonly at: string
  readonly text: Words
  /** How to mend it, in words. */
  readonly mend: Words
}
