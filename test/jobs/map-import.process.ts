import { mapImportJob } from '../../src/features/registers/index.ts'
import { openRecord, type RecordPlace } from '../../src/platform/db/index.ts'
import { workerProcess } from '../../src/platform/jobs/index.ts'
import { importServices } from '../support/import-desk.ts'

/** A worker of map imports in a process of its own, to be killed. Says when it is ready. */
const [place, folder] = process.argv.slice(2).map((arg) => JSON.parse(arg) as unknown) as [
  RecordPlace,
  string,
]
const record = await openRecord(place)
const services = await importServices(record, folder)
process.stdout.write('ready\n')
await workerProcess(record, [mapImportJob(services)], (error) => process.stderr.write(`${String(error)}\n`))
