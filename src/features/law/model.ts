import type { Day } from '../../domain/day.ts'
import type { Words } from '../../domain/words.ts'
import type { z } from 'zod'
import type {
  Certainty,
  Column,
  Deadline,
  documentSchema,
  ParameterKind,
  Row,
  setsFileSchema,
  unitsFileSchema,
} from './model/file.ts'

export { certainties, certaintySchema } from './model/file.ts'
export type { Certainty, Column, Deadline, ParameterKind, Row } from './model/file.ts'

export type LegalDocument = Omit<z.infer<typeof documentSchema>, 'from' | 'to' | 'issued' | 'text'> & {
  readonly id: string
  readonly issued: Day | null
  readonly from: Day
  readonly to: Day | null
  readonly text: { readonly address: string; readonly seen: Day } | null
}
export type Unit = z.infer<typeof unitsFileSchema>[string]
export type RuleSet = z.infer<typeof setsFileSchema>[string]

export type LawValue = number | boolean | string | Deadline | readonly Row[]

/** What was held for one day of effect, from the day it was recorded on. */
export interface Reading {
  /** `repealed`: nothing holds from this day; `unknown`: something does, but we have not read it. */
  readonly state: 'value' | 'repealed' | 'unknown'
  /** Null unless the state is `value`. */
  readonly value: LawValue | null
  readonly certainty: Certainty
  readonly recorded: Day
  readonly document: string
  readonly article: string | null
  readonly lookUp: Words | null
  readonly note: Words | null
  /** Why a later reading took its place; null for the one that stands. */
  readonly why: Words | null
}

/** A day of effect with all that was ever held for it, oldest first. */
export interface Entry {
  readonly from: Day
  readonly readings: readonly Reading[]
  readonly checked: { readonly by: string; readonly on: Day } | null
}

export interface Parameter {
  /** Its path below `law/`: `qcvn-01/service-radius/kindergarten`. */
  readonly id: string
  readonly kind: ParameterKind
  readonly description: Words
  readonly applies: Words
  readonly unit: string | null
  readonly bound: 'at-most' | 'at-least' | 'more-than' | null
  readonly columns: Readonly<Record<string, Column>>
  readonly key: readonly string[]
  /** By day of effect, oldest first. */
  readonly entries: readonly Entry[]
}

export interface Law {
  readonly sets: ReadonlyMap<string, RuleSet>
  readonly documents: ReadonlyMap<string, LegalDocument>
  readonly units: ReadonlyMap<string, Unit>
  readonly parameters: ReadonlyMap<string, Parameter>
}

/** By which law: in force on a day, as the rule set held it at the end of a day (by default all it holds). */
export interface LawAt {
  readonly on: Day
  readonly known?: Day | undefined
}

/** What is kept of every use of a legal value, so that it can be followed to the text. */
export interface Use {
  readonly parameter: string
  readonly on: Day
  /** Day of effect of the value used; null where no value was in force yet. */
  readonly from: Day | null
  readonly document: string | null
  readonly article: string | null
  readonly certainty: Certainty | null
  readonly recorded: Day | null
  readonly checked: { readonly by: string; readonly on: Day } | null
}

/** `none`: the rule set holds nothing for that day; `repealed`; `unknown`: in force but not read by us. */
export type Found<V> =
  | { readonly state: 'value'; readonly value: V; readonly use: Use }
  | {
      readonly state: 'none' | 'repealed' | 'unknown'
      readonly value: null
      readonly lookUp: Words | null
      readonly use: Use
    }
