import { readFile, writeFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { fileOf, type DrawnRegister } from './registers/file.ts'
import { parcels, planningZones } from './registers/land.ts'
import * as plans from './registers/plans.ts'
import * as things from './registers/things.ts'
import { drawTown } from './registers/town.ts'

/**
 * The entries that the example ships, invented whole from fixed seeds and labelled: a general plan over the cells of
 * the drawn units, streets, blocks and lots in four of them, and a handful of all else an office keeps. Run it with
 * `node scripts/make-example-registers.ts` after a change of the units or of a register.
 */
const folder = new URL('../towns/duc-pho/registers/', import.meta.url)

/** Text of every file by the register's id. */
export async function exampleRegisters(): Promise<ReadonlyMap<string, string>> {
  const town = await drawTown()
  const built = town.filter((unit) => unit.site !== null) as things.Built[]
  const drawn: Readonly<Record<string, DrawnRegister>> = {
    plans: await plans.approvedPlans(town, built),
    'planning-zones': planningZones(town, await functionNames()),
    parcels: parcels(town),
    'red-lines': things.redLines(built),
    'building-lines': things.buildingLines(built),
    'safety-corridors': things.safetyCorridors(built),
    trees: things.trees(built),
    'flood-points': things.floodPoints(built),
    heritage: things.heritage(built),
    'public-facilities': things.publicFacilities(built),
    'green-areas': things.greenAreas(built),
    drainage: things.drainage(built),
    waste: things.waste(built),
    permits: things.permits(built),
    'housing-projects': plans.housingProjects(built),
    'land-use-plan-projects': plans.landUsePlanProjects(built),
    neighbourhoods: plans.neighbourhoods(built),
    'architecture-areas': plans.architectureAreas(built),
    'prevailing-plans': plans.prevailingPlans(built),
    'plans-in-preparation': plans.plansInPreparation(built),
    'underground-works': plans.undergroundWorks(built),
    'utility-lines': plans.utilityLines(built),
    'control-points': plans.controlPoints(built),
    'defence-security-land': plans.defenceSecurityLand(built),
  }
  return new Map(Object.entries(drawn).map(([id, register]) => [id, fileOf(id, register)]))
}

/** What the law calls each function of land in a plan. */
async function functionNames(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(new URL('../law/dossier/cad-layers.yaml', import.meta.url), 'utf8')
  const { values } = parse(text) as {
    values: Record<string, { value: { code: string; name: { vi: string } }[] }>
  }
  return new Map(
    Object.values(values)
      .at(-1)
      ?.value.map(({ code, name }) => [code, name.vi]),
  )
}

if (process.argv[1]?.endsWith('make-example-registers.ts'))
  for (const [id, text] of await exampleRegisters()) await writeFile(new URL(`${id}.geojson`, folder), text)
