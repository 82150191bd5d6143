import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { yamlValue, type LawFile } from '../features/law/index.ts'
import { sha256, writeWhole } from '../platform/files/index.ts'

const keptSchema = z.record(z.string(), z.unknown())

/**
 * Files of a folder of YAML with what they say, which is kept by the digest of each text: a command would else spend a
 * third of its time on reading the law. Where nothing can be kept it is read every time.
 */
export async function withValues(root: string, name: string, files: readonly LawFile[]): Promise<LawFile[]> {
  const path = join(root, 'node_modules', '.cache', `${name}.yaml.json`)
  const kept = await read(path)
  const valued = files.map((file) => {
    const digest = sha256(file.text)
    const value = Object.hasOwn(kept, digest) ? kept[digest] : yamlValue(file.text)
    return { digest, file: value === undefined ? file : { ...file, value } }
  })
  if (valued.some(({ digest }) => !Object.hasOwn(kept, digest))) {
    const all = valued.flatMap(({ digest, file }) => ('value' in file ? [[digest, file.value] as const] : []))
    await writeWhole(path, JSON.stringify(Object.fromEntries(all))).catch(() => undefined)
  }
  return valued.map(({ file }) => file)
}

async function read(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}
