import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import {
  coordinateSystems,
  operationOf,
  type CoordinateSystems,
  type OperationRow,
  type ZoneRow,
} from '../src/domain/plane.ts'

/** The rows in force today of a table of `law/coordinates`. */
function rows(name: string): readonly unknown[] {
  const text = readFileSync(join(import.meta.dirname, '../law/coordinates', `${name}.yaml`), 'utf8')
  const { values } = parse(text) as { values: Record<string, { value: readonly unknown[] }> }
  const newest = Object.keys(values).toSorted().at(-1) ?? ''
  return values[newest]?.value ?? []
}

/** What `law/coordinates` holds, without the law's feature around it. */
export const systems: CoordinateSystems = coordinateSystems(
  rows('zones') as readonly ZoneRow[],
  rows('operations') as readonly OperationRow[],
)
export const official = operationOf(systems, 'official')
export const older = operationOf(systems, 'older')
