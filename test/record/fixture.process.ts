import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { backup, openRecord } from '../../src/platform/db/index.ts'
import { someHistory } from './history.ts'

/**
 * `node test/record/fixture.process.ts`, run when a version is released: a record of that version, as the
 * SQLite file itself and as a backup (which goes into PostgreSQL too). Later versions must open both. A
 * fixture that is there is never made again, except with `--again` before its version is released.
 */
const folder = fileURLToPath(new URL('./fixtures/', import.meta.url))
const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
const target = join(folder, `${version}.sqlite.gz`)
if (existsSync(target) && !process.argv.includes('--again')) throw new Error(`${target} is there already`)

await mkdir(folder, { recursive: true })
const work = await mkdtemp(join(tmpdir(), 'dothi-fixture-'))
const file = join(work, 'record.sqlite')
// Each reading of the clock is a day later, so that "known on a day" tells the revisions apart.
let days = 0
const record = await openRecord({ kind: 'sqlite', file }, () => new Date(Date.UTC(2026, 10, 1 + days++)))
await someHistory(record)
await rm(join(folder, `${version}.backup.gz`), { force: true })
await backup(record, join(folder, `${version}.backup.gz`))
await record.close()
await writeFile(target, gzipSync(await readFile(file)))
await rm(work, { recursive: true })
