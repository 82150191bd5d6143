import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { territorySchema, type Territory, type TownBoundaries } from '../../src/features/territory/index.ts'

const read = (name: string) => readFileSync(new URL(`../../towns/duc-pho/${name}`, import.meta.url), 'utf8')

/** The units of the example town, as its file has them, and the boundaries drawn for them. */
export const ducPho: Territory = territorySchema.parse(parse(read('units.yaml')))
export const ducPhoBoundaries = JSON.parse(read('units.geojson')) as TownBoundaries
