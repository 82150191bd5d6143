import { readFile, writeFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Position, Ring } from '../src/domain/geometry/index.ts'
import { fullName, territorySchema, type UnitVersion } from '../src/features/territory/index.ts'
import { drawUnits } from './units/draw.ts'
import { outlineOf } from './units/honeycomb.ts'

/**
 * Boundaries of the example's units, drawn by chance from a fixed seed: about the place and size of the real ones, and
 * nothing else of them. The 15 units of before share their borders to the last digit; the 5 of today are their exact
 * unions. Run it with `node scripts/make-example-units.ts` after a change of `towns/duc-pho/units.yaml`.
 */
const folder = new URL('../towns/duc-pho/', import.meta.url)

/** Where each unit of today lies, about, and how large it is in km² (declared). */
const places: Readonly<Record<string, Position>> = {
  '21439': [108.967, 14.79],
  '21451': [108.955, 14.872],
  '21457': [108.868, 14.832],
  '21472': [109.0, 14.735],
  '21478': [109.062, 14.64],
}

interface ExampleCells {
  readonly units: readonly UnitVersion[]
  readonly today: readonly UnitVersion[]
  /** Ids of the units that one of today was made of. */
  readonly before: (unit: UnitVersion) => readonly string[]
  /** The cells, in longitude and latitude, that make each unit of before. */
  readonly drawn: ReadonlyMap<string, readonly Ring[]>
}

/** What the boundaries are drawn from; the example's registers are drawn from the same. */
export async function exampleCells(): Promise<ExampleCells> {
  const { units, moves } = territorySchema.parse(parse(await readFile(new URL('units.yaml', folder), 'utf8')))
  const today = units.filter(({ code, to }) => code in places && to === null)
  const before = (unit: UnitVersion) => moves.filter(({ to }) => to === unit.id).map(({ from }) => from)
  const drawn = drawUnits(
    today.map((unit) => ({ place: places[unit.code] ?? [0, 0], size: unit.km2 ?? 1, parts: before(unit) })),
  )
  return { units, today, before, drawn }
}

export async function exampleUnits(): Promise<string> {
  const { units, today, before, drawn } = await exampleCells()
  const feature = (unit: UnitVersion, cells: readonly Ring[]) => ({
    type: 'Feature',
    properties: {
      unit: unit.id,
      code: unit.code,
      fullName: fullName(unit),
      from: unit.from,
      to: unit.to,
      notice: 'DỮ LIỆU MINH HỌA',
    },
    geometry: { type: 'Polygon', coordinates: [outlineOf(cells)] },
  })
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const features = today.flatMap((unit) => {
    const parts = before(unit).map((id) => [byId.get(id) as UnitVersion, drawn.get(id) ?? []] as const)
    return [
      feature(
        unit,
        parts.flatMap(([, cells]) => cells),
      ),
      ...parts.map(([part, cells]) => feature(part, cells)),
    ]
  })
  const lines = features.map((each) => JSON.stringify(each)).toSorted()
  return `{"type":"FeatureCollection","notice":"DỮ LIỆU MINH HỌA","features":[\n${lines.join(',\n')}\n]}\n`
}

if (process.argv[1]?.endsWith('make-example-units.ts'))
  await writeFile(new URL('units.geojson', folder), await exampleUnits())
