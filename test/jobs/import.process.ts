import { importJob, type ReadingOptions } from '../../src/features/plan/index.ts'
import { openRecord, type RecordPlace } from '../../src/platform/db/index.ts'
import { Objects } from '../../src/platform/files/index.ts'
import { workerProcess } from '../../src/platform/jobs/index.ts'
import { desk } from '../support/desk.ts'

/** The worker of imports; says each page that was read and, where told to, stays at one for ever. */
const [place, folder, stay] = process.argv.slice(2).map((arg) => JSON.parse(arg) as unknown) as [
  RecordPlace,
  string,
  number,
]
const record = await openRecord(place)
const usual = desk(record)
const told = (options?: ReadingOptions): ReadingOptions => ({
  ...options,
  afterPages: async (done, pages) => {
    await options?.afterPages?.(done, pages)
    process.stdout.write(`${done}\n`)
    if (done === stay) await new Promise(() => setInterval(() => undefined, 1000))
  },
})
const services = {
  ...usual,
  files: new Objects(folder),
  read: (bytes: Uint8Array, name: string, options?: ReadingOptions) => usual.read(bytes, name, told(options)),
}
await workerProcess(record, [importJob(services)], (error) => process.stderr.write(`${String(error)}\n`))
