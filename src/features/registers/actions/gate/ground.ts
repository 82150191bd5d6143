import type { Finding } from '../../../../domain/finding.ts'
import { boxesMeet, decodeWkb, encodeWkb, polygonsOf } from '../../../../domain/geometry/index.ts'
import type { GeometryEngine, Piece } from '../../../../platform/geometry/index.ts'
import type { Entry } from '../../model/entry.ts'
import { finding } from '../../rules/gate/find.ts'
import { overlapOf, planOf, settles, type LevelFit, type PlanOf } from '../../rules/gate/plans.ts'
import type { GateCode } from '../../model/gate/kinds.ts'
import { pairKey, type Shaped } from './shapes.ts'

/** m² and metres below which borders count as one: what a rounding to centimetres leaves. */
const tolerance = { area: 0.1, width: 0.01 }

/** About how wide a piece is, in metres: of a sliver, its width. */
const widthOf = ({ area, length }: Piece) => (length === 0 ? 0 : (2 * area) / length)
const counts = (piece: Piece) => piece.area > tolerance.area && widthOf(piece) > tolerance.width

const squareMetres = (value: number) => ({ value, unit: 'm²' }) as const
const shownAt = (piece: Piece) => ({ size: squareMetres(piece.area), at: piece.at, shape: piece.wkb })

/** Pairs of which one lies over the other, once each: of all, or with at least one of `some`. */
async function overlappingPairs(
  geometry: GeometryEngine,
  all: readonly Shaped[],
  some: readonly Shaped[] = all,
): Promise<(readonly [Shaped, Shaped])[]> {
  const { a, b, area } = await geometry.sharedAreas(
    some.map(({ wkb }) => wkb),
    all.map(({ wkb }) => wkb),
  )
  const pairs = new Map<string, readonly [Shaped, Shaped]>()
  for (const [n, i] of a.entries()) {
    const pair = [some[i] as Shaped, all[b[n] as number] as Shaped] as const
    if (pair[0] !== pair[1] && (area[n] as number) > tolerance.area)
      pairs.set(pairKey(pair[0].entry, pair[1].entry), pair)
  }
  return [...pairs.values()]
}

const common = (geometry: GeometryEngine, pairs: readonly (readonly [Shaped, Shaped])[]) =>
  geometry.commonPieces(
    pairs.map(([a]) => a.wkb),
    pairs.map(([, b]) => b.wkb),
  )

/** Zones on the same ground: of one plan, of two of a level, and of two levels. */
export async function zoneOverlaps(
  geometry: GeometryEngine,
  zones: readonly Shaped[],
  doubles: ReadonlySet<string>,
  known: {
    readonly plans: ReadonlyMap<string, PlanOf>
    readonly fit: LevelFit
    readonly prevailing: readonly Shaped[]
  },
): Promise<Finding[]> {
  const told = (await pairsOfZones(geometry, zones)).flatMap(([a, b]) => {
    const { kind, pair } = overlapOf([a.entry, b.entry], known.plans, known.fit)
    if (kind === 'fits' || doubles.has(pairKey(a.entry, b.entry))) return []
    return [{ kind, pair, shapes: [a, b] as const }]
  })
  const pieces = await common(
    geometry,
    told.map(({ shapes }) => shapes),
  )
  const found: Finding[] = []
  for (const [i, { kind, pair }] of told.entries()) {
    const shared = pieces[i]
    if (!shared || !counts(shared)) continue
    const left = kind === 'overlap' ? [shared] : await unsettled(geometry, shared, pair, known.prevailing)
    for (const piece of left) found.push(finding(codeOf[kind], pair, planParams(pair), shownAt(piece)))
  }
  return found
}

/** Of one plan where borders do not fit, which is quickly told; of different plans all that lie over each other. */
async function pairsOfZones(
  geometry: GeometryEngine,
  zones: readonly Shaped[],
): Promise<readonly (readonly [Shaped, Shaped])[]> {
  const plans = [...byPlan(zones).values()].toSorted((a, b) => a.length - b.length)
  const found = await Promise.all(
    plans.map(async (own, i) => [
      ...(await unfitPairs(geometry, own)),
      ...(await overlappingPairs(geometry, plans.slice(i + 1).flat(), own)),
    ]),
  )
  return found.flat()
}

/** Overlaps among shapes that should lie side by side. */
async function unfitPairs(geometry: GeometryEngine, shapes: readonly Shaped[]) {
  const faults = await geometry.coverageFaults(
    shapes.map(({ wkb }) => wkb),
    0,
  )
  const unfit = faults.map(({ index }) => shapes[index] as Shaped)
  return overlappingPairs(geometry, shapes, unfit)
}

