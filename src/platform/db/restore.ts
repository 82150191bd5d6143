import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import { Fault } from '../../domain/fault.ts'
import { makeFolder } from '../files/index.ts'
import { backupFormat, type BackupSummary, type Folders } from './backup.ts'
import { kept, recordDigest, type Cell } from './dump.ts'
import type { Engine, TableShape } from './engine.ts'
import { migrate, migrationsOf, refuseNewer } from './migrate.ts'
import { openEngine, type RecordPlace } from './record.ts'
import type { Db } from './tables.ts'

interface Line {
  readonly format?: string
  readonly schema?: number
  readonly table?: string
  readonly columns?: readonly string[]
  readonly file?: string
  readonly folder?: string
  readonly bytes?: string
  readonly record?: string
  readonly end?: string
}

/**
 * Makes a record, on either engine, from a backup. The whole file is checked before anything is written, the
 * record must be new, and at the end the digest over all tables must be the one that the backup holds.
 */
export async function restore(
  file: string,
  place: RecordPlace,
  folders: Folders = {},
): Promise<BackupSummary> {
  const { schema, summary } = await check(file)
  const engine = await openEngine(place)
  try {
    const migrations = await migrationsOf(engine.name)
    refuseNewer(schema, migrations)
    await refuseUsed(engine, place)
    await migrate(engine, migrations, schema)
    await engine.write(async (db) => {
      const tables = await engine.tables(db)
      const lines = await new Loader(db, tables, folders, file).load()
      if ((await recordDigest(db, tables)) !== summary.record) throw damaged(file, lines)
    })
    await migrate(engine, migrations)
    return summary
  } finally {
    await engine.close()
  }
}

/** What was read last before it showed tells how much of the file is whole. */
const damaged = (file: string, line: number, cause?: unknown) =>
  new Fault('backup-damaged', { file, line }, cause)

/** Reads to the end, comparing the digest; a backup cut short or altered goes no further. */
async function check(file: string): Promise<{ schema: number; summary: BackupSummary }> {
  const hash = createHash('sha256')
  let [schema, count]: [number | undefined, number] = [undefined, 0]
  let summary: BackupSummary | undefined
  for await (const text of linesOf(file)) {
    const line = parse(text, file, ++count)
    if (count === 1) {
      if (line.format !== backupFormat || line.schema === undefined) throw new Fault('backup-other', { file })
      schema = line.schema
    }
    if (line.record !== undefined) summary = summaryOf(line as BackupSummary)
    if (line.end !== undefined && summary && schema !== undefined && line.end === hash.copy().digest('hex'))
      return { schema, summary }
    hash.update(`${text}\n`)
  }
  throw count === 0 ? new Fault('backup-other', { file }) : damaged(file, count)
}

/** In the order in which the backup told it: a reader compares the two answers as they stand. */
const summaryOf = ({ record, head, rows, files }: BackupSummary): BackupSummary => ({
  record,
  head,
  rows,
  files,
})

function parse(text: string, file: string, count: number): Line {
  try {
    return JSON.parse(text) as Line
  } catch (error) {
    throw count === 1 ? new Fault('backup-other', { file }, error) : damaged(file, count, error)
  }
}

async function refuseUsed(engine: Engine, place: RecordPlace): Promise<void> {
  const used = await engine.read(async (db) => {
    for (const table of kept(await engine.tables(db)))
      if ((await sql`select 1 from ${sql.table(table.name)} limit 1`.execute(db)).rows.length > 0) return true
    return false
  })
  if (used)
    throw new Fault('restore-occupied', {
      record: place.kind === 'sqlite' ? place.file : `PostgreSQL, schema ${place.schema ?? 'dothi'}`,
    })
}

/** Rows a statement: below the number of parameters that either engine takes. */
const rowsAtOnce = 100

class Loader {
  readonly #db: Db
  readonly #tables: readonly TableShape[]
  readonly #folders: Folders
  readonly #backup: string
  #line = 0
  #table = ''
  #columns: readonly string[] = []
  #rows: Cell[][] = []
  #file: FileHandle | undefined

  constructor(db: Db, tables: readonly TableShape[], folders: Folders, backup: string) {
    this.#db = db
    this.#tables = tables
    this.#folders = folders
    this.#backup = backup
  }

  /** Returns the number of lines read. */
  async load(): Promise<number> {
    try {
      for await (const text of linesOf(this.#backup)) {
        this.#line++
        const line = JSON.parse(text) as Line | Cell[]
        if (Array.isArray(line)) await this.#row(line)
        else await this.#other(line)
      }
      return this.#line
    } finally {
      await this.#file?.close()
    }
  }

  async #row(row: readonly unknown[]): Promise<void> {
    this.#rows.push(row.map(cellOf))
    if (this.#rows.length >= rowsAtOnce) await this.#flush()
  }

  async #other(line: Line): Promise<void> {
    await this.#flush()
    if (line.table !== undefined && line.columns) {
      const known = this.#tables.find((table) => table.name === line.table)
      if (!known) throw damaged(this.#backup, this.#line)
      this.#table = known.name
      this.#columns = line.columns
    } else if (line.file !== undefined) await this.#open(line.folder ?? '', line.file)
    else if (line.bytes !== undefined) await this.#file?.write(Buffer.from(line.bytes, 'base64'))
  }

  async #open(folder: string, name: string): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
    const root = this.#folders[folder]
    if (root === undefined) return
    // A name out of a backup must not lead out of the folder.
    if (!name.split('/').every((part) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part)))
      throw damaged(this.#backup, this.#line)
    const path = join(root, name)
    await makeFolder(dirname(path))
    this.#file = await open(path, 'w')
  }

  async #flush(): Promise<void> {
    if (this.#rows.length === 0) return
    const names = sql.join(this.#columns.map((name) => sql.ref(name)))
    const rows = sql.join(this.#rows.map((row) => sql`(${sql.join(row)})`))
    await sql`insert into ${sql.table(this.#table)} (${names}) values ${rows}`.execute(this.#db)
    this.#rows = []
  }
}

const cellOf = (value: unknown): Cell =>
  value !== null && typeof value === 'object' && 'hex' in value
    ? Buffer.from(String(value.hex), 'hex')
    : (value as Cell)

async function* linesOf(file: string): AsyncGenerator<string> {
  let [rest, count] = ['', 0]
  const decoder = new TextDecoder()
  const bytes = createReadStream(file)
  const unpacked = createGunzip()
  bytes.on('error', (error) => unpacked.destroy(error))
  try {
    for await (const piece of bytes.pipe(unpacked)) {
      const lines = decoder.decode(piece as Buffer, { stream: true }).split('\n')
      lines[0] = rest + (lines[0] ?? '')
      rest = lines.pop() ?? ''
      count += lines.length
      yield* lines
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // Of a folder the system says that it cannot be read, but not which.
    if (code === 'EISDIR') throw new Fault('file-access', { path: file, code }, error)
    if (!code.startsWith('Z_')) throw error
    throw count === 0 ? new Fault('backup-other', { file }, error) : damaged(file, count, error)
  } finally {
    bytes.destroy()
  }
}
