import { setImmediate } from 'node:timers/promises'
import type { Day } from '../../src/domain/day.ts'
import { jsonFact, openRecord, type RecordPlace } from '../../src/platform/db/index.ts'
import { jobKind, workerProcess } from '../../src/platform/jobs/index.ts'

/** Writes so many facts, slowly at the first attempt, and says each tenth. */
const count = jobKind<number>('count', async (total, { attempt, long, progress }) => {
  const commit = await long('counted')
  const numbers = Array.from({ length: total }, (_, i) => i)
  await commit.each(numbers, async (batch, i) => {
    const busyUntil = performance.now() + (attempt === 1 ? 10 : 0)
    while (performance.now() < busyUntil);
    await batch.facts(jsonFact<number>('count')).insert({ id: `n${i}`, from: '2026-01-01' as Day, value: i })
    if (i % 10 === 9) process.stdout.write(`${i + 1}\n`)
  })
  await commit.close()
  await progress({ done: total, total, message: 'counted' })
  return { attempt }
})

/** Takes the whole process down each time. */
const deadly = jobKind<null>('deadly', async () => {
  process.kill(process.pid, 'SIGKILL')
})

/** Never ends unless asked to give way. */
const patient = jobKind<null>('patient', async (_, { progress }) => {
  for (let done = 0; ; done++) {
    await progress({ done, total: null, message: '' })
    await setImmediate()
  }
})

const place = JSON.parse(process.argv[2] ?? process.env.DOTHI_TEST_PLACE ?? '') as RecordPlace
await workerProcess(await openRecord(place), [count, deadly, patient], (error) =>
  process.stderr.write(`${String(error)}\n`),
)
