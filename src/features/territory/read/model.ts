import type { Day } from '../../../domain/day.ts'
import type { MultiPolygon, Polygon } from '../../../domain/geometry/index.ts'
import type { DocumentRef, UnitKind } from '../model.ts'

/** What is wrong with a row of a file, and where; the sentence to a code stands in `messages`. */
export interface ReadIssue {
  readonly code: IssueCode
  /** "feature 12", "line 3", "51/21025". */
  readonly at: string
  /** What stands there. */
  readonly found: string
}

export type IssueCode =
  | 'not-a-feature'
  | 'code-missing'
  | 'code-invalid'
  | 'code-twice'
  | 'name-missing'
  | 'kind-unknown'
  | 'geometry-missing'
  | 'geometry-kind'
  | 'geometry-broken'
  | 'ring-open'
  | 'ring-empty'
  | 'ring-invalid'
  | 'area-otherwise'
  | 'outside-nation'
  | 'axes-swapped'
  | 'area-invalid'
  | 'row-columns'
  | 'day-invalid'
  | 'part-unknown'
  | 'province-skipped'
  | 'name-otherwise'
  | 'decided-otherwise'

/** A unit as a file names it. */
export interface ReadUnit {
  readonly at: string
  readonly code: string
  readonly kind: UnitKind
  readonly name: string
  /** Code of the province, where the file says it. */
  readonly province: string | null
  readonly km2: number | null
  readonly geometry: MultiPolygon | Polygon | null
}

type Named = Pick<ReadUnit, 'code' | 'kind' | 'name' | 'province'>

/** "This unit went into that one", as a file says. */
export interface ReadMove {
  readonly at: string
  readonly from: Named
  readonly to: Named
  readonly part: 'whole' | 'part'
  /** The day and act, where the file names them. */
  readonly day: Day | null
  readonly document: DocumentRef | null
}

export interface TerritoryReading {
  readonly form: 'boundaries' | 'units' | 'moves'
  readonly units: readonly ReadUnit[]
  readonly moves: readonly ReadMove[]
  readonly issues: readonly ReadIssue[]
}
