import { readdir, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '../../../domain/canonical-json.ts'
import { Fault } from '../../../domain/fault.ts'
import { writeWhole } from '../../../platform/files/index.ts'
import type { Collection } from '../model/edition.ts'
import type { Editions } from './editions.ts'
import type { Keys } from './keys.ts'

export interface Copied {
  readonly folder: string
  readonly editions: readonly {
    readonly collection: Collection
    readonly id: string
    readonly files: number
  }[]
  /** Of all files. */
  readonly bytes: number
}

/**
 * Writes every edition in force, under its files' own names, with the list that names them and the keys: a folder that
 * any server can hand out, and that `verify` checks without the record. A folder that holds an earlier copy becomes the
 * new one; one that holds anything else is refused. The list comes last, so that a copy cut short shows.
 */
export async function copyEditions(editions: Editions, keys: Keys, folder: string): Promise<Copied> {
  await demandOwn(folder)
  const list = await editions.list()
  const kept = new Set(['current.json', 'keys.json'])
  const done: Copied['editions'][number][] = []
  let bytes = 0
  for (const [name, id] of Object.entries(list.editions).toSorted()) {
    const collection = name as Collection
    const edition = await editions.open(collection, id)
    const put = async (path: string, content: Uint8Array | string) => {
      kept.add(`${collection}/${id}/${path}`)
      bytes += content.length
      await writeWhole(join(folder, collection, id, ...path.split('/')), content)
    }
    for (const path of Object.keys(edition.manifest.files))
      await put(`files/${path}`, await edition.read(path))
    await put('manifest.json', await editions.manifest(collection, id))
    const seal = await editions.seal(collection, id)
    if (seal) await put('seal.json', `${canonicalJson(seal)}\n`)
    done.push({ collection, id, files: Object.keys(edition.manifest.files).length })
  }
  await writeWhole(join(folder, 'keys.json'), (await keys.text()) ?? '')
  await writeWhole(join(folder, 'current.json'), (await editions.listText()) ?? '')
  await removeOthers(folder, kept)
  return { folder, editions: done, bytes }
}

async function demandOwn(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return []
    throw new Fault('file-access', { path: folder, code: error.code ?? '' }, error)
  })
  if (names.length > 0 && !names.includes('keys.json')) throw new Fault('copy-folder', { folder })
}

/** Files of the copy before, and the folders that they leave empty. */
async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const path of await filesIn(folder)) if (!kept.has(path)) await rm(join(folder, ...path.split('/')))
  const all = await readdir(folder, { recursive: true })
  // The deepest first.
  for (const path of all.toSorted((a, b) => b.length - a.length))
    if ((await stat(join(folder, path))).isDirectory()) await rmdir(join(folder, path)).catch(() => undefined)
}

/** Every file below a folder, by its path with `/`, in order. */
export async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((one) => !one.isDirectory())
    .map((one) =>
      join(one.parentPath, one.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''),
    )
    .toSorted()
}
