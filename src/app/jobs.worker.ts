import { readConfig } from '../platform/config/index.ts'
import { workerProcess } from '../platform/jobs/index.ts'
import { openLog } from '../platform/log/index.ts'
import { openDothi } from './compose.ts'
import { jobKinds } from './jobs.ts'

// The process that works off the queue beside the server: what it does never holds up a page.
const [version = ''] = process.argv.slice(2)
const config = readConfig(process.env)
const log = openLog(config.logLevel)
const dothi = await openDothi(config, version)
await workerProcess(dothi.record, jobKinds(dothi), (error, job) =>
  log.error({ err: error, job: job.id, kind: job.kind }, 'job failed'),
)
