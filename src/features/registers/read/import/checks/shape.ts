import {
  dimensionOf,
  planarArea,
  planarLength,
  polygonsOf,
  runsOf,
  type Geometry,
  type Position,
  type Ring,
} from '../../../../../domain/geometry/index.ts'
import type { Candidate } from '../../../model/import/candidate.ts'
import type { ImportIssue } from '../../../model/import/issue.ts'
import { candidateKey } from '../keys.ts'
import { place } from './place.ts'

/** What can be seen of one geometry without GEOS. */
export function shapeIssues(candidate: Candidate, geometry: Geometry): ImportIssue[] {
  const issue = (
    code: ImportIssue['code'],
    position: Position | undefined,
    rest: Partial<ImportIssue> = {},
  ): ImportIssue => ({
    code,
    at: { ...place(candidate), position },
    params: {},
    count: 1,
    keys: [candidateKey(candidate)],
    ...rest,
  })
  const first = runsOf(geometry)[0]?.[0]
  const issues: ImportIssue[] = []
  const dimension = dimensionOf(geometry.type)
  if (dimension === 2 && isFlat(geometry)) issues.push(issue('zero-area', first))
  if (dimension === 1 && planarLength(geometry) === 0) issues.push(issue('zero-length', first))
  const repeated = repeatedIn(geometry)
  if (repeated.count > 0 && dimension > 0)
    issues.push(
      issue('repeated-vertices', repeated.at, {
        params: { repeated: repeated.count },
        mend: { kind: 'drop-repeated' },
      }),
    )
  return issues
}

/** Metres: what comes through a projection lies off the straight line by less. */
const flat = 0.001

/** Whether all its corners lie on one straight line. A ring that crosses itself may measure nothing, and is none. */
function isFlat(geometry: Geometry): boolean {
  if (planarArea(geometry) > flat * planarLength(geometry)) return false
  return runsOf(geometry).every((ring) => {
    const [a] = ring
    if (!a) return true
    const away = ([x, y]: Position) => Math.hypot(x - a[0], y - a[1])
    const b = ring.reduce((far, position) => (away(position) > away(far) ? position : far), a)
    const length = away(b)
    const off = ([x, y]: Position) =>
      Math.abs((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / length
    return length === 0 || ring.every((position) => off(position) <= flat)
  })
}

function repeatedIn(geometry: Geometry): { readonly count: number; readonly at: Position | undefined } {
  let count = 0
  let at: Position | undefined
  for (const run of runsOf(geometry))
    for (let i = 1; i < run.length; i++) {
      const [a, b] = [run[i - 1]!, run[i]!]
      if (a[0] !== b[0] || a[1] !== b[1]) continue
      count++
      at ??= b
    }
  return { count, at }
}

/** Declared areas may be off by their rounding and the map's accuracy: by more than 5 % and 1 m² is told. */
const tolerated = { share: 0.05, squareMetres: 1 }

/** The area that the papers say beside the one that the geometry has. */
export function areaIssue(
  candidate: Candidate,
  geometry: Geometry,
  field: string | undefined,
): ImportIssue | null {
  const declared = field === undefined ? undefined : candidate.properties[field]
  if (typeof declared !== 'number' || declared <= 0 || dimensionOf(geometry.type) !== 2) return null
  const measured = planarArea(geometry)
  const off = Math.abs(measured - declared)
  if (off <= tolerated.squareMetres || off <= tolerated.share * declared) return null
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    code: 'area-differs',
    at: { ...place(candidate), field },
    params: {
      declared: round(declared),
      measured: round(measured),
      percent: Math.round((100 * (measured - declared)) / declared),
    },
    count: 1,
    keys: [candidateKey(candidate)],
  }
}

/** Finds entries of one and the same geometry, wherever a ring begins and whichever way it turns. */
export class SameShapes {
  /** The first feature of each shape. */
  private readonly first = new Map<string, Place>()
  private readonly digest: (bytes: Uint8Array) => string

  constructor(digest: (bytes: Uint8Array) => string) {
    this.digest = digest
  }

  /** Told of the second and every further one; the very same content is told by its key. */
  double(candidate: Candidate, geometry: Geometry): ImportIssue | null {
    const form = new TextEncoder().encode(`${geometry.type} ${normal(geometry)}`)
    const key = this.digest(form).slice(0, 32)
    const other = this.first.get(key)
    if (other === undefined) this.first.set(key, { layer: candidate.origin.layer, fid: candidate.origin.fid })
    return other === undefined || candidate.copy > 0 ? null : doubleIssue(candidate, other)
  }
}

/** The other feature; with its layer where that is another one. */
const nameOf = ({ layer, fid }: Place, beside: Place) =>
  layer === beside.layer ? fid || '(dựng / built)' : `${layer} › ${fid}`

type Place = Pick<Candidate['origin'], 'layer' | 'fid'>

const doubleIssue = (candidate: Candidate, other: Place): ImportIssue => ({
  code: 'same-geometry',
  at: place(candidate),
  params: { other: nameOf(other, candidate.origin) },
  count: 1,
  keys: [candidateKey(candidate)],
})

/** One text for a shape, however its rings are written. */
function normal(geometry: Geometry): string {
  if (dimensionOf(geometry.type) < 2) return JSON.stringify(geometry.coordinates)
  return polygonsOf(geometry)
    .map((rings) => rings.map(normalRing).toSorted().join('|'))
    .toSorted()
    .join('||')
}

function normalRing(ring: Ring): string {
  const open = ring.slice(0, -1)
  const least = open.reduce((best, position, i) => (before(position, open[best]!) ? i : best), 0)
  const forward = [...open.slice(least), ...open.slice(0, least)]
  const back = [forward[0]!, ...forward.slice(1).toReversed()]
  const second = forward[1]
  return JSON.stringify(second && before(second, back[1]!) ? forward : back)
}

const before = (a: Position, b: Position) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
