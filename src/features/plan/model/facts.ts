import type { DocumentHead } from '../../documents/model.ts'
import type { Question, PlanReading } from '../model.ts'
import type { Item, Kind, Value } from './proposal.ts'

/** What the record says of a plan as a whole. */
export interface PlanHead {
  readonly key: string
  readonly title: DocumentHead['title']
  /** The file that the last save was made from. */
  readonly source: Omit<PlanReading['source'], 'text'>
  /** Keys of its parts in the order of the document. */
  readonly order: Readonly<Partial<Record<Kind, readonly string[]>>>
  readonly questions: readonly Question[]
  readonly disclosure: 'internal' | 'public'
  readonly illustration: boolean
}

/** One part of a plan: a value tied to its place in a document. */
export interface PlanFact {
  readonly plan: string
  readonly item: Item
  /** SHA-256 of the file in which the places of `item` lie. */
  readonly source: string
  /** What was read, where an officer put something else in its place, and why. */
  readonly read: Value | null
  readonly reason: string | null
}
