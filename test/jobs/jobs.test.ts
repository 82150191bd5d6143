import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Fault } from '../../src/domain/fault.ts'
import { auditVerify, facts, jsonFact, type TownRecord } from '../../src/platform/db/index.ts'
import {
  enqueue,
  findJob,
  jobKind,
  listJobs,
  supervise,
  workUntilIdle,
  type Job,
} from '../../src/platform/jobs/index.ts'
import { eachEngine } from '../engines.ts'
import { otherProcesses } from '../process.ts'

const author = { agency: 'thi-xa', post: 'chuyen-vien', person: 'p' }
const program = new URL('./worker.process.ts', import.meta.url)

/** The job once it is as wanted; it is another process that brings it there. */
async function jobWhen(record: TownRecord, id: string, wanted: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = await record.read((db) => findJob(db, { agency: 'thi-xa', id }))
    if (job && wanted(job)) return job
    await sleep(20)
  }
}

const ended = (job: Job) => job.ended !== null

describe('long work in a process of its own', () => {
  eachEngine((open, _, place) => {
    const start = otherProcesses()

    test('killed halfway, a job is begun once more and its work is there once', async () => {
      const at = await place()
      const record = await open(undefined, at)
      const first = start(program, at)
      const id = await enqueue(record, author, { name: 'count' }, 200)
      expect(await first.said()).toBe('10')
      expect(await first.said()).toBe('20')
      await first.kill()
      expect(await record.openRevisions()).toHaveLength(1)
      start(program, at)
      const job = await jobWhen(record, id, ended)
      expect(job).toMatchObject({
        state: 'done',
        attempts: 2,
        result: { attempt: 2 },
        progress: { done: 200, total: 200 },
      })
      const counted = await record.read((db) => facts(db, 'thi-xa', jsonFact<number>('count')).timeline())
      expect(counted).toHaveLength(200)
      expect(await auditVerify(record)).toMatchObject({ whole: true, revisions: 1 })
    })

    test('a job that takes its worker down twice has failed, and the worker goes on', async () => {
      const at = await place()
      const record = await open(undefined, at)
      const id = await enqueue(record, author, { name: 'deadly' }, null)
      await start(program, at).ended
      await start(program, at).ended
      const after = await enqueue(record, author, { name: 'count' }, 10)
      start(program, at)
      expect(await jobWhen(record, after, ended)).toMatchObject({ state: 'done', attempts: 1 })
      expect(await jobWhen(record, id, ended)).toMatchObject({
        state: 'failed',
        attempts: 2,
        fault: { code: 'job-died' },
      })
    })

    test('the server starts a worker that died again', async () => {
      const at = await place()
      const record = await open(undefined, at)
      const env = { ...process.env, DOTHI_TEST_PLACE: JSON.stringify(at) }
      const exits: string[] = []
      const supervisor = supervise(program, (exit) => exits.push(exit), { env, pause: 50 })
      onTestFinished(() => supervisor.stop())
      const id = await enqueue(record, author, { name: 'deadly' }, null)
      expect(await jobWhen(record, id, ended)).toMatchObject({ state: 'failed', attempts: 2 })
      // Windows has no signals: there a kill is an exit code.
      const killed = process.platform === 'win32' ? '1' : 'SIGKILL'
      expect(exits).toEqual([killed, killed])
      await jobWhen(record, await enqueue(record, author, { name: 'count' }, 1), ended)
      const began = performance.now()
      await supervisor.stop(20_000)
      expect(performance.now() - began).toBeLessThan(10_000)
    })

    test('asked to stop, the worker lets its job wait again, and that does not count as an attempt', async () => {
      const at = await place()
      const record = await open(undefined, at)
      const env = { ...process.env, DOTHI_TEST_PLACE: JSON.stringify(at) }
      const id = await enqueue(record, author, { name: 'patient' }, null)
      for (const _ of ['once', 'twice', 'a third time']) {
        const supervisor = supervise(program, (exit) => expect.unreachable(exit), { env })
        await jobWhen(record, id, (job) => job.state === 'running' && job.progress.done > 0)
        await supervisor.stop()
        expect(await jobWhen(record, id, () => true)).toMatchObject({ state: 'waiting', attempts: 0 })
      }
    })

    test('a refusal is kept as such, a mistake of ours is reported and told without its trace', async () => {
      const record = await open()
      const refuse = jobKind<null>('refuse', async () => {
        throw new Fault('not-found', { what: 'x' })
      })
      const slip = jobKind<null>('slip', async (_, { long }) => {
        const commit = await long('half')
        await commit.each([1], (batch) =>
          batch.facts(jsonFact<number>('count')).insert({ id: 'a', from: '2026-01-01' as never, value: 1 }),
        )
        throw new TypeError('our slip')
      })
      const ids = [await enqueue(record, author, refuse, null), await enqueue(record, author, slip, null)]
      const release = await record.long(author, 'a release of the server')
      await release.each([1], (batch) =>
        batch.facts(jsonFact<number>('count')).insert({ id: 'b', from: '2026-01-01' as never, value: 1 }),
      )
      const reported: unknown[] = []
      await workUntilIdle(record, [refuse, slip], (error) => reported.push(error))
      const [refused, slipped] = await Promise.all(ids.map((id) => jobWhen(record, id, ended)))
      expect(refused).toMatchObject({ state: 'failed', fault: { code: 'not-found', params: { what: 'x' } } })
      expect(slipped).toMatchObject({ state: 'failed', fault: { code: 'internal' } })
      expect(reported).toMatchObject([{ message: 'our slip' }])
      // What another living one writes is its own, both when a worker starts and when a job fails.
      expect(await record.openRevisions()).toEqual([release.revision])
      await release.close()
      expect(await record.openRevisions()).toEqual([])
      const counted = await record.read((db) => facts(db, 'thi-xa', jsonFact<number>('count')).timeline())
      expect(counted.map(({ id }) => id)).toEqual(['b'])
    })

    test('asked twice for the same work, it is one job; asked again after its end, it begins anew', async () => {
      const record = await open()
      let runs = 0
      const once = jobKind<string>('read', async () => ++runs)
      await enqueue(record, author, once, 'file', 'sha')
      await enqueue(record, author, once, 'file', 'sha')
      await workUntilIdle(record, [once], () => {})
      expect(runs).toBe(1)
      await enqueue(record, author, once, 'file', 'sha')
      expect(await record.read((db) => listJobs(db, 'thi-xa', 'read'))).toMatchObject([
        { state: 'waiting', result: null },
      ])
      await workUntilIdle(record, [once], () => {})
      expect(runs).toBe(2)
    })
  })
})
