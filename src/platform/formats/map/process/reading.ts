import { join } from 'node:path'
import { Fault } from '../../../../domain/fault.ts'
import type { MapGdal } from '../gdal/gdal.ts'
import type { GdalInput } from '../gdal/source.ts'
import { planOf, type Planned } from '../input/plan.ts'
import { stage, type StagedFile } from '../input/stage.ts'
import { arcStep } from '../limits.ts'
import type { MapBatch, MapFeature, MapFormat, MapLayer } from '../model.ts'
import { isDegrees, type Source, type Tally } from '../source.ts'
import { plainCad } from '../text/cad.ts'
import { decodeAs, isOurs } from '../text/encoding.ts'
import { Notes } from './notes.ts'
import type { Answer, Order } from './protocol.ts'

type OpenOrder = Extract<Order, { kind: 'open' }>

const own: readonly MapFormat[] = ['geojson', 'geojsonseq', 'geopackage', 'kml', 'csv', 'xlsx']

/** All sources of one input, opened, and their features in batches. */
export class Reading implements AsyncDisposable {
  readonly notes: Notes
  private readonly order: OpenOrder
  private readonly tally: Tally
  private readonly layers: { readonly source: Source; readonly layer: MapLayer; readonly shown: MapLayer }[] =
    []
  private readonly sources: Source[] = []

  constructor(order: OpenOrder) {
    this.order = order
    this.notes = new Notes(order.name)
    this.tally = { file: order.name, noted: new Map() }
  }

  async open(): Promise<Extract<Answer, { kind: 'opened' }>> {
    const { bounds, folder, name, input, encoding } = this.order
    const inside = join(folder, 'in')
    const files = await stage(input, { folder: inside, name, bounds, notes: this.notes })
    const plan = planOf(files, { folder: inside, notes: this.notes, given: encoding })
    const gdal = plan.some(({ format }) => !own.includes(format))
      ? await (
          await import('../gdal/gdal.ts')
        ).MapGdal.load(folder, Math.floor(bounds.memoryMb * 0.7), environment(plan, files))
      : undefined
    for (const one of plan) await this.add(one, gdal)
    this.judgeLayers()
    const [first] = plan
    if (!first || this.layers.length === 0)
      throw new Fault('map-no-features', { name, found: first?.format ?? '' })
    this.noteEncoding(plan)
    return {
      kind: 'opened',
      format: this.layers[0]?.layer.format ?? first.format,
      layers: this.layers.map(({ shown }) => shown),
      encoding: { name: first.encoding.name, from: first.encoding.from },
      notes: this.notes.take(),
    }
  }

  /** Batches of the named layers, near the size of the bounds. */
  async *batches(wanted: readonly string[] | null): AsyncGenerator<MapBatch> {
    this.tally.noted.clear()
    for (const { source, layer, shown } of this.layers)
      if (wanted === null || wanted.includes(shown.name)) yield* this.layer(source, layer, shown)
    for (const [key, { code, what, count }] of this.tally.noted) {
      const [layer = ''] = key.split('\n')
      const degrees = this.layers.some(({ layer: one }) => one.name === layer && isDegrees(one))
      const chords = degrees ? { tolerance: '0,00000001', unit: '°' } : { tolerance: '0,001', unit: 'm' }
      this.notes.add({ code, layer, params: code === 'curve-chords' ? chords : { what, count } })
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const source of this.sources) await source[Symbol.asyncDispose]()
  }

  private async *layer(source: Source, layer: MapLayer, shown: MapLayer): AsyncGenerator<MapBatch> {
    let [batch, bytes, done, total]: [MapFeature[], number, number, number] = [[], 0, 0, 0]
    const { batchBytes, features } = this.order.bounds
    for await (const feature of source.read(layer)) {
      batch.push(shown.name === layer.name ? feature : { ...feature, layer: shown.name })
      bytes += sizeOf(feature)
      total += /\/(?!1$)\d+$/.test(feature.fid) ? 0 : 1
      if (total > features) throw new Fault('map-too-many', { name: this.order.name, limit: features })
      if (bytes < batchBytes) continue
      done += batch.length
      yield { layer: shown.name, features: batch, done }
      ;[batch, bytes] = [[], 0]
    }
    if (batch.length > 0) yield { layer: shown.name, features: batch, done: done + batch.length }
    if (shown.count !== null && total !== shown.count)
      this.notes.add({
        code: 'count-differs',
        layer: shown.name,
        params: { declared: shown.count, found: total },
      })
  }

  private async add(planned: Planned, gdal: MapGdal | undefined): Promise<void> {
    const source = await this.source(planned, gdal)
    this.sources.push(source)
    for (const layer of source.layers) {
      const name = this.unique(layer.name, planned.path)
      this.layers.push({ source, layer, shown: { ...layer, name } })
    }
  }

