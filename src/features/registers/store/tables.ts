import type { VersionColumns } from '../../../platform/db/index.ts'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    entry: EntryTable
    entry_version: EntryVersionTable
  }
}

/** What an entry is: a place in a register (`kind`), and the key by which its source knows it. */
interface EntryTable {
  agency: string
  kind: string
  id: string
  source: string
  source_key: string
  revision: number
}

export interface EntryVersionTable extends VersionColumns {
  disclosure: string
  /** JSON of the releasing document. */
  released_by: string | null
  stage: string
  status: string | null
  accuracy: number | null
  /** JSON. */
  source: string
  label: string
  /** WKB in the record's plane. */
  geometry: Uint8Array | null
  /** The box around it, in the plane's metres. */
  min_x: number | null
  min_y: number | null
  max_x: number | null
  max_y: number | null
  /** JSON: the values of the register's fields. */
  properties: string
  /** The label and every text, folded: what is searched, and the order of labels. */
  search: string
}
