import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { boxHolds, boxOf, type Position, type Ring } from '../../src/domain/geometry/index.ts'
import {
  coordinateSystems,
  operationOf,
  planeOf,
  toPlane,
  type OperationRow,
  type ZoneRow,
} from '../../src/domain/plane.ts'
import { fullName } from '../../src/features/territory/index.ts'
import { exampleCells } from '../make-example-units.ts'
import { drawCountry, type Country } from './country.ts'
import { plane } from './file.ts'
import { centimetres, drawSite, type Site } from './site.ts'

/** One of the units of before, drawn in the plane. */
export interface DrawnUnit {
  readonly code: string
  readonly name: string
  readonly urban: boolean
  /** Code of the unit that it lies in today. */
  readonly now: string
  readonly country: Country
  /** Where people live close together; most units have none. */
  readonly site: Site | null
}

interface Place {
  readonly columns: number
  readonly rows: number
  readonly turned: number
}

/** The four units with streets and lots, by code: how many blocks, and how the streets lie. */
const places: Readonly<Record<string, Place>> = {
  '21439': { columns: 6, rows: 6, turned: 12 },
  '21454': { columns: 5, rows: 4, turned: -20 },
  '21469': { columns: 5, rows: 4, turned: 31 },
  '21478': { columns: 4, rows: 5, turned: -8 },
}

/** Facilities take whole blocks: one in five. */
export const isWhole = (column: number, row: number) => (column * 2 + row * 3) % 5 === 1

export async function drawTown(): Promise<readonly DrawnUnit[]> {
  const { units, today, before, drawn } = await exampleCells()
  const toMetres = await planeTransform()
  const now = new Map(today.flatMap((unit) => before(unit).map((id) => [id, unit.code] as const)))
  return [...drawn]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, cells]) => {
      const unit = units.find((one) => one.id === id)
      if (!unit) throw new Error(`no such unit: ${id}`)
      const place = places[unit.code]
      const seed = Number(unit.code)
      const country = drawCountry(
        cells.map((ring) => ring.map(toMetres)),
        place !== undefined,
        seed,
      )
      const site = place
        ? drawSite({ ...place, middle: middleOfBox(country.core), seed, whole: isWhole })
        : null
      if (site) demandInside(site.outline, country.core, id)
      const [name, urban] = [fullName(unit), unit.kind === 'phường']
      return { code: unit.code, name, urban, now: now.get(id) ?? '', country, site }
    })
}

function middleOfBox(ring: Ring): Position {
  const [west, south, east, north] = boxOf({ type: 'LineString', coordinates: ring }) ?? [0, 0, 0, 0]
  return [(west + east) / 2, (south + north) / 2]
}

/** Well inside: no corner of the core lies in the place's own box. */
function demandInside(inner: Ring, core: Ring, what: string): void {
  const box = boxOf({ type: 'LineString', coordinates: inner })
  if (!box || core.some((position) => boxHolds(box, position)))
    throw new Error(`the streets of ${what} reach out of its core`)
}

async function planeTransform(): Promise<(position: Position) => Position> {
  const rows = async (name: string) => {
    const text = await readFile(new URL(`../../law/coordinates/${name}.yaml`, import.meta.url), 'utf8')
    const { values } = parse(text) as { values: Record<string, { value: unknown }> }
    return Object.values(values).at(-1)?.value
  }
  const systems = coordinateSystems(
    (await rows('zones')) as ZoneRow[],
    (await rows('operations')) as OperationRow[],
  )
  const { apply } = toPlane(planeOf(systems, plane.id), operationOf(systems, 'official'))
  return (position) => {
    const [x, y] = apply(position)
    return [centimetres(x), centimetres(y)]
  }
}
