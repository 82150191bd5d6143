import { canonical } from '../../domain/canonical.ts'
import type { VersionColumns } from './tables.ts'

/** In which table the versions of a kind stand. */
export interface FactTable {
  readonly kind: string
  readonly table: string
  /** True where the rows are the nation's and belong to no agency: the table has no column of that name. */
  readonly shared?: true
  /** The columns of its value, where the table has others that the engine makes by itself. */
  readonly columns?: readonly string[]
}

/**
 * A kind of fact, declared once: its table of versions and how its value becomes columns. The table has the
 * columns of `VersionColumns` and those that `encode` names.
 */
export interface FactKind<V> extends FactTable {
  encode(value: V): Readonly<Record<string, string | number | Uint8Array | null>>
  decode(row: VersionRow): V
}

/** A kind whose value is one JSON document in the table `fact_version`. */
export function jsonFact<V>(kind: string): FactKind<V> {
  return {
    kind,
    table: 'fact_version',
    encode: (value) => ({ body: canonical(value) }),
    decode: (row) => JSON.parse(String(row.body)) as V,
  }
}

export type VersionRow = VersionColumns & { readonly [column: string]: unknown }
