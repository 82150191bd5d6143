import { centroidOf, type Geometry, type Position } from '../../src/domain/geometry/index.ts'
import { notice, type Common, type Drawn, type DrawnRegister } from './file.ts'
import { facilityBlocks, polygon, squareMetres, zoningPlan } from './land.ts'
import type { Block, Site } from './site.ts'
import type { DrawnUnit } from './town.ts'

export interface Built extends DrawnUnit {
  readonly site: Site
}

const note = notice
const document = (number: number) => `${number}/QĐ-MH (minh họa)`
const point = (position: Position): Geometry => ({ type: 'Point', coordinates: position })
const line = (...positions: readonly Position[]): Geometry => ({
  type: 'LineString',
  coordinates: positions,
})
const existing = (status: string, from = '2023-06-01'): Common => ({ stage: 'existing', status, from })
const planned = (status: string, from = '2024-01-15'): Common => ({ stage: 'planned', status, from })

/** From one end of the place to the other, `up` metres north of its southern edge. */
function across({ at, width }: Site, up: number): Position[] {
  return Array.from({ length: 9 }, (_, i) => at((width * i) / 8, up))
}

const inMiddle = ({ at }: Site, { west, east, south, north }: Block) =>
  at((west + east) / 2, (south + north) / 2)

/** The wide street: between the first and the second row of blocks. */
function mainStreet({ blocks }: Site): { readonly south: number; readonly north: number } {
  const side = (row: number, key: 'north' | 'south') => blocks.find((block) => block.row === row)?.[key] ?? 0
  return { south: side(0, 'north'), north: side(1, 'south') }
}

const road = ({ code }: Built) => `Đường chính minh họa ${code}`

export function redLines(built: readonly Built[]): DrawnRegister {
  const entries = built.flatMap((unit) => {
    const { south, north } = mainStreet(unit.site)
    return (
      [
        ['phía nam', south],
        ['phía bắc', north],
      ] as const
    ).map(([section, up]): Drawn => ({
      geometry: line(...across(unit.site, up)),
      properties: { road: road(unit), section, width: 16, plan: zoningPlan(unit), note },
    }))
  })
  return { common: planned('in-force'), entries }
}

export function buildingLines(built: readonly Built[]): DrawnRegister {
  const entries = built.flatMap((unit) => {
    const { south, north } = mainStreet(unit.site)
    return (
      [
        ['phía nam', south - 2.4],
        ['phía bắc', north + 2.4],
      ] as const
    ).map(([section, up]): Drawn => ({
      geometry: line(...across(unit.site, up)),
      properties: { road: road(unit), section, setback: 2.4, plan: zoningPlan(unit), note },
    }))
  })
  return { common: planned('in-force'), entries }
}

export function trees(built: readonly Built[]): DrawnRegister {
  const species = ['Sao đen', 'Bàng Đài Loan', 'Lim xẹt', 'Muồng hoàng yến']
  const states = ['good', 'good', 'weak', 'good', 'dangerous', 'good', 'good']
  const entries = built.flatMap((unit) => {
    const { south } = mainStreet(unit.site)
    return Array.from({ length: 12 }, (_, i): Drawn => ({
      geometry: point(unit.site.at(20 + i * 32, south + 2)),
      properties: {
        code: `${unit.code}-C${i + 1}`,
        species: species[(i + Number(unit.code)) % 4] ?? '',
        road: road(unit),
        plantedYear: 2008 + (i % 9),
        girth: 18 + ((i * 7) % 20),
        height: 5 + ((i * 3) % 7),
        state: states[i % 7] ?? 'good',
        note,
      },
    }))
  })
  return { common: existing('in-use'), entries }
}

export function safetyCorridors(built: readonly Built[]): DrawnRegister {
  const entries = built.flatMap(({ site: { at, width, height }, code }): Drawn[] => {
    const strip = (from: number, to: number) =>
      polygon([at(-120, from), at(width + 120, from), at(width + 120, to), at(-120, to), at(-120, from)])
    return [
      {
        geometry: strip(height + 60, height + 74),
        properties: { kind: 'power', name: `Đường dây 110 kV minh họa ${code}`, width: 14, note },
      },
      {
        geometry: strip(-90, -60),
        properties: { kind: 'river', name: `Bờ sông minh họa ${code}`, width: 30, note },
        stage: 'planned',
      },
    ]
  })
  return { common: existing('in-force'), entries }
}

export function floodPoints(built: readonly Built[]): DrawnRegister {
  const seen = [
    {
      basin: 'Lưu vực A',
      floodedOn: '2023-11-14',
      hours: 6,
      depth: 0.4,
      direction: 'E',
      cause: 'rain',
      remedy: 'Nạo vét cống',
      status: 'verified',
    },
    {
      basin: 'Lưu vực A',
      floodedOn: '2024-10-28',
      hours: 18,
      depth: 0.9,
      depthTold: 'waist',
      direction: 'NE',
      cause: 'river',
      remedy: 'Nâng cốt đường',
      status: 'verified',
    },
    {
      basin: 'Lưu vực B',
      floodedOn: '2024-10-28',
      hours: 3,
      depthTold: 'ankle',
      cause: 'drain',
      remedy: 'Thay cống lớn hơn',
      status: 'remedied',
    },
    { basin: 'Lưu vực B', floodedOn: '2024-11-05', depthTold: 'knee', cause: 'unknown', status: 'reported' },
  ] as const
  const entries = built.flatMap(({ site, name }) =>
    seen.map(({ status, ...properties }, i): Drawn => ({
      geometry: point(site.at(site.width * (0.2 + 0.2 * i), site.height * (0.15 + 0.22 * i))),
      properties: { place: `Ngã tư minh họa số ${i + 1}, ${name}`, ...properties, note },
      status,
    })),
  )
  return { common: existing('reported', '2023-11-20'), entries }
}

