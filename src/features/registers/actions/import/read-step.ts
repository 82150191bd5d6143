import type { Day } from '../../../../domain/day.ts'
import { horizonOf } from '../../../../platform/db/index.ts'
import type { JobContext } from '../../../../platform/jobs/index.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { ChangeCounts, ImportSummary } from '../../model/import/run.ts'
import { updateWork, type ImportFile } from '../../store/imports/files.ts'
import { compare, type Change, type Comparison } from './compare.ts'
import { keepReading } from './kept.ts'
import { keepChanges, keepIssues } from './keep-issues.ts'
import { readMap, type FileReading } from './read.ts'
import type { ImportServices } from './services.ts'
import { knownSource, newSource } from './source.ts'
import { takeChanges } from './take.ts'
import { fileEntry, type FileEntry } from './values.ts'

export interface Reading {
  readonly from: Day
  readonly accept: boolean
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
  { from, accept, seq }: Reading,
): Promise<void> {
  const { record } = services
  const { agency } = context.author
  const read = await readMap(services, agency, file, from, (done, total) =>
    context.progress({ done, total, message: 'read' }),
  )
  const seen = await record.read(async (db) => (await horizonOf(db)).reach)
  const source = await sourceOf(services, agency, file, read)
  const entries = entriesOf(services, file, read, source, from)
  const found = await compare(record, entries, { agency, register: file.register, source, on: from })
  const open = found.changes.length > 0 && !found.first && !accept
  const issues = open ? [...read.reading.issues, reviewIssue(found)] : read.reading.issues
  await keepIssues(record, agency, file.id, issues)
  await keepChanges(record, agency, file.id, open ? found.changes : [])
  const work = {
    mapping: read.mapping,
    summary: summaryOf(read, found, issues, from),
    reading: await keepReading(services.files, read.reading),
    source,
    seen,
  }
  await record.transact((db) => updateWork(db, agency, file.id, work))
  if (!open && found.changes.length > 0) await take(context, file, { source, from, seq }, found.changes)
  await record.transact((db) => updateWork(db, agency, file.id, { state: open ? 'review' : 'taken' }))
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

export function entriesOf(
  { catalogue }: ImportServices,
  { register, name, sha256 }: ImportFile,
  { mapping, reading }: Pick<FileReading, 'mapping' | 'reading'>,
  source: string,
  from: Day,
): FileEntry[] {
  const definition = catalogue.find(register, from)
  const operations = new Map(mapping.layers.map(({ layer, crs }) => [layer, crs.operation]))
  return reading.candidates.map((candidate) =>
    fileEntry(candidate, {
      definition,
      stage: mapping.stage,
      source,
      name,
      sha256,
      operation: operations.get(candidate.origin.layer) ?? null,
    }),
  )
}

function take(
  context: JobContext,
  { id, name, register }: ImportFile,
  { source, from, seq }: { source: string; from: Day; seq: number },
  changes: readonly Change[],
) {
  const act = { file: id, seq, act: 'take', body: { changes: changes.length } } as const
  return takeChanges(context, changes, { register, source, from, reason: `Nhập bản đồ ${name}`, act })
}

export function countsOf({ changes, same }: Comparison): ChangeCounts {
  const counts = { new: 0, changed: 0, gone: 0, same }
  for (const { kind } of changes) counts[kind]++
  return counts
}

function reviewIssue(found: Comparison): ImportIssue {
  const { new: added, changed, gone } = countsOf(found)
  return { code: 'review-open', at: {}, params: { added, changed, gone }, count: found.changes.length }
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
    issues: [...codes].map(([code, list]) => ({ code, count: list.length })),
    format,
    fingerprint: mapping.fingerprint,
    from,
    crs: mapping.layers[0]?.crs.id ?? null,
    operation: mapping.layers[0]?.crs.operation ?? null,
  }
}
