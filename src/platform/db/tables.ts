import type { Kysely } from 'kysely'

/**
 * Every table of the record. A feature's store adds its own beside the SQL that uses them:
 *
 *     declare module '../../platform/db/tables.ts' {
 *       interface Tables {
 *         document: DocumentTable
 *       }
 *     }
 *
 * Three columns mean the same in every table, and the audit goes by them: `revision` in a table whose rows
 * are only ever inserted; `revision_from` and `revision_to` in a table of versions. Rows that carry one of
 * them are digested into their commit, so changing such a row by any other way shows in `audit verify`.
 */
export interface Tables {
  migration: MigrationTable
  revision: RevisionTable
  fact_version: FactVersionTable
  personal_value: PersonalValueTable
}

/** A connection inside a transaction, as `read` and `commit` hand it to their work. */
export type Db = Kysely<Tables>

interface MigrationTable {
  number: number
  name: string
  digest: string
}

export interface RevisionTable {
  agency: string
  number: number
  post: string
  person: string
  reason: string
  /** 1 where the rows were written in several transactions (a long job). */
  long: number
  /** Instants in UTC, ISO 8601 with milliseconds. */
  opened: string
  /** When it closed and was seen; null while it is open. Never before that of the revision closed last. */
  instant: string | null
  /** Place in the order of closing: 1, 2, 3 …; null while it is open. */
  closed: number | null
  /** The highest number given out when it closed: what is known at this revision lies at or below it. */
  reach: number | null
  /** Digest of the revision closed before. */
  previous: string | null
  digest: string | null
}

/** The columns that every table of versions has. */
export interface VersionColumns {
  agency: string
  kind: string
  id: string
  valid_from: string
  valid_to: string | null
  revision_from: number
  revision_to: number | null
}

interface FactVersionTable extends VersionColumns {
  body: string
}

interface PersonalValueTable {
  agency: string
  key: string
  revision_from: number
  revision_to: number | null
  /** The revision that erased it; salt and value are null from then on. */
  erased_in: number | null
  /** SHA-256 over salt and value: all that the audit chain holds of it. */
  digest: string
  salt: string | null
  value: string | null
}
