import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { Fault } from '../../domain/fault.ts'
import { mappingSchema, type ImportOptions, type Incoming } from '../../features/registers/index.ts'

/** What stands beside the named file and belongs to it. */
const partners: Readonly<Record<string, readonly string[]>> = {
  '.shp': ['.shx', '.dbf', '.prj', '.cpg', '.qix'],
  '.tab': ['.dat', '.id', '.map', '.ind'],
  '.mif': ['.mid'],
}

/** The file, the parts beside it, or all files of a folder (FileGDB). */
export async function incomingFrom(path: string): Promise<Incoming[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Fault('file-access', { path, code: error.code ?? '' }, error)
  })
  if (found.isDirectory()) return folder(path)
  const ending = extname(path).toLowerCase()
  const stem = basename(path, extname(path)).toLowerCase()
  const wanted = partners[ending] ?? []
  const names = wanted.length === 0 ? [] : await readdir(dirname(path))
  const beside = names.filter(
    (name) =>
      basename(name, extname(name)).toLowerCase() === stem && wanted.includes(extname(name).toLowerCase()),
  )
  return [basename(path), ...beside.toSorted()].map((name) => incoming(name, join(dirname(path), name)))
}

async function folder(path: string): Promise<Incoming[]> {
  const names = (await readdir(path, { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  )
  const root = basename(path)
  const inside = names.map((each) =>
    join(each.parentPath, each.name).slice(path.length).replaceAll('\\', '/'),
  )
  return inside.toSorted().map((name) => incoming(join(root, name), join(path, name)))
}

const incoming = (name: string, path: string): Incoming => ({ name, bytes: createReadStream(path) })

/** A file of JSON where there is one of this name, else the name of a saved mapping. */
export async function mappingFrom(text: string): Promise<Pick<ImportOptions, 'mapping' | 'mappingName'>> {
  const json = await readFile(text, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !/[./\\]/.test(text)) return null
    throw new Fault('file-access', { path: text, code: error.code ?? '' }, error)
  })
  if (json === null) return { mappingName: text }
  const parsed = mappingSchema.safeParse(parsedJson(json))
  if (parsed.success) return { mapping: parsed.data }
  const [issue] = parsed.error.issues
  throw new Fault('mapping-invalid', { name: text, why: `${issue?.path.join('.')}: ${issue?.message}` })
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
