import { z } from 'zod'
import {
  basisSchema,
  clauseSchema,
  daySchema,
  footnoteSchema,
  headSchema,
  recipientSchema,
  type Basis,
  type Clause,
  type DocumentHead,
  type Footnote,
  type Recipient,
} from '../../documents/model.ts'
import {
  assignmentSchema,
  targetSchema,
  taskSchema,
  type Assignment,
  type Target,
  type Task,
} from '../model.ts'

/** What a plan is made of, in the order in which it is checked. Each is a kind of fact in the record. */
export const kinds = [
  'document',
  'basis',
  'target',
  'task',
  'assignment',
  'clause',
  'footnote',
  'recipient',
] as const
export type Kind = (typeof kinds)[number]

export interface ValueOf {
  document: DocumentHead
  basis: Basis
  target: Target
  task: Task
  assignment: Assignment
  clause: Clause
  footnote: Footnote
  recipient: Recipient
}
export type Value = ValueOf[Kind]

export const valueSchemas = {
  document: headSchema,
  basis: basisSchema,
  target: targetSchema,
  task: taskSchema,
  assignment: assignmentSchema,
  clause: clauseSchema,
  footnote: footnoteSchema,
  recipient: recipientSchema,
} as const

/** A value by what it is: `key` names it within its plan, from the source's own number or words. */
export type Item = {
  [K in Kind]: { readonly kind: K; readonly key: string; readonly value: ValueOf[K] }
}[Kind]

/** Against the plan in the record: everything is `added` where there is none yet. */
export type Change = 'added' | 'changed' | 'removed' | 'same'

/** One thing for an officer to decide on. */
export interface Candidate {
  /** `task:1.1`: stands for itself in addresses, in the journal and on the screen. */
  readonly id: string
  readonly change: Change
  /** As read; for a `removed` one, as it stands in the record. */
  readonly item: Item
  /** What the record holds now; null where it holds nothing. */
  readonly before: Item | null
}

const reason = z.string().trim().min(1)
const ids = z.array(z.string()).min(1)

/** A step of the review. Nothing is ever taken out of its journal: undoing is a step of its own. */
export const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), ids }),
  z.strictObject({ kind: z.literal('correct'), id: z.string(), value: z.unknown(), reason }),
  z.strictObject({ kind: z.literal('refuse'), ids, reason }),
])
export type Step = z.infer<typeof stepSchema>

/** What stands in a proposal's journal: steps, the taking back of the last one, saving and taking that back. */
export const actSchema = z.discriminatedUnion('kind', [
  ...stepSchema.options,
  z.strictObject({ kind: z.literal('undo') }),
  /** `known`: the last revision before it, to which taking it back returns. */
  z.strictObject({ kind: z.literal('save'), validFrom: daySchema, known: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('unsave'), reason }),
])
export type Act = z.infer<typeof actSchema>

export interface JournalEntry {
  /** 1, 2, 3 … without a gap; the number of the last one is the version of the proposal. */
  readonly seq: number
  readonly act: Act
  readonly post: string
  readonly person: string
  /** Instant of its commit; null inside that very commit. */
  readonly at: string | null
}

export type Verdict = 'proposed' | 'unchanged' | 'accepted' | 'corrected' | 'refused'

/** A candidate with what was decided on it. The value as read stays in `candidate`. */
export interface Reviewed {
  readonly candidate: Candidate
  readonly verdict: Verdict
  /** What will be in the plan; null where it is left out. */
  readonly result: Item | null
  readonly reason: string | null
}
