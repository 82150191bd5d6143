import type { Author } from '../../../domain/author.ts'
import { sha256 } from '../../../platform/files/index.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import { hasProposal } from '../store/proposals.ts'
import { enterReading } from './enter.ts'
import { isQueued, queueImport } from './import-job.ts'
import type { PlanServices, ReadingOptions } from './services.ts'

export interface Imported {
  readonly sha256: string
  /** True where the same bytes had been imported before: nothing has changed then. */
  readonly again: boolean
  /** True where a job reads it; the proposal is there when that is done. */
  readonly queued: boolean
}

/**
 * Pages that are read while the officer waits, about as long as one waits without doubting: a scan takes 2 to 6 s a
 * page, a page with a text layer some hundredths of a second.
 */
const pagesAtOnce = { scanned: 3, printed: 150 } as const

/** Ends a reading that is too long to wait for. */
class Later extends Error {}

/**
 * Reads a document into a proposal; a long scan or PDF is left to a job. The bytes are kept only after the reader has
 * found no secrecy mark, on the first page of those at least.
 */
export async function importDocument(
  services: PlanServices,
  actor: Actor,
  bytes: Uint8Array,
  name: string,
): Promise<Imported> {
  demand(actor, 'document.import', ownDraft(actor), 'nhập tài liệu')
  const file = { sha256: sha256(bytes), name, size: bytes.length }
  if (await services.record.read((db) => isQueued(db, actor.agency, file.sha256)))
    return { sha256: file.sha256, again: false, queued: true }
  const paged = (pages: number, scanned: boolean) => {
    if (pages > (scanned ? pagesAtOnce.scanned : pagesAtOnce.printed)) throw new Later()
  }
  try {
    return await read(services, actor, bytes, name, { paged })
  } catch (error) {
    if (!(error instanceof Later)) throw error
  }
  await services.files.put(bytes)
  await queueImport(services, actorOf(actor), file)
  return { sha256: file.sha256, again: false, queued: true }
}

/** The same, read to its end however long it takes. */
export async function importAtOnce(
  services: PlanServices,
  actor: Actor,
  bytes: Uint8Array,
  name: string,
): Promise<Imported> {
  demand(actor, 'document.import', ownDraft(actor), 'nhập tài liệu')
  return read(services, actor, bytes, name)
}

async function read(
  services: PlanServices,
  actor: Actor,
  bytes: Uint8Array,
  name: string,
  options?: ReadingOptions,
): Promise<Imported> {
  const file = { sha256: sha256(bytes), name, size: bytes.length }
  const known = await services.record.read((db) => hasProposal(db, actor.agency, file.sha256))
  if (known) return { sha256: file.sha256, again: true, queued: false }
  const reading = await services.read(bytes, name, options)
  // First the bytes, then the rows that name them: a stop in between leaves a file that nobody names.
  await services.files.put(bytes)
  const entered = await enterReading(services, actorOf(actor), file, reading)
  return { sha256: file.sha256, again: !entered, queued: false }
}

export function actorOf({ agency, post, person }: Actor): Author {
  return { agency, post, person }
}
