import type { Properties, Property } from '../entry.ts'

/** One side of a comparison: an entry of the record, or a candidate of a file. */
export interface Sided {
  /** The source's key with its copy: `candidateKey`. */
  readonly key: string
  readonly geometry: Uint8Array | null
  readonly properties: Properties
}

export interface FieldChange {
  readonly field: string
  /** null where there was, or is, no value. */
  readonly from: Property | null
  readonly to: Property | null
}

export interface GeometryChange {
  /** Metres that its positions moved at most; null where it had or has no place. */
  readonly moved: number | null
  /** m² in the record's plane. */
  readonly areaBefore: number | null
  readonly areaAfter: number | null
}

export interface Change<A, B> {
  readonly before: A
  readonly after: B
  /** By what the two were held to be one. */
  readonly by: 'key' | 'content' | 'place'
  readonly fields: readonly FieldChange[]
  /** null where the geometry is the same to the bit. */
  readonly geometry: GeometryChange | null
}

/** What leads from one state to another. */
export interface Difference<A, B> {
  readonly added: readonly B[]
  readonly changed: readonly Change<A, B>[]
  readonly gone: readonly A[]
  readonly same: readonly { readonly before: A; readonly after: B }[]
}