  /** Of the readers only the one that is wanted is loaded: a process lives for one file, and each takes its time. */
  private async source(planned: Planned, gdal: MapGdal | undefined): Promise<Source> {
    const { bounds, folder, tables } = this.order
    const { notes, tally } = this
    const path = join(folder, 'in', planned.path)
    const context = { path, name: planned.name, bounds, tally, notes }
    switch (planned.format) {
      case 'geojson':
      case 'geojsonseq':
        return (await import('../geojson/source.ts')).openGeoJson(context)
      case 'geopackage':
        return (await import('../gpkg/source.ts')).openGpkg(path, tally, bounds)
      case 'kml':
        return (await import('../kml/source.ts')).openKml(context)
      case 'csv':
      case 'xlsx':
        return (await import('../table/source.ts')).openTable({
          ...context,
          format: planned.format,
          encoding: planned.encoding,
          tables,
        })
      case 'shapefile':
      case 'filegdb':
      case 'flatgeobuf':
      case 'gml':
      case 'mapinfo-tab':
      case 'mapinfo-mif':
      case 'dxf':
      case 'dgn':
      case 'dwg':
        if (!gdal) throw new Error('GDAL was not loaded')
        return (await import('../gdal/source.ts')).openGdal(gdalInput(planned), {
          gdal,
          folder,
          bounds,
          tally,
          notes,
        })
    }
  }

  /** Two shapefiles of one name in two folders are two layers. */
  private unique(name: string, path: string): string {
    const taken = new Set(this.layers.map(({ shown }) => shown.name))
    if (!taken.has(name)) return name
    const long = `${path.replace(/[^/]*$/, '')}${name}`
    for (let i = 2; ; i++) {
      const next = i === 2 && long !== name ? long : `${name} (${i})`
      if (!taken.has(next)) return next
    }
  }

  private judgeLayers(): void {
    for (const { shown } of this.layers) {
      const layer = shown.name
      if (shown.crs.kind === 'none' && !shown.question) this.notes.add({ code: 'crs-missing', layer })
      if (shown.format === 'dwg' && !isPoints(shown)) this.notes.add({ code: 'dwg-closing', layer })
      if (shown.format === 'dxf' || shown.format === 'dgn')
        this.notes.add({ code: 'cad-arcs', layer, params: { degrees: arcStep } })
    }
  }

  private noteEncoding(plan: readonly Planned[]): void {
    for (const { encoding } of plan) {
      const params = { encoding: encoding.name }
      if (encoding.from === 'unsure') this.notes.add({ code: 'encoding-unsure', params })
      if (/^(tcvn3|vni|viscii)$/i.test(encoding.name)) this.notes.add({ code: 'legacy-font', params })
    }
  }
}

const isPoints = ({ geometryKinds: [kind, ...more] }: MapLayer) => kind === 'Point' && more.length === 0

/** Settings of GDAL that hold for the whole process. */
function environment(plan: readonly Planned[], files: readonly StagedFile[]): Record<string, string> {
  const encoding = plan.find(({ format }) => format === 'dxf')?.encoding
  const drawing = encoding?.storedAs ?? encoding?.name ?? ''
  return {
    OGR_SQLITE_SYNCHRONOUS: 'OFF',
    OGR_SQLITE_JOURNAL: 'OFF',
    ...(lacksIndex(files) && { SHAPE_RESTORE_SHX: 'YES' }),
    OGR_ARC_STEPSIZE: String(arcStep),
    ...(isOurs(drawing) && { DXF_ENCODING: 'ISO-8859-1' }),
    ...(drawing === 'UTF-8' && { DXF_ENCODING: 'UTF-8' }),
    // Parts of a block keep the layer and the colour they have of their own: a whole map may stand in one.
    DXF_MERGE_BLOCK_GEOMETRIES: 'NO',
  }
}

/** GDAL writes every index anew once it is allowed to. */
function lacksIndex(files: readonly StagedFile[]): boolean {
  const paths = new Set(files.map(({ path }) => path))
  return [...paths].some((path) => path.endsWith('.shp') && !paths.has(path.replace(/p$/, 'x')))
}

function gdalInput({ format, path, encoding }: Planned): GdalInput {
  const ours = isOurs(encoding.name)
  const iconv = ours ? 'ISO-8859-1' : encoding.name.replace(/^windows-/i, 'CP')
  const latin = ours && encoding.storedAs === undefined && (format === 'shapefile' || format === 'dxf')
  const decode = decodeAs(encoding.name, latin)
  return {
    format,
    path: `in/${path}`,
    options: format === 'shapefile' ? [`ENCODING=${iconv}`] : [],
    rawText: format !== 'flatgeobuf' && format !== 'gml',
    decode: format === 'dxf' || format === 'dwg' ? cadText(decode) : decode,
  }
}

const cadText =
  (decode: (text: string | Uint8Array) => string) =>
  (text: string | Uint8Array): string =>
    typeof text === 'string' ? decode(plainCad(text)) : plainCad(decode(text)).normalize('NFC')

/** Near enough to weigh a batch by. */
function sizeOf(feature: MapFeature): number {
  let size = 64 + (feature.wkb?.length ?? 0)
  for (const value of Object.values(feature.properties))
    size += typeof value === 'string' ? 16 + value.length : 16
  return size
}
