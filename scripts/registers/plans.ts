import { decodeWkb, encodeWkb, type Geometry, type Position } from '../../src/domain/geometry/index.ts'
import { GeometryEngine } from '../../src/platform/geometry/index.ts'
import { notice, type Common, type Drawn, type DrawnRegister } from './file.ts'
import { facilityBlocks, generalPlan, polygon, squareMetres, zoningPlan } from './land.ts'
import type { Site } from './site.ts'
import type { DrawnUnit } from './town.ts'
import type { Built } from './things.ts'

const note = notice
const planned = (status: string, from = '2024-01-15'): Common => ({ stage: 'planned', status, from })
const point = (position: Position): Geometry => ({ type: 'Point', coordinates: position })

/** A four-sided piece of a place, in metres along its streets. */
function piece({ at }: Site, west: number, south: number, east: number, north: number) {
  return polygon([at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)])
}

/** The plans that the zones are of: a general one over the whole town, and one for each of the built-up places. */
export async function approvedPlans(
  town: readonly DrawnUnit[],
  built: readonly Built[],
): Promise<DrawnRegister> {
  await using engine = new GeometryEngine(1)
  const rings = town.flatMap(({ country: { core, areas } }) => [core, ...areas])
  const whole = decodeWkb(await engine.union(rings.map((ring) => encodeWkb(polygon(ring)))))
  const plan = (name: string, level: string, number: number, scale: string, geometry: Geometry): Drawn => ({
    geometry,
    properties: {
      name,
      level,
      decision: `${number}/QĐ-MH (minh họa)`,
      issuer: 'Cơ quan phê duyệt (minh họa)',
      decidedOn: '2023-12-20',
      scale,
      horizon: 2045,
      note,
    },
  })
  const zoning = built.map((unit, i) =>
    plan(zoningPlan(unit), 'zoning', 12 + i, '1/2.000', polygon(unit.site.outline)),
  )
  const entries = [plan(generalPlan, 'general', 11, '1/10.000', whole), ...zoning]
  return { common: planned('in-force'), entries }
}

export function housingProjects(built: readonly Built[]): DrawnRegister {
  const entries = built.map(({ site, name }, i): Drawn => {
    const shape = piece(site, site.width + 20, 10, site.width + 220, 130)
    const kind = ['urban-area', 'social', 'resettlement', 'residential'][i % 4] ?? 'residential'
    const decided = { decision: `${20 + i}/QĐ-MH (minh họa)`, decidedOn: '2023-09-18' }
    return {
      geometry: shape,
      properties: {
        name: `Khu dân cư minh họa ${i + 1}, ${name}`,
        kind,
        area: squareMetres(shape),
        homes: 90 + 15 * i,
        population: 360 + 60 * i,
        ...decided,
        startsOn: '2024-04-01',
        endsOn: '2027-12-31',
        progress: 10 * i,
        note,
      },
    }
  })
  return { common: planned('approved'), entries }
}

export function landUsePlanProjects(built: readonly Built[]): DrawnRegister {
  const entries = built.map((unit, i): Drawn => {
    const [block, facility] = facilityBlocks(unit)[i % 2] ?? []
    const shape = polygon(block?.ring ?? [])
    const area = squareMetres(shape)
    return {
      geometry: shape,
      properties: {
        name: `Công trình minh họa ${i + 1}, ${unit.name}`,
        year: 2024,
        landUse: facility?.land ?? 'DGD',
        area,
        recovered: area,
        decision: '31/QĐ-MH (minh họa)',
        decidedOn: '2024-01-10',
        note,
      },
    }
  })
  return { common: planned('in-force'), entries }
}

export function neighbourhoods(built: readonly Built[]): DrawnRegister {
  const entries = built.flatMap(({ site, now }, i) =>
    [0, 1].map((half): Drawn => {
      const middle = site.width / 2
      const shape =
        half === 0 ? piece(site, 0, 0, middle, site.height) : piece(site, middle, 0, site.width, site.height)
      const size = { households: 180 + 20 * i + 10 * half, population: 700 + 80 * i + 40 * half }
      return {
        geometry: shape,
        properties: {
          name: `Tổ dân phố minh họa ${2 * i + half + 1}`,
          kind: 'to-dan-pho',
          unit: now,
          ...size,
          note,
        },
      }
    }),
  )
  return { common: { stage: 'existing', status: 'in-force', from: '2025-07-01' }, entries }
}

