import {
  decodeWkb,
  placeKey,
  planarArea,
  runsOf,
  type Geometry,
  type Position,
} from '../../../domain/geometry/index.ts'
import type { Definition } from '../model/definition.ts'
import type { EntryValue, Properties } from '../model/entry.ts'
import { entryValue } from './entry.ts'
import { distance } from './neighbours.ts'

/** What stands in the place of others: their values with another place, and what it came from. */
export function partOf(
  definition: Definition,
  wholes: readonly [EntryValue, ...EntryValue[]],
  shape: Uint8Array,
  madeFrom: readonly string[],
): EntryValue {
  const [first] = wholes
  const { stage, status, accuracy, source } = first
  // Land that most may not see stays unseen, whatever it was joined with.
  const restricted = wholes.some(({ disclosure }) => disclosure === 'restricted')
  return entryValue(definition, {
    stage,
    status,
    accuracy,
    properties: figuresOf(definition, wholes, planarArea(decodeWkb(shape))),
    geometry: shape,
    source: { made: 'hand', name: source.name, madeFrom },
    ...(restricted && { disclosure: 'restricted' }),
  })
}

/**
 * Areas that were stated of the whole are not true of a part: the ground's is measured anew, others (floors, land taken)
 * are added up where all are known, and left out where nobody can say them.
 */
function figuresOf({ fields }: Definition, wholes: readonly EntryValue[], measured: number): Properties {
  const properties = { ...wholes[0]?.properties }
  for (const { key, measures } of fields.filter(({ type }) => type === 'area')) {
    const stated = wholes.map((one) => one.properties[key])
    if (stated[0] === undefined) continue
    const sum = stated.reduce<number>((all, one) => all + Number(one ?? NaN), 0)
    delete properties[key]
    if (measures === 'shape') properties[key] = Math.round(measured * 10) / 10
    else if (wholes.length > 1 && Number.isFinite(sum)) properties[key] = sum
  }
  return properties
}

/** A place as an officer drew it: all else stays as it was said. */
export function redrawn(definition: Definition, value: EntryValue, shape: Uint8Array): EntryValue {
  const { label: _, releasedBy: __, disclosure, source, ...rest } = value
  return entryValue(definition, {
    ...rest,
    geometry: shape,
    source: { ...source, made: 'hand' },
    ...(disclosure === 'restricted' && { disclosure }),
  })
}

/**
 * A neighbour whose border went along. Where it only got corners on its straight pieces it is the same ground: what
 * a document released stays released. Where it moved, it waits for a document as any change does.
 */
export function wentAlong(definition: Definition, value: EntryValue, shape: Uint8Array): EntryValue {
  const before = value.geometry && decodeWkb(value.geometry)
  return before && sameGround(before, decodeWkb(shape))
    ? { ...value, geometry: shape }
    : redrawn(definition, value, shape)
}

/** Metres: by as much a corner put on a slanting border may lie beside it, as drawing programs round. */
const rounding = 0.002

/** True where a shape has every corner that it had, and others on its old border only. */
export function sameGround(before: Geometry, after: Geometry): boolean {
  const [then, now] = [runsOf(before), runsOf(after)]
  if (then.length !== now.length) return false
  return then.every((run, r) => {
    const ring = now[r] as readonly Position[]
    const keys = new Set(run.map(placeKey))
    const kept = ring.filter((at) => keys.has(placeKey(at)))
    const added = ring.filter((at) => !keys.has(placeKey(at)))
    return (
      kept.length === run.length &&
      kept.every((at, i) => placeKey(at) === placeKey(run[i] as Position)) &&
      added.every((at) => liesOn(run, at))
    )
  })
}

const liesOn = (run: readonly Position[], at: Position) =>
  run.some((end, i) => i > 0 && distance(at, run[i - 1] as Position, end) <= rounding)

/** So many neighbours are named in the record; of more their number is told. */
const named = 5
/** Characters of a reason that the record keeps. */
const longest = 1000

/** The officer's reason, and which neighbours' borders went along: what the history of each of them shows. */
export function reasonWith(reason: string, labels: readonly string[]): string {
  if (labels.length === 0) return reason
  const more = labels.length > named ? ` (+${labels.length - named})` : ''
  const told = ` · kéo theo ranh giới: ${labels.slice(0, named).join('; ')}${more}`
  return `${reason}${told}`.slice(0, longest)
}
