import type { Db } from './tables.ts'

export type EngineName = 'sqlite' | 'postgres'

/** A place that only one process at a time has on a record: a long revision is of the one that writes it. */
export type ClaimedPlace = 'server' | 'worker' | `long-${number}`

/** Held by a server, a worker or a long revision as long as it runs; dies with the process. */
export interface Claim {
  release(): Promise<void>
  /** Aborted where it was lost though the process lives: the connection that held it broke. */
  readonly lost: AbortSignal
}

/** What differs between the two engines; everything above it is written once. */
export interface Engine {
  readonly name: EngineName
  /** Runs `work` on one consistent snapshot, without holding up any writer. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Runs `work` in one transaction, alone: no other writer, of this process or another, stands beside it. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Several statements at once, inside the transaction of `db`; for migrations. */
  script(db: Db, text: string): Promise<void>
  /** Tables in the order of their making. */
  tables(db: Db): Promise<TableShape[]>
  /** The definition of everything in the schema, as text that changes only when the schema does. */
  schema(db: Db): Promise<string>
  /** Takes a place; a Fault where another process has it. */
  claim(what: ClaimedPlace): Promise<Claim>
  close(): Promise<void>
}

export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
}
