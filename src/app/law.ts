import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../platform/files/index.ts'
import { withValues } from './yaml-kept.ts'
import { readLaw, type Law, type LawFile } from '../features/law/index.ts'

export const lawFolder = (root: string) => join(root, 'law')

/** The files of a folder of law, by path. */
export async function lawFiles(folder: string): Promise<LawFile[]> {
  const paths: string[] = []
  for await (const path of glob('**/*.yaml', { cwd: folder })) paths.push(path.replaceAll('\\', '/'))
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })))
}

/** The law of this installation; refused whole where a file of it is wrong. */
export async function openLaw(root: string): Promise<Law> {
  const { law, faults } = readLaw(await withValues(root, 'law', await lawFiles(lawFolder(root))))
  if (faults[0]) throw faults[0]
  return law
}

/** Of the law files as they lie there: the same files, the same digest. */
export function digestOfLaw(files: readonly LawFile[]): string {
  const lines = files.map(({ path, text }) => `${path} ${sha256(text.replaceAll('\r\n', '\n'))}`).toSorted()
  return sha256(lines.join('\n'))
}
