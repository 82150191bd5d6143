import type { Day } from '../../src/domain/day.ts'
import {
  boxOf,
  centroidOf,
  decodeWkb,
  encodeWkb,
  type Polygon,
  type Position,
} from '../../src/domain/geometry/index.ts'
import type { Catalogue, Definition, Entry, Properties } from '../../src/features/registers/index.ts'
import type { TownHeld } from '../../src/features/registers/actions/gate/index.ts'
import type { GateCode } from '../../src/features/registers/model/gate/kinds.ts'
import type { GeometryEngine } from '../../src/platform/geometry/index.ts'
import { generateTown, random } from '../town.ts'

export const on = '2026-01-01' as Day
const before = '2024-01-15' as Day

/** A town in which nothing is wrong: parcels, a general plan, three zoning plans, of which two say the same of one ground. */
export interface CleanTown {
  readonly zones: readonly Entry[]
  readonly parcels: readonly Entry[]
  readonly plans: readonly Entry[]
  readonly lines: readonly Entry[]
  readonly border: Uint8Array
  readonly definitions: ReadonlyMap<string, Definition>
}

const plans = {
  general: 'Quy hoạch chung',
  first: 'Phân khu 1',
  second: 'Phân khu 2',
  again: 'Phân khu 1 bổ sung',
}

export async function cleanTown(
  catalogue: Catalogue,
  geometry: GeometryEngine,
  size: { readonly parcels: number; readonly zones: number },
): Promise<CleanTown> {
  const { parcels, zones } = generateTown(size)
  const part = (from: number, to: number) =>
    zones.slice(Math.floor(from * zones.length), Math.floor(to * zones.length))
  const zone = (plan: string, code: string, tag: string) => (wkb: Uint8Array, i: number) =>
    entry('planning-zones', `${tag}-${i}`, wkb, { code, plan, plot: `${tag}-${i}`, name: 'Đất ở' })
  const of = async (name: string, level: string, shapes: readonly Uint8Array[]) =>
    entry('plans', name, await geometry.union(shapes), { name, level, decision: '1/QĐ', decidedOn: before })
  const border = await geometry.union([...zones, ...parcels])
  return {
    zones: [
      ...zones.map(zone(plans.general, 'DAT_DD_DONVIO', 'C')),
      ...part(0, 0.2).map(zone(plans.first, 'DAT_O_NHOMNHAO', 'P')),
      ...part(0.2, 0.4).map(zone(plans.second, 'DAT_O_LANGXOM', 'Q')),
      ...part(0, 0.1).map(zone(plans.again, 'DAT_O_NHOMNHAO', 'R')),
    ],
    parcels: parcels.map((wkb, i) =>
      entry('parcels', `T-${i}`, wkb, {
        unit: `Phường ${i % 8}`,
        sheet: 1 + (i % 99),
        number: 1 + i,
        mapYear: 2021,
        landUse: 'ODT',
      }),
    ),
    plans: [
      await of(plans.general, 'general', zones),
      await of(plans.first, 'zoning', part(0, 0.2)),
      await of(plans.second, 'zoning', part(0.2, 0.4)),
      await of(plans.again, 'zoning', part(0, 0.1)),
    ],
    lines: zones.slice(0, 50).map((wkb, i) => {
      const at = centroidOf(decodeWkb(wkb)) as Position
      return entry('red-lines', `L-${i}`, line(at), { road: `Đường ${i}`, width: 16, plan: plans.general })
    }),
    border,
    definitions: new Map(
      ['plans', 'planning-zones', 'parcels', 'red-lines'].map((id) => [id, catalogue.find(id, on)]),
    ),
  }
}

const line = ([x, y]: Position) =>
  encodeWkb({
    type: 'LineString',
    coordinates: [
      [x, y],
      [x + 20, y + 5],
    ],
  })

function entry(register: string, id: string, geometry: Uint8Array | null, properties: Properties): Entry {
  const open = register !== 'parcels'
  return {
    register,
    id: `${register}/${id}`,
    valid: { from: before, to: null },
    recorded: { from: 1, to: null },
    box: geometry && boxOf(decodeWkb(geometry)),
    disclosure: open ? 'public' : 'internal',
    releasedBy: open ? { number: '2/QĐ', issuer: 'UBND', issuedOn: before } : null,
    stage: register === 'parcels' ? 'existing' : 'planned',
    status: register === 'parcels' ? 'current' : 'in-force',
    accuracy: 0.3,
    source: { made: 'file', name: 'Thị xã sinh ra để thử', feature: id },
    label: id,
    geometry,
    properties,
  }
}

