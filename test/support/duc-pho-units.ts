import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Geometry } from '../../src/domain/geometry/index.ts'
import { territorySchema, type Territory, type TownBoundaries } from '../../src/features/territory/index.ts'

const read = (name: string) => readFileSync(new URL(`../../towns/duc-pho/${name}`, import.meta.url), 'utf8')

/** The units of the example town, as its file has them, and the boundaries drawn for them. */
export const ducPho: Territory = territorySchema.parse(parse(read('units.yaml')))
export const ducPhoBoundaries = JSON.parse(read('units.geojson')) as TownBoundaries

interface Drawn {
  readonly features: readonly {
    readonly properties: { readonly to: string | null }
    readonly geometry: Geometry
  }[]
}
/** The ground of its units of today, in longitude and latitude. */
export const ducPhoAreas: readonly Geometry[] = (JSON.parse(read('units.geojson')) as Drawn).features
  .filter(({ properties: { to } }) => to === null)
  .map(({ geometry }) => geometry)
