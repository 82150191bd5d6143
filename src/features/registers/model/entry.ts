import type { Day } from '../../../domain/day.ts'
import type { Box } from '../../../domain/geometry/index.ts'

/**
 * Who may see a version. `restricted` is for what is kept from most of the office too (defence and security
 * land); nothing is public that no document released.
 */
export const disclosures = ['public', 'internal', 'restricted'] as const
export type Disclosure = (typeof disclosures)[number]

/** What stands in the world, or what a plan wants there. */
export const stages = ['existing', 'planned'] as const
export type Stage = (typeof stages)[number]

/** A value of a field; days as ISO text, codes as text. A key without a value is not there. */
export type Property = string | number | boolean
export type Properties = Readonly<Record<string, Property>>

/** The document that released an entry, as it would be cited. */
export interface Release {
  readonly number: string
  readonly issuer: string
  readonly issuedOn: Day
  /** SHA-256 of its file, where the office keeps it. */
  readonly sha256?: string | undefined
}

/** Where a version comes from: the bytes kept, the place in them, and what was done to them on the way. */
export interface EntrySource {
  /** `file`: from a map or table file; `hand`: entered or drawn by an officer; `built`: made of line work. */
  readonly made: 'file' | 'hand' | 'built'
  /** What a reader is told: "Bản đồ địa chính số, Văn phòng đăng ký đất đai". */
  readonly name: string
  /** SHA-256 of the file's bytes. */
  readonly sha256?: string | undefined
  readonly layer?: string | undefined
  readonly feature?: string | number | undefined
  /** Day of the data, where the source says one. */
  readonly day?: Day | undefined
  /** What the source allows to be done with it. */
  readonly terms?: string | undefined
  /** The named operation that brought coordinates into the record's plane; absent where they came in it. */
  readonly operation?: string | undefined
  /** In metres: the gaps that were closed when areas were built of lines. */
  readonly tolerance?: number | undefined
  /** Ids of the entries of the same register that it was cut from or joined of. */
  readonly madeFrom?: readonly string[] | undefined
  /** What else an import must be able to say of it. */
  readonly note?: string | undefined
}

/** What a version says of an entry. */
export interface EntryValue {
  readonly disclosure: Disclosure
  readonly releasedBy: Release | null
  readonly stage: Stage
  /** A code of the register's list of legal statuses. */
  readonly status: string | null
  /** Positional accuracy in metres. */
  readonly accuracy: number | null
  readonly source: EntrySource
  /** Made by the register's template when it was written. */
  readonly label: string
  /** WKB in the record's plane: little-endian, x east, y north, to the bit as it came in. */
  readonly geometry: Uint8Array | null
  readonly properties: Properties
}

/** One version of an entry, as read. */
export interface Entry extends EntryValue {
  readonly register: string
  readonly id: string
  readonly valid: { readonly from: Day; readonly to: Day | null }
  readonly recorded: { readonly from: number; readonly to: number | null }
  readonly box: Box | null
}

/** What an entry is, whatever becomes of it. */
export interface EntryIdentity {
  readonly id: string
  /** Whose key it is; empty for what was entered here. */
  readonly source: string
  /** The key as the source gives it. */
  readonly sourceKey: string
}
