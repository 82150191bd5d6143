import {
  decodeWkb,
  encodeWkb,
  mapPositions,
  mapRuns,
  runsOf,
  type Geometry,
  type Position,
} from '../../../../domain/geometry/index.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import { isWhole } from '../../rules/entry.ts'
import type { TownIndex } from './checks/town.ts'
import type { LayerReader } from './layer.ts'

/** What is told of a feature's place. */
export type PlaceIssue = Pick<ImportIssue, 'code' | 'params' | 'mend'> & {
  readonly position?: Position | undefined
}

/** A feature's geometry in the record's plane, or why it cannot be kept. */
export type Placed =
  | {
      readonly kind: 'placed'
      readonly geometry: Geometry
      readonly wkb: Uint8Array
      readonly issue?: PlaceIssue
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly issue: PlaceIssue }

/** How a feature is placed: what a person chose, and the town, by which turned axes are known. */
export interface Placing {
  readonly closeRings: Mapping['closeRings']
  readonly town: TownIndex | null
}

export function placed(wkb: Uint8Array | null, layer: LayerReader, { closeRings, town }: Placing): Placed {
  if (wkb === null) return { kind: 'none' }
  const given = decodeWkb(wkb)
  if (runsOf(given).every((run) => run.length === 0)) return { kind: 'none' }
  if (!finite(given)) return refused({ code: 'bad-coordinates', params: {} })
  if (layer.place === null) return refused({ code: 'crs-unknown', params: { crs: '?' } })
  const whole = isWhole(given) ? { geometry: given } : closed(given, layer.place, closeRings)
  if (!('geometry' in whole)) return refused(whole)
  const { geometry, issue } = whole
  const found = inPlane(geometry, geometry === given ? wkb : encodeWkb(geometry), layer, town)
  return found.kind === 'placed' && issue ? { issue, ...found } : found
}

const refused = (issue: PlaceIssue): Placed => ({ kind: 'refused', issue })

function inPlane(given: Geometry, wkb: Uint8Array, layer: LayerReader, town: TownIndex | null): Placed {
  const { place, turned, mapping } = layer
  const geometry = place === 'same' || place === null ? given : mapPositions(given, place)
  const ok = finite(geometry)
  const asItIs = (issue?: PlaceIssue): Placed => ({
    kind: 'placed',
    geometry,
    wkb: place === 'same' ? wkb : encodeWkb(geometry),
    ...(issue && { issue }),
  })
  if (ok && (!town || town.holds(runsOf(geometry)[0]![0]!))) return asItIs()
  // Of a layer whose axes are asked about as a whole nothing is said feature by feature.
  const other = turned && town && mapping.crs.sureness !== 'asked' ? mapPositions(given, turned) : null
  const first = other && finite(other) ? runsOf(other)[0]![0]! : null
  if (!other || !first || !town?.holds(first))
    // Far from its zone a projection has no answer.
    return ok ? asItIs() : refused({ code: 'beyond-plane', params: {} })
  if (mapping.turn)
    return {
      kind: 'placed',
      geometry: other,
      wkb: encodeWkb(other),
      issue: { code: 'feature-turned', params: {}, position: first },
    }
  const issue: PlaceIssue = {
    code: 'feature-swapped',
    params: {},
    position: first,
    mend: { kind: 'swap-axes' },
  }
  return ok ? asItIs(issue) : refused(issue)
}

/** An area that lacks nothing but the last position of its rings, closed where a person allows as wide a gap. */
function closed(
  given: Geometry,
  place: NonNullable<LayerReader['place']>,
  most: Mapping['closeRings'],
): PlaceIssue | { readonly geometry: Geometry; readonly issue?: PlaceIssue } {
  const geometry = mapRuns(given, (run) => (isOpen(run) ? [...run, run[0]!] : run))
  const areas = given.type === 'Polygon' || given.type === 'MultiPolygon'
  const first = runsOf(given).find((run) => run.length > 0)![0]!
  const at = (position: Position) => (place === 'same' ? position : place(position))
  if (!areas || !isWhole(geometry)) return { code: 'too-few', params: {}, position: known(at(first)) }
  const gaps = runsOf(given)
    .filter(isOpen)
    .map((run) => ({ from: at(run.at(-1)!), to: at(run[0]!) }))
    .map(({ from, to }) => ({ from, metres: Math.hypot(from[0] - to[0], from[1] - to[1]) }))
  const widest = gaps.toSorted((a, b) => b.metres - a.metres)[0]!
  const params = { metres: Math.round(widest.metres * 100) / 100 }
  const position = known(widest.from)
  return most !== null && widest.metres <= most
    ? { geometry, issue: { code: 'ring-closed', params, position } }
    : { code: 'ring-open', params, position, mend: { kind: 'close-rings' } }
}

const isOpen = (run: readonly Position[]) => {
  const [first, last] = [run[0], run.at(-1)]
  return run.length > 0 && (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
}

const known = (position: Position) =>
  position.every((number) => Number.isFinite(number)) ? position : undefined

function finite(geometry: Geometry): boolean {
  for (const run of runsOf(geometry))
    for (const [x, y] of run) if (!Number.isFinite(x) || !Number.isFinite(y)) return false
  return true
}
