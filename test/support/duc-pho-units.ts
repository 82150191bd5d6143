import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { territorySchema, type Territory } from '../../src/features/territory/index.ts'

const file = fileURLToPath(new URL('../../towns/duc-pho/units.yaml', import.meta.url))

/** The units of the example town, as its file has them. */
export const ducPho: Territory = territorySchema.parse(parse(readFileSync(file, 'utf8')))
