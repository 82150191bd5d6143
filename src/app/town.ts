import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { Fault } from '../domain/fault.ts'
import { townSchema, type Town } from '../features/office/index.ts'
import { territorySchema, type Territory, type TownBoundaries } from '../features/territory/index.ts'

/** The folder of the town that a new record is made with. */
export const exampleTown = (root: string) => join(root, 'towns', 'duc-pho')

export async function readTown(folder: string): Promise<Town> {
  const parsed = townSchema.safeParse(parse(await readFile(join(folder, 'town.yaml'), 'utf8')))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Fault('town-invalid', { town: folder, fault: `${issue?.path.join('.')}: ${issue?.message}` })
}

/** The units that a town brings along with their boundaries; null where it brings none. */
export async function readTownUnits(
  folder: string,
  { territory }: Town,
): Promise<{ readonly territory: Territory; readonly boundaries: TownBoundaries } | null> {
  if (!territory) return null
  const text = (name: string) => readFile(join(folder, name), 'utf8')
  const parsed = territorySchema.safeParse(parse(await text(territory.units)))
  const [issue] = parsed.error?.issues ?? []
  if (!parsed.success)
    throw new Fault('town-invalid', {
      town: territory.units,
      fault: `${issue?.path.join('.')}: ${issue?.message}`,
    })
  return {
    territory: parsed.data,
    boundaries: JSON.parse(await text(territory.boundaries)) as TownBoundaries,
  }
}
