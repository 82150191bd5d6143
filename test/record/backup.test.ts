import { createHash } from 'node:crypto'
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { auditVerify, backup, facts, restore, type TownRecord } from '../../src/platform/db/index.ts'
import { lackOfPostgres } from '../postgres.ts'
import { eachEngine } from '../engines.ts'
import { author, day, someHistory, target } from './history.ts'

const available = (await lackOfPostgres()) === undefined
const everything = (record: TownRecord) => record.read((db) => facts(db, 'thi-xa', target).timeline())

/** A backup that somebody changed and gave a new digest of its lines. */
function resealed(text: string, line: string): Buffer {
  const lines = text.split('\n').slice(0, -2)
  const changed = [...lines.slice(0, -1), ...(line ? [line] : []), ...lines.slice(-1)]
    .map((one) => `${one}\n`)
    .join('')
  const end = createHash('sha256').update(changed).digest('hex')
  return gzipSync(`${changed}{"end":"${end}"}\n`)
}

describe('a backup is the whole record in one file', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dothi-backup-'))
    onTestFinished(() => rm(folder, { recursive: true }))
  })

  eachEngine((open, engine, place) => {
    test('a backup takes the place of the one before, never of another paper under that name', async () => {
      const record = await open()
      const file = join(folder, 'b.gz')
      await writeFile(file, '')
      const first = await backup(record, file)
      expect(await backup(record, file)).toEqual(first)
      for (const other of ['a plan of the town', gzipSync('a plan of the town')]) {
        await writeFile(file, other)
        await expect(backup(record, file)).rejects.toMatchObject({ code: 'backup-over-other' })
        expect(await readFile(file)).toEqual(Buffer.from(other))
      }
    })

    const other = engine === 'sqlite' ? 'postgres' : 'sqlite'
    for (const into of [engine, other] as const)
      test.skipIf(into === 'postgres' && !available)(
        `restored into ${into}, every digest is the same`,
        async () => {
          const record = await open()
          await someHistory(record)
          const made = await backup(record, join(folder, 'b.gz'))
          const at = await place(into)
          const back = await restore(join(folder, 'b.gz'), at)
          expect(back).toEqual(made)
          // Compared by eye and by `diff`, as the two commands print them.
          expect(JSON.stringify(back)).toBe(JSON.stringify(made))
          const again = await open(undefined, at)
          expect(await everything(again)).toEqual(await everything(record))
          expect(await auditVerify(again)).toEqual({ whole: true, revisions: 7, digest: made.head })
          expect(await backup(again, join(folder, 'c.gz'))).toEqual(made)
          await again.commit(author, 'life goes on', (c) => c.facts(target).end('a', day('2027-01-01')))
        },
      )

    test('it is one moment, though a server writes on', async () => {
      const record = await open()
      await someHistory(record)
      await record.claimServer()
      const state = { done: false }
      const writing = (async () => {
        for (let i = 0; !state.done; i++)
          await record.commit(author, 'on', (c) =>
            c.facts(target).insert({ id: `n${i}`, from: day('2026-01-01'), value: { goal: i } }),
          )
      })()
      const made = await backup(record, join(folder, 'b.gz'))
      state.done = true
      await writing
      const at = await place()
      await restore(join(folder, 'b.gz'), at)
      expect(await auditVerify(await open(undefined, at))).toMatchObject({ whole: true, digest: made.head })
    })

    test('the files of the data folder come with it', async () => {
      const record = await open()
      await someHistory(record)
      const bytes = Buffer.from(Array.from({ length: 2_000_000 }, (_, i) => (i * i) % 251))
      await mkdir(join(folder, 'files/ab'), { recursive: true })
      await writeFile(join(folder, 'files/ab/abcd'), bytes)
      await writeFile(join(folder, 'files/ab/empty'), '')
      const made = await backup(record, join(folder, 'b.gz'), { files: join(folder, 'files') })
      expect(made.files).toBe(2)
      await restore(join(folder, 'b.gz'), await place(), { files: join(folder, 'back') })
      expect((await readFile(join(folder, 'back/ab/abcd'))).equals(bytes)).toBe(true)
      expect(await readFile(join(folder, 'back/ab/empty'), 'utf8')).toBe('')
    })

    test('nothing is restored from a damaged backup, over a record, or out of the folder', async () => {
      const record = await open()
      await someHistory(record)
      const file = join(folder, 'b.gz')
      await backup(record, file)
      const packed = await readFile(file)
      const text = gunzipSync(packed).toString()
      const refused = async (bytes: Buffer, code: string) => {
        await writeFile(join(folder, 'bad.gz'), bytes)
        const at = await place()
        await expect(
          restore(join(folder, 'bad.gz'), at, { files: join(folder, 'files') }),
        ).rejects.toMatchObject({ code })
      }
      await refused(packed.subarray(0, packed.length / 2), 'backup-damaged')
      await refused(gzipSync(text.replace('Trần', 'Tran')), 'backup-damaged')
      await refused(gzipSync(text.slice(0, text.lastIndexOf('{"end"'))), 'backup-damaged')
      await refused(Buffer.from('not a backup'), 'backup-other')
      await refused(gzipSync('a plan of the town'), 'backup-other')
      await refused(Buffer.alloc(0), 'backup-other')
      await expect(restore(folder, await place())).rejects.toMatchObject({
        code: 'file-access',
        params: { path: folder },
      })
      await refused(resealed(text, '{"file":"../../escaped","folder":"files"}'), 'backup-damaged')
      await refused(resealed(text.replace('urban', 'other'), ''), 'backup-damaged')
      await refused(resealed(text.replace(/"schema":\d+/, '"schema":9999'), ''), 'record-newer')
      const at = await place()
      await restore(file, at)
      await expect(restore(file, at)).rejects.toMatchObject({ code: 'restore-occupied' })
    })
  })
})