export function heritage([first, second]: readonly Built[]): DrawnRegister {
  const site = (unit: Built | undefined, along: number) =>
    unit ? point(unit.site.at(along, unit.site.height + 40)) : null
  const sites = [
    {
      geometry: site(first, 120),
      properties: {
        name: 'Đình làng minh họa',
        rank: 'provincial',
        kind: 'architecture',
        zone: 'I',
        decision: document(11),
        decidedOn: '2015-05-20',
      },
    },
    {
      geometry: site(first, 420),
      properties: { name: 'Giếng cổ minh họa', rank: 'inventory', kind: 'archaeology' },
    },
    {
      geometry: site(second, 200),
      properties: {
        name: 'Bến thuyền minh họa',
        rank: 'national',
        kind: 'history',
        zone: 'II',
        decision: document(12),
        decidedOn: '2009-08-03',
      },
    },
    {
      geometry: null,
      properties: { name: 'Gò đá minh họa (chưa xác định vị trí)', rank: 'inventory', kind: 'landscape' },
    },
  ]
  return {
    common: existing('in-force'),
    entries: sites.map(({ geometry, properties }) => ({ geometry, properties: { ...properties, note } })),
  }
}

/** Kind and name of what stands in a whole block, by the land that it takes. */
const kinds: Readonly<Record<string, readonly [kind: string, name: string, capacity?: number]>> = {
  DAT_HTXH_TRUONGHOC: ['primary', 'Trường tiểu học', 700],
  DAT_HTXH_YTE: ['health', 'Trạm y tế', 20],
  DAT_HTXH_VANHOA: ['culture', 'Nhà văn hóa'],
  DAT_HTXH_TRUONGTHPT: ['high', 'Trường trung học phổ thông', 900],
  DAT_HTXH_THEDUCTHETHAO: ['sport', 'Sân thể thao'],
  DAT_HTKT_BAIDOXE: ['parking', 'Bãi đỗ xe', 120],
}

export function publicFacilities(built: readonly Built[]): DrawnRegister {
  const entries = built.flatMap((unit) =>
    facilityBlocks(unit).flatMap(([block, { code }], i): Drawn[] => {
      const [kind, name, capacity] = kinds[code] ?? []
      if (!kind) return []
      const wanted = i % 3 === 2
      const size = { area: squareMetres(polygon(block.ring)), ...(capacity ? { capacity } : {}) }
      return [
        {
          geometry: point(inMiddle(unit.site, block)),
          properties: { name: `${name} minh họa, ${unit.name}`, kind, level: 'unit', ...size, note },
          ...(wanted ? { stage: 'planned', status: 'planned' } : {}),
        },
      ]
    }),
  )
  return { common: existing('in-use'), entries }
}

export function greenAreas(built: readonly Built[]): DrawnRegister {
  const entries = built.flatMap((unit) =>
    facilityBlocks(unit)
      .filter(([, { code }]) => code === 'DAT_HTXH_CAYXANHCC')
      .map(([block]): Drawn => {
        const shape = polygon(block.ring)
        const size = { area: squareMetres(shape), publicUse: true }
        return {
          geometry: shape,
          properties: { name: `Vườn hoa minh họa, ${unit.name}`, kind: 'garden', ...size, note },
        }
      }),
  )
  return { common: existing('in-use'), entries }
}

export function drainage(built: readonly Built[]): DrawnRegister {
  const entries = built.flatMap((unit): Drawn[] => {
    const { site, code } = unit
    const { south, north } = mainStreet(site)
    const basin = 'Lưu vực A'
    return [
      {
        geometry: line(...across(site, (south + north) / 2)),
        properties: { kind: 'drain', name: `D${code}`, basin, size: 'Ø1000', invert: 2.1, note },
      },
      {
        geometry: point(site.at(site.width, (south + north) / 2)),
        properties: { kind: 'outlet', name: `X${code}`, basin, note },
      },
    ]
  })
  return { common: existing('in-use'), entries }
}

export function waste(built: readonly Built[]): DrawnRegister {
  const entries = built.map(({ site, name }, i): Drawn => ({
    geometry: point(site.at(-40, -30)),
    properties:
      i === 0
        ? { name: `Trạm trung chuyển minh họa, ${name}`, kind: 'transfer', capacity: 30, note }
        : { name: `Điểm tập kết minh họa, ${name}`, kind: 'point', capacity: 5, note },
  }))
  return { common: existing('in-use'), entries }
}

export function permits(built: readonly Built[]): DrawnRegister {
  const entries = built.flatMap(({ site, code }) =>
    [3, 8, 12].map((index, i): Drawn => {
      const lot = site.blocks.filter(({ lots }) => lots.length > 0)[index]?.lots[4] ?? []
      const number = `${i + 1}-${code}/GPXD-MH`
      const size = { density: 75, floors: 3 + i, floorArea: 210 + i * 70, height: 11 + i * 4, far: 2.2 + i }
      return {
        geometry: point(centroidOf(polygon(lot)) ?? [0, 0]),
        properties: {
          number,
          issuedOn: `2024-0${i + 3}-12`,
          kind: 'house',
          works: 'Nhà ở riêng lẻ',
          grade: 'III',
          ...size,
          note,
        },
        from: `2024-0${i + 3}-12`,
      }
    }),
  )
  return { common: planned('issued'), entries }
}
