import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '../../src/domain/fault.ts'
import type { Day } from '../../src/domain/day.ts'
import { jsonFact, openRecord, type RecordPlace, type TownRecord } from '../../src/platform/db/index.ts'

/** What the tests let another process do with a record: each says one line when it is done. */
const works: Readonly<Record<string, (record: TownRecord, count: number) => Promise<void>>> = {
  open: async () => {},
  serve: async (record) => {
    await record.claimServer()
    process.stdout.write('serving\n')
    await sleep(60_000)
  },
  count: async (record, count) => {
    const author = { agency: 'thi-xa', post: `tien-trinh-${process.pid}`, person: 'p' }
    const fact = jsonFact<number>('count')
    for (let i = 0; i < count; i++)
      await record.commit(author, 'one more', (c) =>
        c.facts(fact).insert({ id: `${process.pid}-${i}`, from: '2026-01-01' as Day, value: i }),
      )
  },
}

const [what, place, count = 0] = process.argv.slice(2).map((arg) => JSON.parse(arg) as unknown)
try {
  const record = await openRecord(place as RecordPlace)
  await works[String(what)]?.(record, Number(count))
  await record.close()
  process.stdout.write('done\n')
} catch (error) {
  process.stdout.write(error instanceof Fault ? `${error.code}\n` : `${String(error)}\n`)
}
