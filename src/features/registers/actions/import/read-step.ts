import type { Day } from '../../../../domain/day.ts'
import { head } from '../../../../platform/db/index.ts'
import type { JobContext } from '../../../../platform/jobs/index.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { ChangeCounts, ImportSummary } from '../../model/import/run.ts'
import { restrictedOf } from '../../store/imports/places.ts'
import { updateWork, type ImportFile } from '../../store/imports/files.ts'
import { closeIfDecided } from './accept-step.ts'
import { compare, type Change, type Comparison } from './compare.ts'
import { keepReading } from './kept.ts'
import { keepChanges, keepIssues } from './keep-issues.ts'
import { readMap, type FileReading } from './read.ts'
import type { ImportServices } from './services.ts'
import { knownSource, newSource } from './source.ts'
import { takeChanges } from './take.ts'
import { entriesOf } from './values.ts'

export interface Reading {
  readonly from: Day
  readonly accept: boolean
  /** Whether the one who asked sees restricted entries: what would change one of them waits for somebody who does. */
  readonly restricted: boolean
  readonly seq: number
}

/**
 * Reads a file and takes it in where its source is new, where nothing differs, or where no review is wanted; else the
 * differences wait for a person.
 */
export async function readStep(
  services: ImportServices,
  context: JobContext,
  file: ImportFile,
  { from, accept, restricted, seq }: Reading,
): Promise<void> {
  const { record } = services
  const { agency } = context.author
  const read = await readMap(services, agency, file, from, (done, total) =>
    context.progress({ done, total, message: 'read' }),
  )
  const { seen, hidden } = await record.read(async (db) => ({
    seen: (await head(db))?.number ?? 0,
    hidden: restricted ? new Set<string>() : await restrictedOf(db, agency, file.register),
  }))
  const source = await sourceOf(services, agency, file, read)
  const entries = entriesOf(services, file, read, source, from)
  const found = await compare(record, entries, { agency, register: file.register, source, on: from })
  const open = found.changes.length > 0 && !found.first && !accept
  const waiting = open ? found.changes : found.changes.filter(({ entry }) => hidden.has(entry))
  const taken = open ? [] : found.changes.filter(({ entry }) => !hidden.has(entry))
  const seenChanges = found.changes.filter(({ entry }) => !hidden.has(entry))
  const issues = [...read.reading.issues, ...reviewIssue(waiting), ...laterIssue(seenChanges)]
  await keepIssues(record, agency, file.id, issues)
  await keepChanges(record, agency, file.id, waiting)
  const work = {
    mapping: read.mapping,
    summary: summaryOf(read, found, issues, from),
    reading: await keepReading(services.files, read.reading),
    source,
    seen,
  }
  await record.transact((db) => updateWork(db, agency, file.id, work))
  if (taken.length > 0) await take(context, file, { source, from, seq, seen }, taken)
  await record.transact((db) => closeIfDecided(db, agency, file.id))
}

async function sourceOf(
  { record }: ImportServices,
  agency: string,
  { register, options, name, sha256 }: ImportFile,
  { mapping: { fingerprint }, reading: { candidates } }: FileReading,
): Promise<string> {
  if (options.source !== undefined) return options.source
  const known = await knownSource({ record }, agency, register, { name, fingerprint, candidates })
  return known ?? newSource(name, sha256)
}

function take(
  context: JobContext,
  { id, name, register }: ImportFile,
  { source, from, seq, seen }: { source: string; from: Day; seq: number; seen: number },
  changes: readonly Change[],
) {
  const act = { file: id, seq, act: 'take', body: { changes: changes.length } } as const
  const reason = `Nhập bản đồ ${name}`
  return takeChanges(context, changes, { register, source, from, reason, basedOn: seen, act })
}

function countsOf({ changes, same }: Omit<Comparison, 'first'>): ChangeCounts {
  const counts = { new: 0, changed: 0, gone: 0, same }
  for (const { kind } of changes) counts[kind]++
  return counts
}

function reviewIssue(waiting: readonly Change[]): ImportIssue[] {
  const { new: added, changed, gone } = countsOf({ changes: waiting, same: 0 })
  const count = waiting.length
  return count === 0 ? [] : [{ code: 'review-open', at: {}, params: { added, changed, gone }, count }]
}

/** What the record has for later days stays beside what the file says: a person looks whether both are right. */
function laterIssue(changes: readonly Change[]): ImportIssue[] {
  const kept = changes.filter(({ until }) => until !== null)
  const days = kept.map(({ until }) => until ?? '').toSorted()
  const params = { number: kept.length, day: days[0] ?? '' }
  const keys = kept.map(({ sourceKey }) => sourceKey)
  return kept.length === 0 ? [] : [{ code: 'later-kept', at: {}, params, count: kept.length, keys }]
}

function summaryOf(
  { format, mapping, reading: { sums } }: FileReading,
  found: Comparison,
  issues: readonly ImportIssue[],
  from: Day,
): ImportSummary {
  const codes = Map.groupBy(issues, ({ code }) => code)
  return {
    sums,
    entries: sums.entries + sums.built,
    changed: found.changes.length,
    counts: countsOf(found),
    issues: [...codes].map(([code, list]) => ({
      code,
      count: list.reduce((sum, { count }) => sum + count, 0),
    })),
    format,
    fingerprint: mapping.fingerprint,
    from,
    crs: mapping.layers[0]?.crs.id ?? null,
    operation: mapping.layers[0]?.crs.operation ?? null,
  }
}
