import type { Day } from '../../../../domain/day.ts'
import { head } from '../../../../platform/db/index.ts'
import type { JobContext } from '../../../../platform/jobs/index.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { ChangeCounts, ImportSummary } from '../../model/import/run.ts'
import { restrictedOf } from '../../store/imports/places.ts'
import { updateWork, type ImportFile } from '../../store/imports/files.ts'
import { closeIfDecided } from './accept-step.ts'
import { chosenOf, compare, type Change, type LaterKept } from './compare.ts'
import { keepChanges, keepIssues, type Waiting } from './keep-issues.ts'
import { readMap, type FileReading } from './read.ts'
import type { ImportServices } from './services.ts'
import { knownSource, newSource } from './source.ts'
import { takeChanges } from './take.ts'
import { fileEntries } from './values.ts'

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
  const entries = fileEntries(services, file, read, source, from)
  const found = await compare(record, entries, { agency, register: file.register, source, on: from })
  const total = found.counts.new + found.counts.changed + found.counts.gone
  const open = total > 0 && !found.first && !accept
  // Nobody's correction is written over unseen, whatever else is accepted.
  const waits = ({ entry, hand }: Pick<Change, 'entry' | 'hand'>) =>
    open || hand !== null || hidden.has(entry)
  const some = open || hidden.size > 0 || !found.first ? chosenOf(found, waits) : none()
  const waiting = await keepChanges(record, agency, file.id, some)
  const later = found.later.filter(({ entry }) => !hidden.has(entry))
  const issues = [...read.issues, ...reviewIssue(waiting), ...handIssue(waiting), ...laterIssue(later)]
  await keepIssues(record, agency, file.id, issues)
  const { mapping, reading } = read
  const work = { mapping, summary: summaryOf(read, found.counts, issues, from), reading, source, seen }
  await record.transact((db) => updateWork(db, agency, file.id, work))
  const taken = total - waiting.new - waiting.changed - waiting.gone
  if (taken > 0) {
    const reason = `Nhập bản đồ ${file.name}`
    const act = { file: file.id, seq, act: 'take', body: { changes: taken } } as const
    const taking = { register: file.register, source, from, reason, basedOn: seen, act }
    await takeChanges(
      context,
      chosenOf(found, (one) => !waits(one)),
      taken,
      taking,
    )
  }
  await record.transact((db) => closeIfDecided(db, agency, file.id))
}

async function* none(): AsyncGenerator<readonly Change[]> {
  yield []
}

async function sourceOf(
  { record }: ImportServices,
  agency: string,
  { register, options, name, sha256 }: ImportFile,
  { mapping: { fingerprint }, sample }: FileReading,
): Promise<string> {
  if (options.source !== undefined) return options.source
  const known = await knownSource({ record }, agency, register, { name, fingerprint, candidates: sample })
  return known ?? newSource(name, sha256)
}

function handIssue({ hand: count }: Waiting): ImportIssue[] {
  return count === 0 ? [] : [{ code: 'changed-by-hand', at: {}, params: { number: count }, count }]
}

function reviewIssue({ new: added, changed, gone }: Waiting): ImportIssue[] {
  const count = added + changed + gone
  return count === 0 ? [] : [{ code: 'review-open', at: {}, params: { added, changed, gone }, count }]
}

/** What the record has for later days stays beside what the file says: a person looks whether both are right. */
function laterIssue(kept: readonly LaterKept[]): ImportIssue[] {
  const [day = ''] = kept.map(({ until }) => until).toSorted()
  const keys = kept.flatMap(({ sourceKey }) => (sourceKey === '' ? [] : [sourceKey]))
  const count = kept.length
  return count === 0 ? [] : [{ code: 'later-kept', at: {}, params: { number: count, day }, count, keys }]
}

function summaryOf(
  { format, mapping, sums }: FileReading,
  counts: ChangeCounts,
  issues: readonly ImportIssue[],
  from: Day,
): ImportSummary {
  const codes = Map.groupBy(issues, ({ code }) => code)
  return {
    sums,
    entries: sums.entries + sums.built,
    changed: counts.new + counts.changed + counts.gone,
    counts,
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
