import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { Fault } from '../domain/fault.ts'
import { townSchema, type Town } from '../features/office/index.ts'

/** The folder of the town that a new record is made with. */
export const exampleTown = (root: string) => join(root, 'towns', 'duc-pho')

export async function readTown(folder: string): Promise<Town> {
  const parsed = townSchema.safeParse(parse(await readFile(join(folder, 'town.yaml'), 'utf8')))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Fault('town-invalid', { town: folder, fault: `${issue?.path.join('.')}: ${issue?.message}` })
}
