import { Fault } from '../../../domain/fault.ts'
import type { MapFeature, MapLayer, MapStyle, PropertyValue } from './model.ts'
import type { Place } from './geometry/place.ts'
import type { MapNote } from './notes.ts'

/** One data set inside what was handed over: a shapefile of a zip, a GeoPackage, a drawing. */
export interface Source extends AsyncDisposable {
  readonly layers: readonly MapLayer[]
  /** In the file's order. What cannot be read at all is thrown as a `Fault`. */
  read(layer: MapLayer): AsyncIterable<MapFeature> | Iterable<MapFeature>
}

export const isDegrees = ({ crs }: MapLayer) => crs.kind === 'known' && (crs.wkt ?? '').startsWith('GEOG')

/** What a reader knows of one feature before its geometry is looked at. */
export interface RawFeature {
  readonly layer: string
  readonly fid: string
  readonly properties: Readonly<Record<string, PropertyValue>>
  readonly style?: MapStyle
}

/** How dropped heights are counted, since a note for each feature would drown the rest. */
export interface Tally {
  readonly file: string
  readonly noted: Map<string, { code: 'height-dropped' | 'curve-chords'; what: string; count: number }>
}

/**
 * One feature, or one for each part of a collection. A geometry that cannot be used leaves the feature without a
 * place and a note that says why: its attributes are never lost with it.
 */
export function placed(raw: RawFeature, place: () => Place, tally: Tally): MapFeature[] {
  const note = (code: MapNote['code'], params?: MapNote['params']): MapNote => ({
    code,
    file: tally.file,
    layer: raw.layer,
    fid: raw.fid,
    ...(params && { params }),
  })
  let found: Place
  try {
    found = place()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const notes = [note('geometry-refused', { fault: error.code, ...error.params })]
    return [{ ...raw, wkb: null, notes }]
  }
  if (found.dropped) count(tally, raw.layer, 'height-dropped', found.dropped)
  if (found.curved) count(tally, raw.layer, 'curve-chords', '')
  const [first, ...more] = found.pieces
  if (!first) return [{ ...raw, wkb: null, notes: [note('geometry-missing')] }]
  if (more.length === 0) return [{ ...raw, wkb: first }]
  const notes = [note('collection-split', { parts: found.pieces.length })]
  return found.pieces.map((wkb, i) => ({ ...raw, fid: `${raw.fid}/${i + 1}`, wkb, notes }))
}

function count(tally: Tally, layer: string, code: 'height-dropped' | 'curve-chords', what: string): void {
  const key = `${layer}\n${code}\n${what}`
  const seen = tally.noted.get(key) ?? { code, what, count: 0 }
  tally.noted.set(key, { ...seen, count: seen.count + 1 })
}
