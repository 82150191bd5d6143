import {
  boxOf,
  decodeWkb,
  planarArea,
  runsOf,
  type Box,
  type Geometry,
  type Position,
} from '../../../../domain/geometry/index.ts'
import type { Properties, Property } from '../../model/entry.ts'
import type { Change, Difference, FieldChange, Sided } from '../../model/import/difference.ts'

/**
 * What a newer file changes. Entries are one by the source's key; else by the very same content; else by their
 * place, where exactly one that is gone and one that is new cover each other.
 */
export function difference<A extends Sided, B extends Sided>(
  before: readonly A[],
  after: readonly B[],
): Difference<A, B> {
  const pairs = new Map<A, { readonly item: B; readonly by: Change<A, B>['by'] }>()
  const open = new Set<B>(after)
  const pair = (a: A, b: B, by: Change<A, B>['by']) => {
    pairs.set(a, { item: b, by })
    open.delete(b)
  }
  const byKey = new Map(after.map((item) => [item.key, item]))
  for (const a of before) {
    const b = byKey.get(a.key)
    if (b && open.has(b)) pair(a, b, 'key')
  }
  pairAlike(
    before.filter((a) => !pairs.has(a)),
    [...open],
    (a, b) => pair(a, b, 'content'),
  )
  const gone = before.filter((a) => !pairs.has(a))
  pairByPlace(gone, [...open], (a, b) => pair(a, b, 'place'))
  const changes = before.flatMap((a): Change<A, B>[] => {
    const found = pairs.get(a)
    return found ? [changeOf(a, found.item, found.by)] : []
  })
  const differs = ({ fields, geometry }: Change<A, B>) => fields.length > 0 || geometry !== null
  return {
    added: after.filter((b) => open.has(b)),
    changed: changes.filter(differs),
    gone: before.filter((a) => !pairs.has(a)),
    same: changes
      .filter((change) => !differs(change))
      .map(({ before: a, after: b }) => ({ before: a, after: b })),
  }
}

/** The way back: what is new is gone, and what it was becomes what it is. */
export function reversed<A extends Sided, B extends Sided>({
  added,
  changed,
  gone,
  same,
}: Difference<A, B>): Difference<B, A> {
  return {
    added: gone,
    gone: added,
    changed: changed.map(({ before, after, by, fields, geometry }) => ({
      before: after,
      after: before,
      by,
      fields: fields.map(({ field, from, to }) => ({ field, from: to, to: from })),
      geometry: geometry && { ...geometry, areaBefore: geometry.areaAfter, areaAfter: geometry.areaBefore },
    })),
    same: same.map(({ before, after }) => ({ before: after, after: before })),
  }
}

/** The state that a difference leads to: a changed entry takes the newer content. */
export function applied<T extends Sided>(
  before: readonly T[],
  { added, changed, gone, same }: Difference<T, T>,
): T[] {
  const next = new Map<T, T | null>([
    ...gone.map((item) => [item, null] as const),
    ...changed.map((change) => [change.before, change.after] as const),
    ...same.map((pair) => [pair.before, pair.after] as const),
  ])
  return [...before.flatMap((item) => next.get(item) ?? []), ...added]
}

function pairAlike<A extends Sided, B extends Sided>(
  before: readonly A[],
  after: readonly B[],
  pair: (a: A, b: B) => void,
): void {
  const byContent = Map.groupBy(after, contentKey)
  for (const a of before) {
    const b = byContent.get(contentKey(a))?.shift()
    if (b) pair(a, b)
  }
}

const contentKey = ({ geometry, properties }: Sided): string =>
  JSON.stringify([
    geometry === null ? null : String.fromCharCode(...geometry.subarray(0, 4096)),
    geometry?.length,
    sortedProperties(properties),
  ])
const sortedProperties = (properties: Properties) =>
  Object.entries(properties).toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Half of both boxes at least must lie in the other, and no second entry may fit as well. */
