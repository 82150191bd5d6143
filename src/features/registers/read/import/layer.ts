import type { Position } from '../../../../domain/geometry/index.ts'
import { between } from '../../../../domain/plane.ts'
import type { GroupMapping, LayerMapping } from '../../model/import/mapping.ts'
import type { ImportContext } from './context.ts'
import { groupKey } from './profile.ts'
import { crsOf } from './propose-crs.ts'
import { columnReader, type ColumnReader } from './values.ts'

/** A layer's part of a mapping, ready to read feature after feature. */
export interface LayerReader {
  readonly mapping: LayerMapping
  /** Into the record's plane; null where nobody has said what the coordinates are, `same` where they are in it. */
  readonly place: ((position: Position) => Position) | 'same' | null
  /** The same with its axes the other way round; null where nobody has said what the coordinates are. */
  readonly turned: ((position: Position) => Position) | null
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
    ...placing(mapping, context),
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

function placing(
  { crs: mapped }: LayerMapping,
  context: ImportContext,
): Pick<LayerReader, 'place' | 'turned'> {
  const used = crsOf(mapped, context)
  if (!used) return { place: null, turned: null }
  const { apply, from, to } = between(used.crs, context.plane, used.operation)
  const { axes, prefix } = mapped
  const millions = prefix * 1e6
  const xy = ([x, y]: Position) => apply([x - millions, y])
  const yx = ([x, y]: Position) => apply([y - millions, x])
  if (from.id === to.id && axes === 'xy' && prefix === 0) return { place: 'same', turned: yx }
  return axes === 'xy' ? { place: xy, turned: yx } : { place: yx, turned: xy }
}
