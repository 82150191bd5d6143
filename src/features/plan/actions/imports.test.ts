import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { eachEngine, type Open } from '../../../../test/engines.ts'
import { otherProcesses } from '../../../../test/process.ts'
import { actorAs, bytesOf, desk } from '../../../../test/support/desk.ts'
import { planReading } from '../../../../test/support/plan-reading.ts'
import { Objects } from '../../../platform/files/index.ts'
import { workUntilIdle } from '../../../platform/jobs/index.ts'
import type { PlanReading } from '../model.ts'
import { importAtOnce, importDocument } from './import.ts'
import { importJob } from './import-job.ts'
import { dismissImport, imports, retryImport } from './imports.ts'
import { proposals } from './look.ts'
import type { PlanServices } from './services.ts'

const officer = actorAs('officer')
const neighbour = actorAs('officer', 'uy-ban-khac')
const program = new URL('../../../../test/jobs/import.process.ts', import.meta.url)

/** A scan of so many pages; `text` is where a mark may stand. */
function scan(pages: number, text?: string): PlanReading {
  const reading = planReading()
  return {
    ...reading,
    source: { ...reading.source, format: 'scan', pages, text: text ?? reading.source.text },
  }
}

const work = (services: PlanServices) =>
  workUntilIdle(services.record, [importJob(services)], (error) => expect.unreachable(String(error)))

async function office(open: Open) {
  const services = desk(await open())
  const put = (reading: PlanReading, actor = officer) =>
    importDocument(services, actor, bytesOf(reading), 'quet.pdf')
  return { services, put }
}

