import { createReadStream } from 'node:fs'
import { Fault } from '../../../../domain/fault.ts'
import {
  boxAround,
  encodeWkb,
  positionCount,
  runsOf,
  unionBox,
  type Box,
  type Geometry,
} from '../../../../domain/geometry/index.ts'
import { limits } from '../../limits.ts'
import type { JsonContext } from '../geojson/source.ts'
import type { MapFeature, MapField, MapLayer } from '../model.ts'
import { placed, type Source } from '../source.ts'
import { placemarkOf, stylesOf, type Placemark } from './placemark.ts'
import { treesOf } from './trees.ts'

/**
 * KML by ourselves: GDAL's reader of this build takes names and descriptions alone and drops the table of each
 * placemark, places without geometry and all colours.
 */
export async function openKml(context: JsonContext): Promise<Source> {
  const { name, bounds, tally } = context
  const styles = new Map<string, ReturnType<typeof stylesOf>>()
  const fields = new Map<string, MapField>()
  const kinds = new Set<Geometry['type']>()
  let [count, box]: [number, Box | null] = [0, null]
  const left = new Map<string, number>()
  for await (const tree of trees(context)) {
    if (elsewhere.includes(tree.name)) {
      left.set(tree.name, (left.get(tree.name) ?? 0) + 1)
      continue
    }
    if (tree.name !== 'Placemark') {
      const id = tree.attributes['id']
      if (id !== undefined) styles.set(`#${id}`, stylesOf(tree))
      continue
    }
    count += 1
    if (count > bounds.features) throw new Fault('map-too-many', { name: tally.file, limit: bounds.features })
    const { properties, geometries } = placemarkOf(tree)
    for (const key of Object.keys(properties)) fields.set(key, { name: key, type: 'text' })
    for (const one of readable(geometries)) {
      kinds.add(one.type)
      const own = boxAround(runsOf(one))
      box = box && own ? unionBox(box, own) : (own ?? box)
    }
  }
  if (count === 0) throw new Fault('map-no-features', { name: tally.file, found: 'KML' })
  for (const [what, times] of left)
    context.notes.add({ code: 'kml-left', layer: name, params: { what, count: times } })
  const layer: MapLayer = {
    name,
    format: 'kml',
    crs: { kind: 'known', name: 'WGS 84 (CRS84)', epsg: 4326, wkt: null },
    fields: [...fields.values()],
    geometryKinds: [...kinds],
    count,
    box,
  }
  return {
    layers: [layer],
    async *read(wanted) {
      let number = 0
      for await (const tree of trees(context)) {
        if (tree.name !== 'Placemark') continue
        number += 1
        yield* featuresOf(placemarkOf(tree), number, wanted, context, styles)
      }
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}

/** Pictures on the ground and on the screen, and maps at another address: no features of this file. */
const elsewhere = ['GroundOverlay', 'PhotoOverlay', 'ScreenOverlay', 'NetworkLink']

/** What cannot be read is told with its feature, in the second pass. */
function readable(geometries: Placemark['geometries']): readonly Geometry[] {
  try {
    return geometries().found
  } catch (error) {
    if (error instanceof Fault) return []
    throw error
  }
}

function featuresOf(
  { id, properties, styleUrl, style, geometries }: Placemark,
  number: number,
  layer: MapLayer,
  { bounds, tally }: JsonContext,
  styles: ReadonlyMap<string, ReturnType<typeof stylesOf>>,
): MapFeature[] {
  const drawn = style ?? resolved(styleUrl, styles, 0)
  const raw = { layer: layer.name, fid: id ?? String(number), properties, ...(drawn && { style: drawn }) }
  const place = () => {
    const { found, z } = geometries()
    const positions = found.reduce((sum, one) => sum + positionCount(one), 0)
    if (positions > bounds.positions) throw new Fault('geometry-large', { limit: bounds.positions })
    return { pieces: found.map((one) => encodeWkb(one)), dropped: z ? ('z' as const) : null, curved: false }
  }
  return placed(raw, place, tally)
}

/** A style, or the normal one of a pair for pointing at and not. */
function resolved(
  url: string | null,
  styles: ReadonlyMap<string, ReturnType<typeof stylesOf>>,
  depth: number,
): ReturnType<typeof stylesOf>['style'] {
  const found = url === null || depth > 4 ? undefined : styles.get(url.slice(url.indexOf('#')))
  return found?.style ?? (found?.normal ? resolved(found.normal, styles, depth + 1) : undefined)
}

async function* trees({ path, tally }: JsonContext): ReturnType<typeof treesOf> {
  const wanted = new Set(['Placemark', 'Style', 'StyleMap', ...elsewhere])
  const bytes = createReadStream(path, { highWaterMark: 256 * 1024 })
  yield* treesOf(bytes, wanted, { file: tally.file, depth: limits.xmlDepth })
}
