import { boxAround, type Position } from '../../../../domain/geometry/index.ts'
import { toLonLat, type Operation, type Plane } from '../../../../domain/plane.ts'
import type { MapLayer, TableCandidate, TableChoice } from '../../../../platform/formats/map/index.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import { sameTable, type TableWay } from '../../model/import/mapping.ts'
import type { ImportContext } from './context.ts'
import { readingsOf } from './propose-crs.ts'

export interface TableProposal {
  /** How each table that can be read in more than one way is read. */
  readonly tables: Readonly<Record<string, TableChoice>>
  /** Planes that degrees beside the metres prove, by layer. */
  readonly zones: Readonly<Record<string, string>>
  /** All that a person may choose from, by layer, likeliest first. */
  readonly ways: Readonly<Record<string, readonly TableWay[]>>
  readonly issues: readonly ImportIssue[]
}

/**
 * How coordinate tables are read that allow several ways: the way that puts their rows in the town; metres before
 * degrees, as the law has it; but what a person chose goes first. What was chosen, and what else was possible, is told.
 */
export function proposeTables(
  layers: readonly MapLayer[],
  context: ImportContext,
  chosenWays: TableProposal['tables'] = {},
): TableProposal {
  const asked = layers.flatMap(({ name, question }) => {
    const list = ranked(question?.candidates ?? [], context)
    const best = list.find(({ choice }) => sameTable(choice, chosenWays[name])) ?? list[0]
    return best ? [{ layer: name, list, best, others: list.filter((one) => one !== best) }] : []
  })
  const both = asked.map(({ layer, best, others }) => twoSystems(layer, [best, ...others], context))
  return {
    tables: Object.fromEntries(asked.map(({ layer, best }) => [layer, best.choice])),
    zones: Object.fromEntries(
      asked.flatMap(({ layer, best }, i) => {
        const zone = best.choice.columns.kind === 'plane' ? both[i]!.zone : null
        return zone === null ? [] : [[layer, zone] as const]
      }),
    ),
    ways: Object.fromEntries(
      asked.map(({ layer, list }) => [layer, list.map(({ choice, vi, en }) => ({ choice, vi, en }))]),
    ),
    issues: asked.flatMap(({ layer, best, others }, i) => [chosen(layer, best, others), ...both[i]!.issues]),
  }
}

/** How tables were read that allow one way only: which column is north, and what decimals are. */
export const tableIssues = (layers: readonly MapLayer[]): ImportIssue[] =>
  layers.flatMap(({ name, table }): ImportIssue[] =>
    table ? [{ code: 'table-read', at: { layer: name }, params: { how: words(table) }, count: 1 }] : [],
  )

function ranked(candidates: readonly TableCandidate[], context: ImportContext): TableCandidate[] {
  const weight = ({ sample, choice: { columns } }: TableCandidate) => {
    const box = boxAround([core(sample.filter((place) => place !== null))])
    const fits = readingsOf(box, context).filter(
      ({ axes, crs }) => axes === 'xy' && (crs.grid === null) === (columns.kind === 'degrees'),
    )
    return (fits[0]?.inside ?? 0) + (columns.kind === 'plane' ? 0.001 : 0)
  }
  return candidates
    .map((candidate) => ({ candidate, weight: weight(candidate) }))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ candidate }) => candidate)
}

/** Without the outermost rows on each axis: a mistyped one says nothing of how the table is to be read. */
function core(places: readonly Position[]): readonly Position[] {
  if (places.length < 5) return places
  const between = (axis: 0 | 1) => {
    const sorted = places.map((place) => place[axis]).toSorted((a, b) => a - b)
    const cut = Math.floor(sorted.length / 5)
    return [sorted[cut]!, sorted[sorted.length - 1 - cut]!] as const
  }
  const [[west, east], [south, north]] = [between(0), between(1)]
  return [
    [west, south],
    [east, north],
  ]
}

const words = ({ vi, en }: TableCandidate) => ({ vi, en })

function chosen(layer: string, best: TableCandidate, others: readonly TableCandidate[]): ImportIssue {
  const list = (language: 'vi' | 'en') => others.map((one) => one[language]).join(' / ')
  return {
    code: others.length > 0 ? 'table-chosen' : 'table-read',
    at: { layer },
    params: { how: words(best), number: others.length, others: { vi: list('vi'), en: list('en') } },
    count: 1,
  }
}

/**
 * Metres and degrees of the same rows beside each other: they prove the zone, and show with which set of parameters the
 * table was made.
 */
function twoSystems(
  layer: string,
  all: readonly TableCandidate[],
  { systems, operation }: ImportContext,
): { readonly zone: string | null; readonly issues: readonly ImportIssue[] } {
  const kind = (wanted: 'plane' | 'degrees') =>
    all.find(({ choice }) => choice.columns.kind === wanted)?.sample ?? []
  const degrees = kind('degrees')
  const pairs = kind('plane').flatMap((from, i) => {
    const to = degrees[i]
    return from && to ? [{ from, to }] : []
  })
  if (pairs.length === 0) return { zone: null, issues: [] }
  const off = (plane: Plane, one: Operation) => offsets(pairs, toLonLat(plane, one).apply)
  const zones = systems.planes.map((plane) => ({ plane, metres: middle(off(plane, operation)) }))
  const zone = zones.toSorted((a, b) => a.metres - b.metres)[0]!
  // Farther off, no zone fits: the two say different things.
  if (zone.metres > most)
    return { zone: null, issues: [told('two-systems-rows', layer, { number: pairs.length })] }
  const [nearest] = systems.operations
    .map((one) => ({ one, metres: middle(off(zone.plane, one)) }))
    .toSorted((a, b) => a.metres - b.metres)
  const far = off(zone.plane, operation).filter((metres) => metres > zone.metres + most).length
  const params = {
    number: pairs.length,
    crs: zone.plane.name,
    operation: operation.name,
    metres: zone.metres.toFixed(2),
    nearest: nearest!.one.name,
    least: nearest!.metres.toFixed(2),
  }
  return {
    zone: zone.plane.id,
    issues: [
      told('two-systems', layer, params),
      ...(far > 0 ? [told('two-systems-rows', layer, { number: far })] : []),
    ],
  }
}

/** Metres: the sets of parameters in use differ by less than one. */
const most = 10

const told = (code: ImportIssue['code'], layer: string, params: ImportIssue['params']): ImportIssue => ({
  code,
  at: { layer },
  params,
  count: 1,
})

interface Pair {
  readonly from: Position
  readonly to: Position
}

const metresPerDegree = 111_320

/** Metres between a way's answers and the longitudes and latitudes that stand beside. */
function offsets(pairs: readonly Pair[], apply: (position: Position) => Position): number[] {
  return pairs.map(({ from, to }) => {
    const [lon, lat] = apply(from)
    const metres = Math.hypot((lon - to[0]) * Math.cos((lat * Math.PI) / 180), lat - to[1]) * metresPerDegree
    return Number.isFinite(metres) ? metres : Infinity
  })
}

const middle = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
