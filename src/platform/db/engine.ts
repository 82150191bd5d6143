import type { Db } from './tables.ts'

export type EngineName = 'sqlite' | 'postgres'

/** Held by a server as long as it runs; dies with the process. */
export interface Claim {
  release(): Promise<void>
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
  /** Takes the place of the one server of this record; a Fault where another server has it. */
  claimServer(): Promise<Claim>
  close(): Promise<void>
}

export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
}
