import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip, gunzipSync } from 'node:zlib'
import { canonical } from '../../domain/canonical.ts'
import { Fault } from '../../domain/fault.ts'
import { kept, recordDigest, rowsOfTable } from './dump.ts'
import { head } from './horizon.ts'
import type { TownRecord } from './record.ts'
import type { Db } from './tables.ts'

/** Folders of files that belong to the record, by the name under which the backup keeps them. */
export type Folders = Readonly<Record<string, string>>

export interface BackupSummary {
  /** Over all tables: the same before and after, on either engine. */
  readonly record: string
  /** The digest of the newest revision: the head of the audit chain. */
  readonly head: string | null
  readonly rows: number
  readonly files: number
}

/**
 * One file that either engine can be restored from: gzip of lines of JSON. First what it is and which schema
 * it has; then each table and its rows, each file and its bytes; last the digests, of the record and of all
 * lines before. Taken from one snapshot, so a server may go on writing. Files are written before the facts
 * that name them, so those copied after the snapshot hold at least all that it names.
 */
export async function backup(
  record: TownRecord,
  file: string,
  folders: Folders = {},
): Promise<BackupSummary> {
  await refuseForeign(file)
  const temporary = `${file}.${randomUUID()}.part`
  try {
    const summary = await record.read(async (db) => {
      const lines = new Lines(record, db, folders)
      await pipeline(Readable.from(lines.all()), createGzip(), createWriteStream(temporary, { flags: 'wx' }))
      return lines.summary()
    })
    const written = await open(temporary, 'r+')
    await written.sync()
    await written.close()
    await rename(temporary, file)
    return summary
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

export const backupFormat = 'dothi backup 1'

/** A backup follows the one before under the same name; any other file that stands there is somebody's work. */
async function refuseForeign(file: string): Promise<void> {
  const bytes = Buffer.alloc(4096)
  const standing = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!standing) return
  try {
    const { bytesRead } = await standing.read(bytes)
    if (bytesRead > 0 && !isBackup(bytes.subarray(0, bytesRead)))
      throw new Fault('backup-over-other', { file })
  } finally {
    await standing.close()
  }
}

function isBackup(start: Uint8Array): boolean {
  try {
    // The file is cut after its first bytes: what is there is unpacked, what is missing is not asked for.
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH }).includes(backupFormat)
  } catch {
    return false
  }
}

class Lines {
  readonly #record: TownRecord
  readonly #db: Db
  readonly #folders: Folders
  readonly #hash = createHash('sha256')
  #rows = 0
  #files = 0
  #head: string | null = null
  #digest = ''

  constructor(record: TownRecord, db: Db, folders: Folders) {
    this.#record = record
    this.#db = db
    this.#folders = folders
  }

  summary(): BackupSummary {
    return { record: this.#digest, head: this.#head, rows: this.#rows, files: this.#files }
  }

  async *all(): AsyncGenerator<string> {
    for await (const value of this.#values()) {
      const line = `${canonical(value)}\n`
      this.#hash.update(line)
      yield line
    }
    yield `${canonical({ end: this.#hash.digest('hex') })}\n`
  }

  async *#values(): AsyncGenerator<object> {
    const newest = await this.#db
      .selectFrom('migration')
      .select((one) => one.fn.max('number').as('number'))
      .executeTakeFirst()
    yield { format: backupFormat, schema: newest?.number ?? 0 }
    for (const table of kept(this.#record.tables)) {
      yield { table: table.name, columns: table.columns }
      for await (const row of rowsOfTable(this.#db, table)) {
        this.#rows++
        yield row
      }
    }
    for (const [folder, path] of Object.entries(this.#folders)) yield* this.#folder(folder, path)
    this.#head = (await head(this.#db))?.digest ?? null
    this.#digest = await recordDigest(this.#db, this.#record.tables)
    yield this.summary()
  }

  async *#folder(folder: string, path: string): AsyncGenerator<object> {
    for (const name of await filesIn(path)) {
      this.#files++
      yield { file: name.split(sep).join('/'), folder }
      // A multiple of 3 bytes, so that the pieces join without padding in between.
      for await (const piece of createReadStream(join(path, name), { highWaterMark: 768 * 1024 }))
        yield { bytes: (piece as Buffer).toString('base64') }
    }
  }
}

async function filesIn(path: string): Promise<string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return found
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort()
}
