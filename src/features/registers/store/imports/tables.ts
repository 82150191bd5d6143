declare module '../../../../platform/db/tables.ts' {
  interface Tables {
    import_file: ImportFileTable
    import_act: ImportActTable
    import_mapping: ImportMappingTable
    import_work: ImportWorkTable
    import_issue: ImportIssueTable
    import_change: ImportChangeTable
  }
}

interface ImportFileTable {
  agency: string
  id: string
  register: string
  sha256: string
  name: string
  size: number
  /** JSON of `FilePart[]`. */
  files: string
  /** JSON of `ImportOptions`. */
  options: string
  post: string
  person: string
  revision: number
}

interface ImportActTable {
  agency: string
  file: string
  seq: number
  act: string
  /** JSON. */
  body: string
  revision: number
}

interface ImportMappingTable {
  agency: string
  name: string
  register: string
  fingerprint: string
  /** JSON of `Mapping`. */
  mapping: string
  revision: number
}

export interface ImportWorkTable {
  agency: string
  id: string
  register: string
  seq: number
  state: string
  source: string | null
  /** JSON of `Mapping` and of `ImportSummary`. */
  mapping: string | null
  summary: string | null
  reading: string | null
  seen: number | null
  created: string
}

interface ImportIssueTable {
  agency: string
  file: string
  seq: number
  code: string
  /** JSON of `ImportIssue`. */
  body: string
  mended: number | null
}

interface ImportChangeTable {
  agency: string
  file: string
  entry: string
  kind: string
  label: string
  /** JSON: fields that differ. */
  fields: string
  /** JSON of `HandChange`. */
  hand: string | null
  decision: string | null
}
