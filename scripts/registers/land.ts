import { planarArea, type Polygon, type Ring } from '../../src/domain/geometry/index.ts'
import { chanceOf } from './chance.ts'
import { notice, type Drawn, type DrawnRegister } from './file.ts'
import type { Block } from './site.ts'
import type { DrawnUnit } from './town.ts'

export const polygon = (...rings: readonly Ring[]): Polygon => ({ type: 'Polygon', coordinates: rings })
export const squareMetres = (shape: Polygon) => Math.round(planarArea(shape) * 10) / 10

/** What whole blocks are for, in their order; a place with few blocks has the first of them. */
export const facilities = [
  { code: 'DAT_HTXH_TRUONGHOC', land: 'DGD', density: 40, floors: 3 },
  { code: 'DAT_HTXH_CAYXANHCC', land: 'DKV', density: 5, floors: 1 },
  { code: 'DAT_HTXH_YTE', land: 'DYT', density: 40, floors: 5 },
  { code: 'DAT_HTXH_VANHOA', land: 'DVH', density: 40, floors: 3 },
  { code: 'DAT_HTXH_TRUONGTHPT', land: 'DGD', density: 40, floors: 4 },
  { code: 'DAT_HTXH_THEDUCTHETHAO', land: 'DTT', density: 25, floors: 2 },
  { code: 'DAT_HTKT_BAIDOXE', land: 'DGT', density: 10, floors: 1 },
] as const
export type Facility = (typeof facilities)[number]

/** Whole blocks of a place, each with what it is for. */
export function facilityBlocks(unit: DrawnUnit): readonly (readonly [Block, Facility])[] {
  const whole = unit.site?.blocks.filter(({ lots }) => lots.length === 0) ?? []
  return whole.map((block, i) => [block, facilities[i % facilities.length] ?? facilities[0]])
}

export const zoningPlan = ({ name }: DrawnUnit) => `Quy hoạch phân khu minh họa ${name}`
export const generalPlan = 'Quy hoạch chung minh họa thị xã'

/** Planned land-use areas: every unit whole, without a gap; in the built-up places block by block. */
export function planningZones(town: readonly DrawnUnit[], names: ReadonlyMap<string, string>): DrawnRegister {
  const zone = (code: string, plot: string, plan: string, shape: Polygon, limits = {}): Drawn => ({
    geometry: shape,
    properties: {
      code,
      name: names.get(code) ?? '',
      plan,
      plot,
      area: squareMetres(shape),
      ...limits,
      note: notice,
    },
  })
  const entries = town.flatMap((unit): Drawn[] => {
    const { code, country, site } = unit
    const hole = site ? [site.outline] : []
    return [
      zone('DAT_DD_DONVIO', `${code}-0`, generalPlan, polygon(country.core, ...hole), {
        population: 2000 + (Number(code) % 7) * 500,
      }),
      ...openLand(unit).map(([use, ring], i) => zone(use, `${code}-${i + 1}`, generalPlan, polygon(ring))),
      ...inPlace(unit).map(([use, sign, shape, limits]) => zone(use, sign, zoningPlan(unit), shape, limits)),
    ]
  })
  return { common: { stage: 'planned', status: 'in-force', from: '2024-01-15' }, entries }
}

/** Mostly fields; now and then a settlement, a park or a place for industry. */
function openLand({ code, country }: DrawnUnit): (readonly [code: string, ring: Ring])[] {
  const chance = chanceOf(Number(code) + 1)
  const use = (n: number) => {
    if (n < 0.16) return 'DAT_DD_DONVIO'
    if (n < 0.22) return 'DAT_DD_CAYXANHCCDOTHI'
    return n < 0.27 ? 'DAT_NDD_CONGNGHIEP' : 'DAT_NNK_NONGNGHIEP'
  }
  return country.areas.map((ring) => [use(chance()), ring])
}

type Limited = readonly [code: string, plot: string, shape: Polygon, limits: object]

function inPlace(unit: DrawnUnit): Limited[] {
  const { code, site } = unit
  if (!site) return []
  const uses = new Map(facilityBlocks(unit))
  const signs = new Map<string, number>()
  const next = (letters: string) => {
    signs.set(letters, (signs.get(letters) ?? 0) + 1)
    return `${letters}-${signs.get(letters)}`
  }
  const blocks = site.blocks.map((block): Limited => {
    const facility = uses.get(block)
    if (facility) {
      const { code: use, density, floors } = facility
      return [use, next(use.split('_').at(-1) ?? ''), polygon(block.ring), limits(density, floors, 6)]
    }
    const low = block.row % 2 === 0
    return ['DAT_O_NHOMNHAO', next('ON'), polygon(block.ring), limits(low ? 70 : 80, low ? 4 : 5, 2.4)]
  })
  return [['DAT_HTKT_DUONGGT', `GT-${code}`, polygon(...site.streets), {}], ...blocks]
}

const limits = (density: number, floors: number, setback: number) => ({
  densityMost: density,
  floorsMost: floors,
  heightMost: floors * 4,
  farMost: Math.round(density * floors) / 100,
  setback,
})

/** Lots of the built-up places, numbered sheet by sheet under the unit that they were surveyed in. */
export function parcels(town: readonly DrawnUnit[]): DrawnRegister {
  const entries = town.flatMap((unit) => {
    const uses = new Map(facilityBlocks(unit))
    const numbers = new Map<number, number>()
    const lot = (ring: Ring, block: Block, landUse: string): Drawn => {
      const sheet = 1 + Math.floor(block.row / 2) * 2 + (block.column < 3 ? 0 : 1)
      const number = (numbers.get(sheet) ?? 0) + 1
      numbers.set(sheet, number)
      const area = squareMetres(polygon(ring))
      const key = { unit: unit.name, sheet, number, mapYear: 2021 }
      return { geometry: polygon(ring), properties: { ...key, landUse, area, note: notice } }
    }
    return (unit.site?.blocks ?? []).flatMap((block) => {
      const facility = uses.get(block)
      if (facility) return [lot(block.ring, block, facility.land)]
      return block.lots.map((ring) => lot(ring, block, unit.urban ? 'ODT' : 'ONT'))
    })
  })
  return { common: { stage: 'existing', status: 'current', from: '2021-12-31' }, entries }
}
