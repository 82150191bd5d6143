import type { Position } from '../../domain/geometry/index.ts'
import { type WkbBatch } from './batch.ts'
import type { Geos, Handle, Scope } from './geos.ts'

/** GEOS's reasons, as codes: `ring-open` and `too-few` are told before GEOS makes a geometry of it. */
export type InvalidReason =
  | 'self-crossing'
  | 'hole-outside'
  | 'hole-nested'
  | 'interior-cut'
  | 'shell-nested'
  | 'ring-repeated'
  | 'ring-open'
  | 'too-few'
  | 'number'
  | 'other'

export type Validity =
  | { readonly valid: true }
  | {
      readonly valid: false
      readonly reason: InvalidReason
      readonly at: Position | null
      readonly words: string
    }

const reasons: readonly (readonly [RegExp, InvalidReason])[] = [
  [/self-intersection/i, 'self-crossing'],
  [/hole lies outside/i, 'hole-outside'],
  [/holes are nested/i, 'hole-nested'],
  [/interior is disconnected/i, 'interior-cut'],
  [/nested shells/i, 'shell-nested'],
  [/duplicate rings/i, 'ring-repeated'],
  [/closed linestring|not closed/i, 'ring-open'],
  [/too few points|invalid number of points|found 1 - must be/i, 'too-few'],
  [/invalid coordinate/i, 'number'],
]
const reasonOf = (words: string) => reasons.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'

/** Whether each shape is valid; else why and where. */
export function validity(geos: Geos, shapes: WkbBatch): Validity[] {
  return geos.scope((scope) => {
    const unread = new Map<number, string>()
    const handles = scope.readAll(shapes, (i, words) => unread.set(i, words))
    return handles.map((handle, i) =>
      handle ? validityOf(scope, handle) : invalid(unread.get(i) ?? '', null),
    )
  })
}

const invalid = (words: string, at: Position | null): Validity => ({
  valid: false,
  reason: reasonOf(words),
  at,
  words,
})

function validityOf(scope: Scope, handle: Handle): Validity {
  const slots = scope.allocate(8)
  scope.geos.Module.HEAPU32.fill(0, slots >> 2, (slots >> 2) + 2)
  if (scope.truth(scope.geos.GEOSisValidDetail(handle, 0, slots, slots + 4), 'validity'))
    return { valid: true }
  const reason = scope.geos.Module.HEAPU32[slots >> 2] as number
  const words = scope.geos.Module.UTF8ToString(reason)
  scope.geos.GEOSFree(reason)
  const place = scope.filled(slots + 4)
  return invalid(words, place && scope.position(place))
}

/** What a mend would make of each shape, to be shown and agreed to: areas stay areas, lines lines. */
export function makeValid(geos: Geos, shapes: WkbBatch): Mend[] {
  return geos.scope((scope) => {
    const { geos: c } = scope
    const params = c.GEOSMakeValidParams_create()
    try {
      // "Structure" keeps to the rings as drawn: a hole stays a hole, an overlap of two shells is merged.
      c.GEOSMakeValidParams_setMethod(params, 1)
      const mend = (handle: Handle): Mend => {
        const mended = scope.own(c.GEOSMakeValidWithParams(handle, params), 'make valid')
        return { wkb: scope.write(mended), areaBefore: scope.area(handle), areaAfter: scope.area(mended) }
      }
      return scope.readAll(shapes).map((handle) => mend(handle as Handle))
    } finally {
      c.GEOSMakeValidParams_destroy(params)
    }
  })
}

/** A proposal, and how much area it would change, m². */
export interface Mend {
  readonly wkb: Uint8Array
  readonly areaBefore: number
  readonly areaAfter: number
}
