import { createHash } from 'node:crypto'
import { canonical } from '../../../../domain/canonical.ts'
import { Fault } from '../../../../domain/fault.ts'
import { mapBounds } from '../../../../platform/formats/map/index.ts'
import { demand, ownDraft, type Actor } from '../../../office/index.ts'
import type { FilePart, ImportOptions } from '../../model/import/run.ts'
import { enterFile, findWork, type ImportFile } from '../../store/imports/files.ts'
import { latestOfSource } from '../../store/imports/source.ts'
import { seesRestricted } from '../services.ts'
import { queueStep } from './step.ts'
import type { ImportServices } from './services.ts'

/** A file as it comes in: its name, and its bytes one part after the other. */
export interface Incoming {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

export interface Received {
  readonly id: string
  /** True where the same bytes were taken in the same way before and nothing came after: nothing is done then. */
  readonly again: boolean
}

/**
 * Keeps a file for a register and leaves its reading to a job. Several files are one map in parts (a shapefile with its
 * table), the first of them gives the name. Asked twice, it is one import.
 */
export async function receiveMap(
  services: ImportServices,
  actor: Actor,
  register: string,
  incoming: Iterable<Incoming> | AsyncIterable<Incoming>,
  options: ImportOptions,
): Promise<Received> {
  demand(actor, 'register.import', ownDraft(actor), 'nhập bản đồ')
  services.catalogue.find(register, services.today())
  return take(services, actor, importOf(register, await keep(services, incoming), options))
}

/** Files the bytes that are kept, and leaves them to the worker. */
export async function take(services: ImportServices, actor: Actor, file: ImportFile): Promise<Received> {
  const { register, options } = file
  const author = { agency: actor.agency, post: actor.post, person: actor.person }
  if (await stands(services, actor.agency, file)) return { id: file.id, again: true }
  await services.record.commit(author, `Nhận tệp ${file.name} cho lớp ${register}`, (commit) =>
    enterFile(commit, file),
  )
  await queueStep(services.record, author, file, {
    do: 'read',
    from: options.from ?? services.today(),
    accept: options.accept ?? false,
    restricted: seesRestricted(actor),
  })
  return { id: file.id, again: false }
}

async function keep(
  services: ImportServices,
  incoming: Iterable<Incoming> | AsyncIterable<Incoming>,
): Promise<FilePart[]> {
  const parts: FilePart[] = []
  let left = mapBounds.fileBytes
  for await (const { name, bytes } of incoming) {
    const limit = Math.floor(mapBounds.fileBytes / 1048576)
    const tooLarge = () => new Fault('map-too-large', { name, size: `> ${limit}`, limit })
    const kept = await services.files.keep(bytes, left, tooLarge)
    left -= kept.size
    parts.push({ name, ...kept })
  }
  return parts
}

export function importOf(register: string, files: readonly FilePart[], options: ImportOptions): ImportFile {
  const [first] = files
  if (!first) throw new Fault('map-unknown', { name: '–', found: '0' })
  const sha256 = files.length === 1 ? first.sha256 : digest(canonical(files))
  // Whether a review is wanted, and from which day, says nothing of how the file is read.
  const { accept: _, from: __, ...read } = options
  const id = digest(canonical({ register, sha256, read })).slice(0, 24)
  const size = files.reduce((sum, part) => sum + part.size, 0)
  return { id, register, sha256, name: first.name, size, files, options }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** Whether the very same was taken last of its source, or waits for a decision that is not asked for now. */
async function stands({ record }: ImportServices, agency: string, { id, options }: ImportFile) {
  return record.read(async (db) => {
    const work = await findWork(db, agency, id)
    if (!work) return false
    if (work.state === 'waiting') return true
    if (work.state === 'review') return options.accept !== true
    return work.state === 'taken' && (await latestOfSource(db, agency, work.register, work.source)) === id
  })
}
