import { Fault } from '../../../domain/fault.ts'
import { readBoundaries } from './geojson.ts'
import { isMappingTable, mappingTreeSchema, readMappingTable, readMappingTree } from './mapping.ts'
import type { TerritoryReading } from './model.ts'
import { readUnitsTree, unitsTreeSchema } from './units-tree.ts'

/** More features than the nation has units, twice over. */
const mostFeatures = 20_000

/**
 * What a file says of units: boundaries (GeoJSON), a list of units, or what became of them (a table or a tree). A
 * file of the whole nation is read for the provinces that are wanted.
 */
export function readTerritory(
  text: string,
  name: string,
  wanted: (province: string) => boolean,
): TerritoryReading {
  if (isMappingTable(text)) return readMappingTable(text)
  const value = parsed(text, name)
  const { type, features } = (value ?? {}) as { readonly type?: unknown; readonly features?: unknown }
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    if (features.length > mostFeatures)
      throw new Fault('territory-file', { name, why: `${features.length} features > ${mostFeatures}` })
    return readBoundaries(features)
  }
  const moves = mappingTreeSchema.safeParse(value)
  if (moves.success) return readMappingTree(moves.data, wanted)
  const units = unitsTreeSchema.safeParse(value)
  if (units.success) return readUnitsTree(units.data, wanted)
  throw new Fault('territory-file', { name, why: 'FeatureCollection? old_code,…? level1_id? Wards?' })
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Fault('territory-file', { name, why: (error as Error).message.slice(0, 120) }, error)
  }
}