/** What was planted: the finding that must come of it, and whom it must be about (none for the ground between). */
export interface Planted {
  readonly code: GateCode
  readonly about: string | null
}

type Plant = (garden: Garden) => Planted

/** A town that is being spoilt, one place at a time. */
class Garden {
  readonly zones: Entry[]
  readonly parcels: Entry[]
  readonly plans: Entry[]
  readonly lines: Entry[]
  private readonly town: CleanTown
  private readonly chance: () => number
  private readonly taken = new Set<number>()
  private readonly count: number

  constructor(town: CleanTown, seed: number) {
    this.town = town
    this.chance = random(seed)
    this.zones = [...town.zones]
    this.parcels = [...town.parcels]
    this.plans = [...town.plans]
    this.lines = [...town.lines]
    this.count = town.zones.filter(({ properties }) => properties['plan'] === plans.general).length
  }

  /** A place nobody has spoilt yet, in a share of the general plan's zones. */
  private free(from: number, to: number, all: number, offset: number): number {
    for (;;) {
      const i = Math.floor((from + this.chance() * (to - from)) * all)
      if (this.taken.has(offset + i)) continue
      this.taken.add(offset + i)
      return i
    }
  }

  /** A zone of the general plan where no other plan lies. */
  zone = () => this.free(0.45, 1, this.count, 0)
  /** Its place in a zoning plan's zones: of the first plan alone, or where the third lies over it too. */
  first = () => this.count + this.free(0.11, 0.2, this.count, 0)
  again = () => this.count + Math.floor(0.4 * this.count) + this.free(0, 0.1, this.count, 0)
  parcel = () => this.free(0.1, 0.9, this.parcels.length, 1_000_000)
  line = () => this.free(0, 1, this.town.lines.length, 2_000_000)

  change(list: Entry[], i: number, change: Partial<Entry>, code: GateCode): Planted {
    const was = list[i] as Entry
    const geometry = change.geometry ?? was.geometry
    list[i] = { ...was, ...change, geometry, box: geometry && boxOf(decodeWkb(geometry)) }
    return { code, about: was.id }
  }

  say(list: Entry[], i: number, properties: Properties, code: GateCode): Planted {
    const said = { ...(list[i] as Entry).properties, ...properties }
    return this.change(list, i, { properties: said }, code)
  }

  add(list: Entry[], like: number, change: Partial<Entry>, code: GateCode): Planted {
    const model = list[like] as Entry
    const one = { ...model, id: `${model.id}+${code}`, label: `${model.label}+`, ...change }
    list.push({ ...one, box: one.geometry && boxOf(decodeWkb(one.geometry)) })
    return { code, about: one.id }
  }

  held(): TownHeld {
    const { definitions, border } = this.town
    const lists = {
      plans: this.plans,
      'planning-zones': this.zones,
      parcels: this.parcels,
      'red-lines': this.lines,
    }
    return {
      held: Object.entries(lists).map(([id, entries]) => ({
        definition: definitions.get(id) as Definition,
        entries,
      })),
      ended: new Map([['Quy hoạch cũ', '2025-01-01' as Day]]),
      town: [border],
    }
  }
}

const shapeOf = ({ geometry }: Entry) => decodeWkb(geometry as Uint8Array) as Polygon
const middle = (one: Entry) => centroidOf(shapeOf(one)) as Position

/** A square around a place, turning left. */
const square = ([x, y]: Position, half: number): Position[] => [
  [x - half, y - half],
  [x + half, y - half],
  [x + half, y + half],
  [x - half, y + half],
  [x - half, y - half],
]
const area = (ring: readonly Position[]) => encodeWkb({ type: 'Polygon', coordinates: [ring] })

