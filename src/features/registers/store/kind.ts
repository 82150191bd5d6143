import { boxOf, decodeWkb, type Box } from '../../../domain/geometry/index.ts'
import { canonical } from '../../../domain/canonical.ts'
import { Fault } from '../../../domain/fault.ts'
import { fold } from '../../../domain/fold.ts'
import type { FactKind } from '../../../platform/db/index.ts'
import type { Disclosure, EntrySource, EntryValue, Properties, Release, Stage } from '../model/entry.ts'
import { isWhole } from '../rules/entry.ts'
import type { EntryVersionTable } from './tables.ts'

export const valueColumns = [
  'disclosure',
  'released_by',
  'stage',
  'status',
  'accuracy',
  'source',
  'label',
  'geometry',
  'min_x',
  'min_y',
  'max_x',
  'max_y',
  'properties',
  'search',
] as const satisfies readonly (keyof EntryVersionTable)[]

type ValueColumns = Pick<EntryVersionTable, (typeof valueColumns)[number]>

/** The entries of one register as a kind of fact. */
export function entryKind(register: string): FactKind<EntryValue> {
  return {
    kind: register,
    table: 'entry_version',
    columns: valueColumns,
    encode: (value) => ({ ...columnsOf(value) }),
    decode: (row) => valueOf(row as unknown as ValueColumns),
  }
}

function columnsOf(value: EntryValue): ValueColumns {
  const box = value.geometry === null ? null : placeOf(value)
  return {
    disclosure: value.disclosure,
    released_by: value.releasedBy === null ? null : canonical(value.releasedBy),
    stage: value.stage,
    status: value.status,
    accuracy: value.accuracy,
    source: canonical(value.source),
    label: value.label,
    // What has no position has no place: an empty geometry is none.
    geometry: box && value.geometry,
    min_x: box && box[0],
    min_y: box && box[1],
    max_x: box && box[2],
    max_y: box && box[3],
    properties: canonical(value.properties),
    search: searchText(value),
  }
}

/** One engine takes a ring that does not close and the other does not: neither gets one. */
function placeOf({ geometry, label }: EntryValue): Box | null {
  const shape = geometry && decodeWkb(geometry)
  if (!shape) return null
  const box = boxOf(shape)
  if (box && !isWhole(shape))
    throw new Fault('entry-geometry', { what: label, wanted: 'khép kín / closed', found: shape.type })
  return box
}

export function valueOf(row: ValueColumns): EntryValue {
  return {
    disclosure: row.disclosure as Disclosure,
    releasedBy: row.released_by === null ? null : (JSON.parse(row.released_by) as Release),
    stage: row.stage as Stage,
    status: row.status,
    accuracy: row.accuracy,
    source: JSON.parse(row.source) as EntrySource,
    label: row.label,
    geometry: row.geometry,
    properties: JSON.parse(row.properties) as Properties,
  }
}

export function boxOfRow(row: Pick<ValueColumns, 'min_x' | 'min_y' | 'max_x' | 'max_y'>): Box | null {
  const { min_x, min_y, max_x, max_y } = row
  return min_x === null || min_y === null || max_x === null || max_y === null
    ? null
    : [min_x, min_y, max_x, max_y]
}

/** The label first, so that entries in the order of this text are in the order of their labels. */
function searchText({ label, properties }: EntryValue): string {
  const texts = Object.values(properties).filter((value) => typeof value === 'string' && value !== label)
  return fold([label, ...texts].join(' '))
}
