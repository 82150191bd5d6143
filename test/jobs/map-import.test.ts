import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { importUseCases, registerUseCases } from '../../src/features/registers/index.ts'
import { auditVerify, openRecord, type RecordPlace } from '../../src/platform/db/index.ts'
import { otherProcesses } from '../process.ts'
import { engineer, importServices, today, zone } from '../support/import-desk.ts'

const program = new URL('./map-import.process.ts', import.meta.url)
const times = process.env.DOTHI_LONG === '1' ? 100 : 3
const count = 400

/** Numbers from a seed that is printed, so that a failure can be run again (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Resolves when the files of the record have grown by so many bytes, or the import is done before. */
async function written(file: string, bytes: number, done: () => Promise<boolean>): Promise<void> {
  const size = async () => {
    const sizes = await Promise.all(
      ['', '-wal'].map((end) =>
        stat(`${file}${end}`).then(
          (found) => found.size,
          () => 0,
        ),
      ),
    )
    return sizes.reduce((sum, one) => sum + one, 0)
  }
  const before = await size()
  while ((await size()) - before < bytes && !(await done())) await sleep(2)
}

const start = otherProcesses()

async function office() {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-kill-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const place: RecordPlace = { kind: 'sqlite', file: join(folder, 'record.sqlite') }
  const record = await openRecord(place)
  onTestFinished(() => record.close())
  const services = await importServices(record, folder)
  const cases = importUseCases(services)
  const features = Array.from({ length: count }, (_, i) => zone(i, 'ODT'))
  const bytes = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
  async function* stream() {
    yield bytes
  }
  const { id } = await cases.receive(engineer, 'planning-zones', [{ name: 'o.geojson', bytes: stream() }], {})
  const entries = async () =>
    (await registerUseCases(services).extent(engineer, 'planning-zones', { on: today }, {})).count
  const state = async () => (await cases.import(engineer, id)).state
  return { folder, place, record, entries, state }
}

test(
  `killed at any written byte, an import is in the record whole or not at all, and is done by the next worker (${times} times)`,
  async () => {
    const seed = Number(process.env.DOTHI_SEED ?? Date.now() % 1e9)
    process.stderr.write(`kill -9 in an import: DOTHI_SEED=${seed}\n`)
    const next = chance(seed)
    for (let round = 0; round < times; round++) {
      const { folder, place, record, entries, state } = await office()
      const byte = Math.floor(next() * 1_500_000)
      const worker = start(program, place, folder)
      expect(await worker.said()).toBe('ready')
      if (place.kind === 'sqlite') await written(place.file, byte, async () => (await state()) !== 'waiting')
      await worker.kill()
      const found = await entries()
      expect([0, count], `byte ${byte}`).toContain(found)
      expect(await auditVerify(record), `byte ${byte}`).toMatchObject({ whole: true })
      const again = start(program, place, folder)
      while ((await state()) === 'waiting') await sleep(20)
      expect([byte, await state(), await entries()]).toEqual([byte, 'taken', count])
      expect(await record.openRevisions()).toEqual([])
      expect(await auditVerify(record)).toMatchObject({ whole: true })
      await again.kill()
    }
  },
  times * 60_000,
)