/** One way to spoil a town for each kind of fault. */
export const plantings: Readonly<Record<GateCode, Plant>> = {
  'invalid-shape': (g) => {
    const i = g.zone()
    const [ring = []] = shapeOf(g.zones[i] as Entry).coordinates
    const [a, b, ...rest] = ring as Position[]
    const inside = middle(g.zones[i] as Entry)
    // To the middle and back again: a spike that changes no area.
    return g.change(
      g.zones,
      i,
      { geometry: area([a as Position, inside, a as Position, b as Position, ...rest]) },
      'invalid-shape',
    )
  },
  'no-area': (g) => {
    const i = g.zone()
    const [x, y] = middle(g.zones[i] as Entry)
    return g.add(
      g.zones,
      i,
      {
        geometry: area([
          [x, y],
          [x + 5, y + 5],
          [x + 9, y + 9],
          [x, y],
        ]),
      },
      'no-area',
    )
  },
  'same-shape': (g) => g.add(g.zones, g.zone(), {}, 'same-shape'),
  'zone-overlap': (g) => {
    const i = g.zone()
    return g.add(g.zones, i, { geometry: area(square(middle(g.zones[i] as Entry), 2)) }, 'zone-overlap')
  },
  'zone-gap': (g) => {
    const i = g.zone()
    const zone = g.zones[i] as Entry
    const hole = square(middle(zone), 1).toReversed()
    const coordinates = [...shapeOf(zone).coordinates, hole]
    g.change(g.zones, i, { geometry: encodeWkb({ type: 'Polygon', coordinates }) }, 'zone-gap')
    return { code: 'zone-gap', about: null }
  },
  'parcel-overlap': (g) => {
    const i = g.parcel()
    const properties = { ...(g.parcels[i] as Entry).properties, number: 900_000 + i }
    return g.add(
      g.parcels,
      i,
      { geometry: area(square(middle(g.parcels[i] as Entry), 1)), properties },
      'parcel-overlap',
    )
  },
  'outside-town': (g) => {
    const i = g.line()
    const [west = 0, south = 0] = (g.lines[i] as Entry).box ?? []
    return g.change(g.lines, i, { geometry: line([west - 50_000, south]) }, 'outside-town')
  },
  'outside-plan': (g) => {
    const i = g.zone()
    const model = g.zones[g.first()] as Entry
    const geometry = area(square(middle(g.zones[i] as Entry), 2))
    return g.add(g.zones, i, { geometry, properties: model.properties }, 'outside-plan')
  },
  'plans-contradict': (g) => g.say(g.zones, g.again(), { code: 'DAT_HTXH_YTE' }, 'plans-contradict'),
  'levels-disagree': (g) => g.say(g.zones, g.first(), { code: 'DAT_SX_CONGNGHIEP' }, 'levels-disagree'),
  'area-differs': (g) => g.say(g.zones, g.zone(), { area: 7 }, 'area-differs'),
  'unknown-code': (g) => g.say(g.zones, g.zone(), { code: 'DAT_KHONG_CO' }, 'unknown-code'),
  'missing-value': (g) => g.say(g.zones, g.zone(), { code: '' }, 'missing-value'),
  'impossible-value': (g) => g.say(g.zones, g.zone(), { densityMost: 140 }, 'impossible-value'),
  'dangling-reference': (g) => g.say(g.lines, g.line(), { plan: 'Không có' }, 'dangling-reference'),
  'no-source': (g) => {
    const i = g.zone()
    return g.change(g.zones, i, { source: { made: 'hand', name: ' ' } }, 'no-source')
  },
  'no-decision': (g) => {
    const name = `Quy hoạch thiếu số ${g.zone()}`
    return g.add(
      g.plans,
      0,
      { geometry: null, id: `plans/${name}`, properties: { name, level: 'detailed' } },
      'no-decision',
    )
  },
  'not-released': (g) =>
    g.change(g.zones, g.zone(), { disclosure: 'internal', releasedBy: null }, 'not-released'),
  'release-day': (g) => {
    const releasedBy = { number: '3/QĐ', issuer: 'UBND', issuedOn: '2062-01-15' as Day }
    return g.change(g.zones, g.zone(), { releasedBy }, 'release-day')
  },
  'plan-ended': (g) => g.say(g.zones, g.zone(), { plan: 'Quy hoạch cũ' }, 'plan-ended'),
  'personal-data': (g) => g.say(g.zones, g.zone(), { note: 'Số căn cước 051199000123' }, 'personal-data'),
  'broken-text': (g) => g.say(g.zones, g.zone(), { name: 'Ð?t cây xanh dô th?' }, 'broken-text'),
  'no-accuracy': (g) => g.change(g.zones, g.zone(), { accuracy: null }, 'no-accuracy'),
  'same-key': (g) => {
    const [i, j] = [g.parcel(), g.parcel()]
    return g.say(g.parcels, Math.max(i, j), (g.parcels[Math.min(i, j)] as Entry).properties, 'same-key')
  },
}

/** So many kinds by chance. */
export function anyOf(seed: number, count: number): readonly Plant[] {
  const chance = random(seed + 1)
  const kinds = Object.values(plantings)
  return Array.from({ length: count }, () => kinds[Math.floor(chance() * kinds.length)] as Plant)
}

/** The town with faults of these kinds in random places. */
export function spoil(
  town: CleanTown,
  seed: number,
  kinds: readonly Plant[],
): { readonly seen: TownHeld; readonly planted: readonly Planted[] } {
  const garden = new Garden(town, seed)
  const planted = kinds.map((plant) => plant(garden))
  return { seen: garden.held(), planted }
}
