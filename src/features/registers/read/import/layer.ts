import {
  decodeWkb,
  encodeWkb,
  mapPositions,
  runsOf,
  type Geometry,
  type Position,
} from '../../../../domain/geometry/index.ts'
import { between } from '../../../../domain/plane.ts'
import type { GroupMapping, LayerMapping } from '../../model/import/mapping.ts'
import { isWhole } from '../../rules/entry.ts'
import type { ImportContext } from './context.ts'
import { groupKey } from './profile.ts'
import { crsOf } from './propose-crs.ts'
import { columnReader, type ColumnReader } from './values.ts'

/** A layer's part of a mapping, ready to read feature after feature. */
export interface LayerReader {
  readonly mapping: LayerMapping
  /** Into the record's plane; null where nobody has said what the coordinates are, `same` where they are in it. */
  readonly place: ((position: Position) => Position) | 'same' | null
  readonly columns: readonly ColumnReader[]
  /** The column of positional accuracy, which is no field. */
  readonly accuracy: ColumnReader | null
  readonly groups: Map<string, GroupMapping>
}

export function layerReader(mapping: LayerMapping, context: ImportContext): LayerReader {
  const fields = new Map(context.register.fields.map((field) => [field.key, field]))
  const readers = mapping.columns.flatMap((column) => {
    const field = fields.get(column.to)
    return field ? [columnReader(column, field, context)] : []
  })
  const accuracy = mapping.columns.find(({ to }) => to === 'accuracy' && !fields.has(to))
  return {
    mapping,
    place: placing(mapping, context),
    columns: readers,
    accuracy: accuracy ? columnReader(accuracy, accuracyField, context) : null,
    groups: new Map(mapping.groups.map((group) => [groupKey(group.cad, group.colour, group.kind), group])),
  }
}

const accuracyField = {
  key: 'accuracy',
  name: { vi: 'Độ chính xác', en: 'Accuracy' },
  type: 'number',
  required: false,
  queryable: false,
  codes: null,
} as const

function placing({ crs: mapped }: LayerMapping, context: ImportContext): LayerReader['place'] {
  const used = crsOf(mapped, context)
  if (!used) return null
  const { apply, from, to } = between(used.crs, context.plane, used.operation)
  const { axes, prefix } = mapped
  if (from.id === to.id && axes === 'xy' && prefix === 0) return 'same'
  const millions = prefix * 1e6
  return ([x, y]) => apply(axes === 'xy' ? [x - millions, y] : [y - millions, x])
}

/** A feature's geometry in the record's plane, or why it cannot be kept. */
export type Placed =
  | { readonly kind: 'placed'; readonly geometry: Geometry; readonly wkb: Uint8Array }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'refused'
      readonly why: 'bad-coordinates' | 'beyond-plane' | 'ring-open' | 'too-few' | 'crs-unknown'
    }

export function placed(wkb: Uint8Array | null, { place }: LayerReader): Placed {
  if (wkb === null) return { kind: 'none' }
  const given = decodeWkb(wkb)
  if (runsOf(given).every((run) => run.length === 0)) return { kind: 'none' }
  if (!finite(given)) return { kind: 'refused', why: 'bad-coordinates' }
  if (!isWhole(given)) return { kind: 'refused', why: isOpen(given) ? 'ring-open' : 'too-few' }
  if (place === null) return { kind: 'refused', why: 'crs-unknown' }
  if (place === 'same') return { kind: 'placed', geometry: given, wkb }
  const geometry = mapPositions(given, place)
  // Far from its zone a projection has no answer.
  return finite(geometry)
    ? { kind: 'placed', geometry, wkb: encodeWkb(geometry) }
    : { kind: 'refused', why: 'beyond-plane' }
}

function finite(geometry: Geometry): boolean {
  for (const run of runsOf(geometry))
    for (const [x, y] of run) if (!Number.isFinite(x) || !Number.isFinite(y)) return false
  return true
}

/** Only for want of its last position. */
function isOpen(geometry: Geometry): boolean {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false
  return runsOf(geometry).every((ring) => ring.length > 2)
}