function pairByPlace<A extends Sided, B extends Sided>(
  gone: readonly A[],
  added: readonly B[],
  pair: (a: A, b: B) => void,
): void {
  const boxed = added.flatMap((b) => withBox(b)).toSorted((x, y) => x.box[0] - y.box[0])
  const widest = boxed.reduce((width, { box }) => Math.max(width, box[2] - box[0]), 0)
  const wanted = new Map<B, A[]>()
  for (const { item, box } of gone.flatMap((a) => withBox(a))) {
    const fits: B[] = []
    for (let i = firstFrom(boxed, box[0] - widest); i < boxed.length && boxed[i]!.box[0] <= box[2]; i++)
      if (cover(box, boxed[i]!.box) > 0.5) fits.push(boxed[i]!.item)
    for (const b of fits) wanted.set(b, [...(wanted.get(b) ?? []), item])
  }
  const claims = new Map<A, B[]>()
  for (const [b, all] of wanted) for (const a of all) claims.set(a, [...(claims.get(a) ?? []), b])
  for (const [a, [b, ...rest]] of claims)
    if (b && rest.length === 0 && wanted.get(b)!.length === 1) pair(a, b)
}

function withBox<T extends Sided>(item: T): { item: T; box: Box }[] {
  const box = item.geometry && boxOf(decodeWkb(item.geometry))
  return box ? [{ item, box }] : []
}

function firstFrom(boxed: readonly { readonly box: Box }[], west: number): number {
  let [low, high] = [0, boxed.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (boxed[middle]!.box[0] < west) low = middle + 1
    else high = middle
  }
  return low
}

/** Shared part of two boxes by their common extent, 0 to 1. */
function cover(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  if (width < 0 || height < 0) return 0
  const size = ([w, s, e, n]: Box) => (e - w) * (n - s)
  const joined = size(a) + size(b) - width * height
  return joined === 0 ? 1 : (width * height) / joined
}

function changeOf<A extends Sided, B extends Sided>(
  before: A,
  after: B,
  by: Change<A, B>['by'],
): Change<A, B> {
  return {
    before,
    after,
    by,
    fields: fieldChanges(before.properties, after.properties),
    geometry: geometryChange(before, after),
  }
}

function fieldChanges(before: Properties, after: Properties): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  const at = (properties: Properties, field: string): Property | null => properties[field] ?? null
  return fields
    .map((field) => ({ field, from: at(before, field), to: at(after, field) }))
    .filter(({ from, to }) => from !== to)
}

function geometryChange(before: Sided, after: Sided): Change<Sided, Sided>['geometry'] {
  if (sameBytes(before.geometry, after.geometry)) return null
  const [a, b] = [before.geometry && decodeWkb(before.geometry), after.geometry && decodeWkb(after.geometry)]
  return {
    moved: a && b ? moved(a, b) : null,
    areaBefore: a ? planarArea(a) : null,
    areaAfter: b ? planarArea(b) : null,
  }
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null || a.length !== b.length) return a === b
  return a.every((byte, i) => byte === b[i])
}

/** How far the farthest position of either lies from the nearest of the other, metres; symmetric. */
function moved(a: Geometry, b: Geometry): number {
  const [from, to] = [runsOf(a).flat(), runsOf(b).flat()]
  if (from.length === to.length) {
    const straight = from.reduce((most, position, i) => Math.max(most, distance(position, to[i]!)), 0)
    if (straight < 1 || from.length * to.length > 4e6) return straight
  }
  if (from.length * to.length > 4e6) return boxShift(a, b)
  return Math.max(farthest(from, to), farthest(to, from))
}

const distance = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1])

const farthest = (from: readonly Position[], to: readonly Position[]) =>
  from.reduce(
    (most, position) =>
      Math.max(
        most,
        to.reduce((least, other) => Math.min(least, distance(position, other)), Infinity),
      ),
    0,
  )

function boxShift(a: Geometry, b: Geometry): number {
  const [from, to] = [boxOf(a)!, boxOf(b)!]
  return Math.max(...from.map((side, i) => Math.abs(side - to[i]!)))
}
