import { Fault } from '../../../domain/fault.ts'
import {
  boxOf,
  geometryFromJson,
  planarArea,
  runsOf,
  type Box,
  type MultiPolygon,
  type Polygon,
} from '../../../domain/geometry/index.ts'
import { codeSchema } from '../model.ts'
import { splitFullName } from '../rules/names.ts'
import { fieldOf, fieldNames } from './fields.ts'
import type { IssueCode, ReadIssue, ReadUnit, TerritoryReading } from './model.ts'

/** Longitude and latitude that hold the nation with its islands and sea; what lies outside is no unit of it. */
const nation: Box = [101, 6, 119, 24]
/** No unit has more; a boundary beyond it is a mistake or an attack. */
const mostPositions = 500_000

/** Boundaries with the code and name of each unit; features that cannot be taken are listed, the others kept. */
export function readBoundaries(
  features: readonly unknown[],
  { codesOnce = true }: { readonly codesOnce?: boolean } = {},
): TerritoryReading {
  const issues: ReadIssue[] = []
  const units: ReadUnit[] = []
  const codes = new Set<string>()
  for (const [index, feature] of features.entries()) {
    const at = `feature ${index + 1}`
    const tell = (code: IssueCode, found: unknown) => void issues.push({ code, at, found: shown(found) })
    const unit = unitOf(feature, at, tell)
    if (unit && codesOnce && codes.has(unit.code)) tell('code-twice', unit.code)
    else if (unit) units.push(unit)
    if (unit) codes.add(unit.code)
  }
  return { form: 'boundaries', units, moves: [], issues }
}

const shown = (found: unknown) =>
  (typeof found === 'string' ? found : (JSON.stringify(found) ?? '–')).slice(0, 80)

type Tell = (code: IssueCode, found: unknown) => void

function unitOf(feature: unknown, at: string, tell: Tell): ReadUnit | null {
  const { type, id, properties, geometry } = (feature ?? {}) as Readonly<Record<string, unknown>>
  if (type !== 'Feature') return refuse(tell, 'not-a-feature', feature)
  const field = fieldOf((properties ?? {}) as Readonly<Record<string, unknown>>)
  const written = field(fieldNames.code) ?? id
  if (written === undefined || written === null || written === '') return refuse(tell, 'code-missing', '–')
  const code = typeof written === 'number' ? String(written) : written
  if (typeof code !== 'string' || !codeSchema.safeParse(code).success)
    return refuse(tell, 'code-invalid', code)
  const name = nameOf(field)
  if (name === null) return refuse(tell, 'name-missing', code)
  if (name.kind === null) return refuse(tell, 'kind-unknown', name.name)
  const shape = shapeOf(geometry, tell)
  if (!shape) return null
  return {
    at,
    code,
    kind: name.kind,
    name: name.name,
    province: null,
    km2: areaOf(field(fieldNames.km2), tell),
    geometry: shape,
  }
}

function refuse(tell: Tell, code: IssueCode, found: unknown): null {
  tell(code, found)
  return null
}

/** The name with its kind in one field, or in two. */
function nameOf(field: ReturnType<typeof fieldOf>) {
  const text = (names: readonly string[]) => {
    const value = field(names)
    return typeof value === 'string' ? value.trim() : ''
  }
  const [full, name] = [text(fieldNames.fullName), text(fieldNames.name)]
  for (const each of [full, `${text(fieldNames.kind)} ${name}`, name]) {
    const split = splitFullName(each)
    if (split) return split
  }
  return full || name ? { kind: null, name: full || name } : null
}

function areaOf(value: unknown, tell: Tell): number | null {
  if (value === null || value === undefined || value === '') return null
  const km2 = Number(value)
  if (Number.isFinite(km2) && km2 > 0 && km2 < 100_000) return km2
  tell('area-invalid', value)
  return null
}

function shapeOf(value: unknown, tell: Tell): MultiPolygon | Polygon | null {
  if (value === null || value === undefined) return refuse(tell, 'geometry-missing', '–')
  const { type } = value as { readonly type?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon') return refuse(tell, 'geometry-kind', type)
  try {
    const shape = geometryFromJson(value) as MultiPolygon | Polygon
    const fault = ringFault(shape) ?? placeFault(shape)
    return fault ? refuse(tell, fault.code, fault.found) : shape
  } catch (error) {
    if (error instanceof Fault) return refuse(tell, 'geometry-broken', error.params['at'] ?? error.code)
    throw error
  }
}

interface Found {
  readonly code: IssueCode
  readonly found: string
}

function ringFault(shape: MultiPolygon | Polygon): Found | null {
  const rings = runsOf(shape)
  if (rings.length === 0 || rings.reduce((sum, ring) => sum + ring.length, 0) > mostPositions)
    return { code: 'geometry-broken', found: `${rings.length}` }
  for (const [index, ring] of rings.entries()) {
    const [first, last] = [ring[0], ring.at(-1)]
    if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
      return { code: 'ring-open', found: `${index + 1}` }
  }
  return planarArea(shape) > 0 ? null : { code: 'ring-empty', found: '0' }
}

function placeFault(shape: MultiPolygon | Polygon): Found | null {
  const box = boxOf(shape)
  if (!box) return { code: 'geometry-broken', found: '–' }
  if (within(box, nation)) return null
  const [west, south, east, north] = box
  const code = within([south, west, north, east], nation) ? 'axes-swapped' : 'outside-nation'
  return { code, found: box.map((side) => side.toFixed(4)).join(' ') }
}

const within = (box: Box, around: Box) =>
  box[0] >= around[0] && box[1] >= around[1] && box[2] <= around[2] && box[3] <= around[3]
