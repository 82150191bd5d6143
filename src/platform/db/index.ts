export { auditVerify, type Audit, type Finding } from './audit.ts'
export { backup, type BackupSummary, type Folders } from './backup.ts'
export type { Commit, CommitOptions, Committed } from './commit.ts'
export type { Claim, EngineName, TableShape } from './engine.ts'
export type { FactWriter, NewFact } from './fact-writer.ts'
export { facts, type Facts } from './facts.ts'
export { head, heldKnown, heldOn, horizonOf, sees, type Horizon } from './horizon.ts'
export { meetsBox, versionsIn } from './dialect.ts'
export {
  dropFailedJob,
  endJob,
  failJob,
  findJob,
  giveBackJob,
  isJobOpen,
  type Job,
  type JobFault,
  type JobKey,
  type JobState,
  listJobs,
  type Progress,
  putJob,
  recoverJobs,
  showProgress,
  takeJob,
} from './job-table.ts'
export { jsonFlag, jsonNumber, jsonText } from './json.ts'
export { jsonFact, type FactKind } from './kinds.ts'
export { personalValue, type PersonalWriter } from './personal.ts'
export { withLock } from './lock.ts'
export type { Batch, LongCommit } from './long.ts'
export { openRecord, type RecordPlace, type TownRecord } from './record.ts'
export { restore } from './restore.ts'
export type { Db, Tables, VersionColumns } from './tables.ts'
