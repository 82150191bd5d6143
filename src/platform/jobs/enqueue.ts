import { randomUUID } from 'node:crypto'
import type { Author } from '../../domain/author.ts'
import { putJob, type TownRecord } from '../db/index.ts'
import type { JobKind } from './kind.ts'

/**
 * Leaves work to the worker and returns its id. With an id made from what is worked on, asking twice makes
 * one job; asked again after its end, it begins anew.
 */
export async function enqueue<I>(
  record: TownRecord,
  author: Author,
  kind: Pick<JobKind<I>, 'name'>,
  input: I,
  id: string = randomUUID(),
): Promise<string> {
  const created = record.now().toISOString()
  await record.transact((db) =>
    putJob(db, { agency: author.agency, id, kind: kind.name, author, input, created }),
  )
  return id
}
