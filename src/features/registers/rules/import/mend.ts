import { Fault } from '../../../../domain/fault.ts'
import { decodeWkb, encodeWkb, type Geometry, type Position } from '../../../../domain/geometry/index.ts'
import type { Definition } from '../../model/definition.ts'
import { holds } from '../../model/definition.ts'
import type { EntryValue, Property } from '../../model/entry.ts'
import { labelOf } from '../entry.ts'

/** The same shape without positions that repeat the one before; the bytes themselves where there are none. */
export function withoutRepeated(wkb: Uint8Array): Uint8Array {
  const geometry = decodeWkb(wkb)
  const run = (positions: readonly Position[]) =>
    positions.filter((position, i) => {
      const before = positions[i - 1]
      return before === undefined || before[0] !== position[0] || before[1] !== position[1]
    })
  return encodeWkb(eachRun(geometry, run))
}

function eachRun(geometry: Geometry, run: (positions: readonly Position[]) => Position[]): Geometry {
  switch (geometry.type) {
    case 'Point':
      return geometry
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: run(geometry.coordinates) }
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map(run) }
    case 'MultiPolygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((rings) => rings.map(run)) }
  }
}

/** What a person typed, as the field holds it. */
export function typed(definition: Definition, key: string, text: string): Property {
  const field = definition.fields.find((one) => one.key === key)
  if (!field)
    throw new Fault('entry-value', { what: '–', field: key, why: 'không có trường này / no such field' })
  const kind = holds(field)
  if (kind === 'flag') return text === 'true'
  return kind === 'number' && text.trim() !== '' ? Number(text) : text
}

/** A mended value: marked as such, and waiting for a document again where it was public. */
export function mended(
  definition: Definition,
  before: EntryValue,
  change: Partial<Pick<EntryValue, 'geometry' | 'properties'>>,
  how: string,
): EntryValue {
  const properties = change.properties ?? before.properties
  return {
    ...before,
    ...change,
    label: labelOf(definition, properties),
    disclosure: before.disclosure === 'public' ? 'internal' : before.disclosure,
    releasedBy: null,
    source: { ...before.source, note: [before.source.note, `mend: ${how}`].filter(Boolean).join('; ') },
  }
}
