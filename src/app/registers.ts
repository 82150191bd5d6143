import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Law, LawFile } from '../features/law/index.ts'
import { withValues } from './yaml-kept.ts'
import { catalogueOf, readRegisters, type Catalogue } from '../features/registers/index.ts'

/** The files of `registers/`, by path. */
export async function registerFiles(root: string): Promise<LawFile[]> {
  const folder = join(root, 'registers')
  const paths: string[] = []
  for await (const path of glob('*.yaml', { cwd: folder })) paths.push(path)
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })))
}

/** The registers of this installation; refused whole where a file of them is wrong. */
export async function openRegisters(root: string, law: Law): Promise<Catalogue> {
  const read = readRegisters(await withValues(root, 'registers', await registerFiles(root)), law)
  if (read.faults[0]) throw read.faults[0]
  return catalogueOf(read.definitions, law)
}
