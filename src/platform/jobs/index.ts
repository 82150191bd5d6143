export {
  dropFailedJob,
  findJob,
  isJobOpen,
  listJobs,
  type Job,
  type JobFault,
  type JobState,
  type Progress,
} from '../db/index.ts'
export { enqueue } from './enqueue.ts'
export { jobKind, type JobContext, type JobKind } from './kind.ts'
export { workerProcess } from './process.ts'
export { supervise, type Supervisor } from './supervisor.ts'
export { workUntilIdle } from './worker.ts'