eachEngine((open, _, place) => {
  describe('a long scan', () => {
    test('is left to the worker, and is a proposal when that is done', async () => {
      const { services, put } = await office(open)
      const { sha256, queued } = await put(scan(40))
      expect(queued).toBe(true)
      expect(services.kept.has(sha256)).toBe(true)
      const waiting = { sha256, name: 'quet.pdf', state: 'waiting', done: 0, pages: null, fault: null }
      expect(await imports(services, officer)).toEqual([waiting])
      expect(await proposals(services, officer)).toEqual([])
      await work(services)
      expect(await imports(services, officer)).toEqual([])
      expect(await proposals(services, officer)).toMatchObject([{ sha256, fileName: 'quet.pdf', pages: 40 }])
      expect(await put(scan(40))).toEqual({ sha256, again: true, queued: false })
    })

    test('imported again while it waits is the same work; a short one is there at once', async () => {
      const { services, put } = await office(open)
      await put(scan(40))
      expect(await put(scan(40))).toMatchObject({ queued: true })
      expect(await imports(services, officer)).toHaveLength(1)
      expect(await put(scan(3))).toMatchObject({ again: false, queued: false })
      expect(await proposals(services, officer)).toHaveLength(1)
    })

    test('so is a PDF of hundreds of pages: its text is not read while a request waits', async () => {
      const { services, put } = await office(open)
      const printed = (pages: number) => {
        const reading = scan(pages)
        return { ...reading, source: { ...reading.source, format: 'pdf' as const } }
      }
      expect(await put(printed(400))).toMatchObject({ queued: true })
      expect(await put(printed(40))).toMatchObject({ queued: false })
      await work(services)
      expect(await proposals(services, officer)).toHaveLength(2)
    })

    test('that a town brings along is read to its end', async () => {
      const { services } = await office(open)
      const read = await importAtOnce(services, officer, bytesOf(scan(40)), 'quet.pdf')
      expect(read).toMatchObject({ again: false, queued: false })
      expect(await proposals(services, officer)).toHaveLength(1)
    })

    test('with a mark on its first page leaves nothing behind, neither bytes nor work', async () => {
      const { services, put } = await office(open)
      await expect(put(scan(40, 'MẬT'))).rejects.toThrow()
      expect(services.kept.size).toBe(0)
      expect(await imports(services, officer)).toEqual([])
    })

    test('with a mark that only a later page shows fails with the sentence, and its bytes go', async () => {
      const { services, put } = await office(open)
      await put(scan(40, 'trang sau: MẬT'))
      expect(services.kept.size).toBe(1)
      await work(services)
      expect(services.kept.size).toBe(0)
      expect(await imports(services, officer)).toMatchObject([
        { state: 'failed', fault: { code: 'secret-document' } },
      ])
    })
  })

  describe('a reading that has failed', () => {
    async function failed() {
      const { services, put } = await office(open)
      const { sha256 } = await put(scan(40))
      const bytes = services.kept.get(sha256) ?? new Uint8Array()
      services.kept.delete(sha256)
      await work(services)
      expect(await imports(services, officer)).toMatchObject([
        { state: 'failed', fault: { code: 'not-found' } },
      ])
      services.kept.set(sha256, bytes)
      return { services, put, sha256 }
    }

    test('is tried again when asked', async () => {
      const { services, sha256 } = await failed()
      await retryImport(services, officer, sha256)
      await work(services)
      expect(await imports(services, officer)).toEqual([])
      expect(await proposals(services, officer)).toHaveLength(1)
    })

    test('is forgotten when asked, with its bytes, unless another agency waits for the same', async () => {
      const { services, put, sha256 } = await failed()
      await put(scan(40), neighbour)
      await dismissImport(services, officer, sha256)
      expect(await imports(services, officer)).toEqual([])
      expect(services.kept.has(sha256)).toBe(true)
      await work(services)
      await put(scan(41))
      await expect(dismissImport(services, officer, sha256)).rejects.toMatchObject({ code: 'not-found' })
    })

    test('leaves no bytes where nobody else has them', async () => {
      const { services, sha256 } = await failed()
      await dismissImport(services, officer, sha256)
      expect(services.kept.size).toBe(0)
    })

    test('is seen and decided on only with the right, and is not there for another agency', async () => {
      const { services, sha256 } = await failed()
      const clerk = actorAs('clerk')
      expect(await imports(services, clerk)).toHaveLength(1)
      expect(await imports(services, neighbour)).toEqual([])
      await expect(imports(services, actorAs('publisher'))).rejects.toMatchObject({ code: 'forbidden' })
      for (const step of [retryImport, dismissImport]) {
        await expect(step(services, actorAs('leader'), sha256)).rejects.toMatchObject({ code: 'forbidden' })
        await expect(step(services, neighbour, sha256)).rejects.toMatchObject({ code: 'not-found' })
      }
      expect(await imports(services, officer)).toMatchObject([{ state: 'failed' }])
    })
  })

  describe('a worker that is killed while it reads', () => {
    const start = otherProcesses()

    async function reading() {
      const at = await place()
      const folder = await mkdtemp(join(tmpdir(), 'dothi-files-'))
      onTestFinished(() => rm(folder, { recursive: true, force: true }))
      const services = { ...desk(await open(undefined, at)), files: new Objects(folder) }
      await importDocument(services, officer, bytesOf(scan(8)), 'quet.pdf')
      /** Starts a worker, waits until it stays at page 2, and cuts its power. */
      const killed = async () => {
        const worker = start(program, at, folder, 2)
        expect([await worker.said(), await worker.said()]).toEqual(['1', '2'])
        await worker.kill()
      }
      /** What is listed once another process has brought it there. */
      const until = async (wanted: (count: number, state: string | undefined) => boolean) => {
        for (;;) {
          const listed = await imports(services, officer)
          if (wanted(listed.length, listed[0]?.state)) return listed
          await pause(20)
        }
      }
      return { services, killed, until, again: () => start(program, at, folder, 0) }
    }

    test('leaves work that is begun once more and entered once', async () => {
      const { services, killed, again, until } = await reading()
      await killed()
      expect(await imports(services, officer)).toMatchObject([{ state: 'running', pages: 8 }])
      again()
      await until((count) => count === 0)
      expect(await proposals(services, officer)).toHaveLength(1)
    })

    test('twice, is told as a failure with what to do, and read when asked to try again', async () => {
      const { services, killed, again, until } = await reading()
      await killed()
      await killed()
      again()
      const [listed] = await until((_count, state) => state === 'failed')
      expect(listed?.fault).toMatchObject({ code: 'job-died' })
      expect(listed?.fault?.vi).toContain('Hãy chia nhỏ tệp')
      await retryImport(services, officer, listed?.sha256 ?? '')
      await until((count) => count === 0)
      expect(await proposals(services, officer)).toHaveLength(1)
    })
  })
})
