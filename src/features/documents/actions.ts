import type { TownRecord } from '../../platform/db/index.ts'
import { demand, ownDraft, type Actor } from '../office/index.ts'
import { Fault } from '../../domain/fault.ts'
import { filesOf, findFile, type DocumentFile } from './store.ts'

/** Where bytes are kept by their SHA-256. */
export interface ByteStore {
  put(bytes: Uint8Array): Promise<string>
  get(sha256: string): Promise<Uint8Array>
  remove(sha256: string): Promise<void>
}

export interface DocumentServices {
  readonly record: TownRecord
  readonly files: ByteStore
}

/** The files that the actor's agency received, the latest first. */
export async function documents({ record }: DocumentServices, actor: Actor): Promise<DocumentFile[]> {
  demand(actor, 'document.read', ownDraft(actor), 'xem tài liệu')
  return record.read((db) => filesOf(db, actor.agency))
}

/** A file as it was received, checked against its digest on the way out. */
export async function documentBytes(
  { record, files }: DocumentServices,
  actor: Actor,
  sha256: string,
): Promise<DocumentFile & { readonly bytes: Uint8Array }> {
  demand(actor, 'document.file', ownDraft(actor), 'tải tệp gốc')
  const file = await record.read((db) => findFile(db, actor.agency, sha256))
  if (!file) throw new Fault('not-found', { what: 'tài liệu này' })
  return { ...file, bytes: await files.get(sha256) }
}