const codeOf = {
  overlap: 'zone-overlap',
  contradict: 'plans-contradict',
  disagree: 'levels-disagree',
} as const satisfies Record<string, GateCode>

const planParams = ([a, b]: readonly [Entry, Entry]) => ({ plan: planOf(a), otherPlan: planOf(b) })

/** What of the ground of a contradiction no writing settles. */
async function unsettled(
  geometry: GeometryEngine,
  shared: Piece,
  pair: readonly [Entry, Entry],
  prevailing: readonly Shaped[],
): Promise<readonly Piece[]> {
  const box = pair[0].box
  const settled = prevailing.filter(
    ({ entry }) => settles(entry, pair) && box && entry.box && boxesMeet(box, entry.box),
  )
  if (settled.length === 0) return [shared]
  const cover = await geometry.union(settled.map(({ wkb }) => wkb))
  return (await geometry.uncovered(shared.wkb, cover)).filter(counts)
}

/** Ground within a plan that no zone of any plan covers. */
export async function zoneGaps(
  geometry: GeometryEngine,
  zones: readonly Shaped[],
  plans: ReadonlyMap<string, PlanOf>,
): Promise<Finding[]> {
  if (zones.length === 0) return []
  const covered = await geometry.union(zones.map(({ wkb }) => wkb))
  const found: Finding[] = []
  for (const [plan, own] of byPlan(zones)) {
    const border = plans.get(plan)?.entry.geometry ?? filled(await geometry.union(own.map(({ wkb }) => wkb)))
    for (const piece of (await geometry.uncovered(border, covered)).filter(counts))
      found.push(finding('zone-gap', [], { plan }, shownAt(piece)))
  }
  return found
}

function byPlan(zones: readonly Shaped[]): ReadonlyMap<string, readonly Shaped[]> {
  const plans = new Map<string, Shaped[]>()
  for (const zone of zones) {
    const plan = planOf(zone.entry)
    const own = plans.get(plan)
    if (own) own.push(zone)
    else plans.set(plan, [zone])
  }
  return plans
}

/** An area without its holes. */
function filled(wkb: Uint8Array): Uint8Array {
  const coordinates = polygonsOf(decodeWkb(wkb)).map((rings) => rings.slice(0, 1))
  return encodeWkb({ type: 'MultiPolygon', coordinates })
}

/** Overlaps in a register whose areas lie apart: looked for only where borders do not fit. */
export async function overlapsApart(
  geometry: GeometryEngine,
  shapes: readonly Shaped[],
  doubles: ReadonlySet<string>,
): Promise<Finding[]> {
  const pairs = (await unfitPairs(geometry, shapes)).filter(
    ([a, b]) => a.entry.stage === b.entry.stage && !doubles.has(pairKey(a.entry, b.entry)),
  )
  const pieces = await common(geometry, pairs)
  return pairs.flatMap(([a, b], i) => {
    const piece = pieces[i]
    return piece && counts(piece) ? [finding('parcel-overlap', [a.entry, b.entry], {}, shownAt(piece))] : []
  })
}

/** What reaches out of the town, or a zone out of its plan, by more than the accuracy of its own border. */
export async function outsideFindings(
  geometry: GeometryEngine,
  shapes: readonly Shaped[],
  area: Uint8Array,
  code: 'outside-town' | 'outside-plan',
  params: Finding['params'] = {},
): Promise<Finding[]> {
  const found: Finding[] = []
  for (const [accuracy, alike] of Map.groupBy(shapes, ({ entry }) => Math.max(entry.accuracy ?? 1, 0.05))) {
    const reach = await geometry.buffer(area, accuracy)
    const beyond = await outsideOf(geometry, alike, reach)
    const whole = await outsideOf(
      geometry,
      beyond.filter(({ piece }) => piece.area === 0 || piece.area > tolerance.area).map(({ shape }) => shape),
      area,
    )
    for (const { shape, piece } of whole) {
      const size = piece.area > 0 ? squareMetres(piece.area) : ({ value: piece.length, unit: 'm' } as const)
      found.push(finding(code, [shape.entry], params, { size, at: piece.at, shape: piece.wkb }))
    }
  }
  return found
}

async function outsideOf(geometry: GeometryEngine, shapes: readonly Shaped[], area: Uint8Array) {
  const found = await geometry.outside(
    shapes.map(({ wkb }) => wkb),
    area,
  )
  return found.map(({ index, piece }) => ({ shape: shapes[index] as Shaped, piece }))
}