export function architectureAreas(built: readonly Built[]): DrawnRegister {
  const entries = built.map(({ site, name }, i): Drawn => ({
    geometry: piece(site, 0, 0, site.width, site.height / 2),
    properties: {
      name: `Tuyến phố minh họa, ${name}`,
      kind: i % 2 === 0 ? 'regulation' : 'urban-design',
      decision: `${41 + i}/QĐ-MH (minh họa)`,
      decidedOn: '2023-12-05',
      permitNeeded: true,
      note,
    },
  }))
  return { common: planned('in-force'), entries }
}

export function prevailingPlans(built: readonly Built[]): DrawnRegister {
  const entries = built.slice(0, 2).map((unit, i): Drawn => ({
    geometry: piece(unit.site, 0, unit.site.height / 2, unit.site.width, unit.site.height),
    properties: {
      applied: zoningPlan(unit),
      setAside: generalPlan,
      matter: 'Chức năng ô đất khác nhau',
      decision: `${51 + i}/VB-MH (minh họa)`,
      issuer: 'Cơ quan phê duyệt (minh họa)',
      decidedOn: '2024-02-20',
      note,
    },
    from: '2024-02-20',
  }))
  return { common: planned('in-force'), entries }
}

export function plansInPreparation(built: readonly Built[]): DrawnRegister {
  const entries = built.slice(1, 3).map(({ site, name }, i): Drawn => ({
    geometry: piece(site, -150, -50, 0, site.height),
    properties: {
      name: `Quy hoạch chi tiết đang lập minh họa, ${name}`,
      kind: 'detailed',
      code: 'DAT_O_NHOMNHAO',
      step: i === 0 ? 'draft' : 'task',
      note,
    },
  }))
  return { common: planned('in-preparation', '2025-03-01'), entries }
}

export function undergroundWorks(built: readonly Built[]): DrawnRegister {
  const entries = built.slice(0, 2).map(({ site, name }, i): Drawn => ({
    geometry: piece(site, 200, 120, 240, 150),
    properties: {
      name: `Bể chứa ngầm minh họa ${i + 1}, ${name}`,
      kind: 'tank',
      depthTop: 1.2,
      depthBottom: 5.5,
      note,
    },
  }))
  return { common: planned('approved'), entries }
}

export function utilityLines(built: readonly Built[]): DrawnRegister {
  const entries = built.flatMap(({ site, code }) =>
    (['water', 'power', 'telecom'] as const).map((network, i): Drawn => ({
      geometry: {
        type: 'LineString',
        coordinates: Array.from({ length: 9 }, (_, n) => site.at(2 + i, (site.height * n) / 8)),
      },
      properties: { network, name: `T${i + 1}-${code}`, depth: 0.8 + 0.2 * i, builtYear: 2012 + i, note },
    })),
  )
  return { common: { stage: 'existing', status: 'in-use', from: '2023-06-01' }, entries }
}

export function controlPoints(built: readonly Built[]): DrawnRegister {
  const entries = built.flatMap(({ site, code }) =>
    [0, site.width].map((along, i): Drawn => ({
      geometry: point(site.at(along, 0)),
      properties: {
        code: `MH-${code}-${i + 1}`,
        kind: i === 0 ? 'control' : 'CGĐ',
        level: 6.4 + i,
        placedOn: '2022-08-15',
        state: 'whole',
        note,
      },
    })),
  )
  return { common: { stage: 'existing', status: 'in-use', from: '2022-08-15' }, entries }
}

/** It has no remark: what says that it is an illustration stands in its decision. */
export function defenceSecurityLand([first]: readonly Built[]): DrawnRegister {
  const shape = first ? piece(first.site, -260, 60, -180, 140) : polygon([])
  const properties = { code: 'CAN', area: squareMetres(shape), decision: notice }
  return {
    common: { stage: 'existing', status: 'in-force', from: '2023-06-01' },
    entries: [{ geometry: shape, properties }],
  }
}
