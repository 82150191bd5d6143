import type { Position } from '../../../../domain/geometry/index.ts'
import type { Properties } from '../entry.ts'
import type { ImportIssue } from './issue.ts'

/** Where something stands in the file. */
export interface Origin {
  readonly layer: string
  /** The file's own number of the feature; of a table the row. */
  readonly fid: string
  readonly cad?: string | undefined
}

/** An entry that a file yields, before anything of it is in the record. */
export interface Candidate {
  /** Key of the source, and which of the entries with one and the same content it is: `entryId` takes both. */
  readonly sourceKey: string
  readonly copy: number
  readonly origin: Origin
  readonly made: 'file' | 'built'
  /** WKB in the record's plane; the very bytes of the file where it is in that plane. */
  readonly geometry: Uint8Array | null
  readonly properties: Properties
  /** Metres, where the file says it for each. */
  readonly accuracy?: number | undefined
  /** In metres, of what was built from lines. */
  readonly tolerance?: number | undefined
  /** Columns that the register has no field for and that are kept beside: nothing is dropped in silence. */
  readonly note?: string | undefined
}

/** A line of the file that areas are built from: kept beside them. */
export interface LinePart {
  readonly origin: Origin
  /** WKB in the record's plane. */
  readonly geometry: Uint8Array
  /** What a closed line of this CAD layer encloses. */
  readonly code?: string | undefined
}

/** A text in the drawing, with its place in the record's plane. */
export interface LabelPart {
  readonly origin: Origin
  readonly at: Position
  readonly text: string
}

/** Features that are not taken for one and the same reason. */
export interface LeftOut {
  readonly code: ImportIssue['code']
  readonly layer: string
  readonly cad?: string | undefined
  readonly count: number
  /** The first of them. */
  readonly fids: readonly string[]
}

/** Where every feature of the file went: the four parts add up to `features`. */
export interface Sums {
  readonly features: number
  /** Entries made of a feature each; those built of lines are counted apart. */
  readonly entries: number
  readonly lines: number
  readonly labels: number
  readonly left: number
  readonly built: number
}

/** What a file yields by a mapping. */
export interface ImportReading {
  readonly candidates: readonly Candidate[]
  readonly lines: readonly LinePart[]
  readonly labels: readonly LabelPart[]
  /** Axes of roads among what is left out: they tell what an area along them is. */
  readonly axes: readonly LinePart[]
  readonly left: readonly LeftOut[]
  readonly issues: readonly ImportIssue[]
  readonly sums: Sums
}
