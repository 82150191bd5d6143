import {
  CompiledQuery,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely'
import pg from 'pg'
import { Fault } from '../../domain/fault.ts'
import { patience } from './retry.ts'

/** PostgreSQL as its one writer speaks to it: begins and takes the lock in one way there and back, and prepares. */
export class WriterDialect extends PostgresDialect {
  readonly #pool: PostgresPool
  readonly #lockName: string

  constructor(pool: pg.Pool, lockName: string) {
    const prepared = preparing(pool)
    super({ pool: prepared })
    this.#pool = prepared
    this.#lockName = lockName
  }

  override createDriver(): PostgresDriver {
    return new WriterDriver(this.#pool, this.#lockName)
  }
}

type Connection = Parameters<PostgresDriver['rollbackTransaction']>[0]

class WriterDriver extends PostgresDriver {
  readonly #begin: string

  constructor(pool: PostgresPool, lockName: string) {
    super({ pool })
    // Read committed: a snapshot taken before the lock would miss what the writer before it wrote. A plan is kept from
    // when a table was nearly empty: it must go by an index also then.
    this.#begin = `start transaction isolation level read committed;
      set local enable_seqscan = off;
      select pg_advisory_xact_lock(hashtextextended(${pg.escapeLiteral(lockName)}, 0))`
  }

  override async beginTransaction(connection: Connection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw(this.#begin))
    } catch (error) {
      // Begun it may have: the connection goes back without, or not at all.
      await this.rollbackTransaction(connection).catch(() => {})
      if (!(error instanceof pg.DatabaseError) || error.code !== '55P03') throw error
      throw new Fault('record-busy', { seconds: patience / 1000 }, error)
    }
  }
}

/** Texts that are counted, and of them those that each connection keeps prepared. */
const most = 300
/** Values of a statement that asks by keys; one with more is a list, and is planned for what is in it. */
const keys = 40

/**
 * The pool as the writer sees it: a statement that comes again is prepared, so that PostgreSQL parses and plans it once
 * for each connection. A commit asks the same few questions every time, by keys.
 */
function preparing(pool: pg.Pool): PostgresPool {
  const seen = new Map<string, number>()
  const names = new Map<string, string>()
  const nameOf = (text: string, values: number): string | undefined => {
    if (values === 0 || (values > keys && !text.startsWith('insert'))) return undefined
    const name = names.get(text)
    if (name !== undefined || names.size >= most) return name
    // Lists of values make ever new texts: only what comes again is worth its place.
    if (seen.size >= most) seen.clear()
    const times = (seen.get(text) ?? 0) + 1
    seen.set(text, times)
    if (times > 2) names.set(text, `commit_${names.size}`)
    return names.get(text)
  }
  // One for each connection, as long as that lives: Kysely tells connections apart by it.
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const own = await pool.connect()
      const known = clients.get(own) ?? clientOf(own, nameOf)
      clients.set(own, known)
      return known
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

function clientOf(
  own: pg.PoolClient,
  nameOf: (text: string, values: number) => string | undefined,
): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[] = []) => {
    const name = nameOf(text, values.length)
    return own.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
  }
  return { query: query as unknown as PostgresPoolClient['query'], release: (gone) => own.release(gone) }
}
