import { Fault } from '../../../../domain/fault.ts'
import type { Crs, MapBounds, MapFeature, MapFormat, MapLayer } from '../model.ts'
import type { Notes } from '../process/notes.ts'
import { placed, type Source, type Tally } from '../source.ts'
import { featureOf, parseJson, placeOfJson, Shape, type JsonFeature } from './feature.ts'
import { CutOff, JsonScan, NotUtf8, TooLarge } from './scan.ts'

const partBytes = 128 * 1024 * 1024

export interface JsonContext {
  readonly path: string
  readonly name: string
  readonly bounds: MapBounds
  readonly tally: Tally
  readonly notes: Notes
}

/**
 * GeoJSON by ourselves: read twice and never held, which is five times as fast as through GDAL, and a fault has its
 * line and feature. The first pass tells fields, kinds and box, and that the file is whole.
 */
export function openGeoJson(context: JsonContext): Source {
  const shape = new Shape()
  const found = { root: null as Root | null, texts: 0 }
  for (const { feature } of features(context, (root) => {
    found.root ??= root
    found.texts += 1
  }))
    shape.add(feature)
  if (shape.count === 0 && found.root?.type !== 'FeatureCollection')
    throw new Fault('map-no-features', {
      name: context.tally.file,
      found: typeof found.root?.type === 'string' ? found.root.type : 'JSON',
    })
  const layer = layerOf(shape, found, context)
  return {
    layers: [layer],
    *read(wanted): Generator<MapFeature> {
      let number = 0
      for (const { feature } of features(context, () => undefined)) {
        number += 1
        const { id, geometry, properties } = feature
        const raw = { layer: wanted.name, fid: id ?? String(number), properties }
        yield* placed(raw, () => placeOfJson(geometry, context.bounds.positions), context.tally)
      }
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}

interface Root {
  readonly type?: unknown
  readonly name?: unknown
  readonly crs?: { readonly properties?: { readonly name?: unknown } } | null
}

function* features(
  { path, bounds, tally }: JsonContext,
  onText: (root: Root) => void,
): Generator<{ feature: JsonFeature }> {
  let number = 0
  const refuse = (line: number, why: string) =>
    new Fault('map-broken', {
      name: tally.file,
      where: `dòng / line ${line}, đối tượng / feature ${number + 1}`,
      why,
    })
  try {
    for (const { kind, text, line } of new JsonScan(path, { partBytes }).parts()) {
      const value = parsed(text, (why) => refuse(line, why))
      const feature = featureOf(value)
      if (kind === 'text') onText(value ?? {})
      else if (!feature) throw refuse(line, 'không phải Feature / no Feature')
      if (!feature) continue
      number += 1
      if (number > bounds.features)
        throw new Fault('map-too-many', { name: tally.file, limit: bounds.features })
      yield { feature }
    }
  } catch (error) {
    if (error instanceof TooLarge) throw refuse(error.line, `> ${partBytes / 1048576} MB`)
    if (error instanceof NotUtf8)
      throw refuse(
        error.line,
        'chữ không phải UTF-8, hãy lưu lại tệp dạng UTF-8 / text is no UTF-8, save the file as UTF-8',
      )
    throw error instanceof CutOff ? refuse(error.line, 'tệp bị cắt / cut off') : error
  }
}

function parsed(text: string, refuse: (why: string) => Fault): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    throw refuse((error as Error).message.slice(0, 120))
  }
}

function layerOf(shape: Shape, found: { root: Root | null; texts: number }, context: JsonContext): MapLayer {
  const { root } = found
  const format: MapFormat = found.texts > 1 ? 'geojsonseq' : 'geojson'
  const name =
    typeof root?.name === 'string' && format === 'geojson' ? root.name.normalize('NFC') : context.name
  return {
    name,
    format,
    crs: crsOf(root, shape, name, context.notes),
    fields: shape.fields,
    geometryKinds: [...shape.kinds],
    count: shape.count,
    box: shape.box,
  }
}

/** RFC 7946 knows only longitude and latitude; the member `crs` of 2008 is still what QGIS and ArcGIS write. */
function crsOf(root: Root | null, { box, located, beyond }: Shape, layer: string, notes: Notes): Crs {
  const named = root?.crs?.properties?.name
  if (typeof named === 'string' && !/CRS:?84/i.test(named)) {
    const epsg = Number(/EPSG:+(?:[\d.]*:)?(\d+)$/i.exec(named)?.[1])
    return { kind: 'known', name: named, epsg: Number.isInteger(epsg) ? epsg : null, wkt: null }
  }
  // One feature that lies nowhere says nothing of the others.
  if (box && beyond * 2 > located) {
    notes.add({ code: 'crs-impossible', layer, params: { x: box[0], y: box[1] } })
    return { kind: 'none' }
  }
  return { kind: 'known', name: 'WGS 84 (CRS84)', epsg: 4326, wkt: null }
}
