import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Path of a real file that is no part of the project, or null where it is absent: specs then skip and say so. */
export function sharedFile(path: string): string | null {
  const folder = process.env['DOTHI_SHARED'] ?? join(import.meta.dirname, '../../shared')
  const file = join(folder, path)
  if (existsSync(file)) return file
  process.stderr.write(`Skipped: ${path} is not in the shared folder (set DOTHI_SHARED).\n`)
  return null
}
