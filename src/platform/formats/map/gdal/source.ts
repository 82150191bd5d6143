import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../../../domain/fault.ts'
import { Gpkg } from '../gpkg/gpkg.ts'
import { featuresOf } from '../gpkg/source.ts'
import type { MapBounds, MapFeature, MapFormat, MapLayer, MapStyle, PropertyValue } from '../model.ts'
import { bytesAt } from '../input/sample.ts'
import type { Notes } from '../process/notes.ts'
import type { Source, Tally } from '../source.ts'
import { columns, GdalError, type Dataset, type MapGdal, type Message } from './gdal.ts'
import { layerOf } from './layers.ts'
import { labelIn, plainMtext } from '../text/cad.ts'
import { styleOf } from './style.ts'

/** The driver of GDAL that must take the file: another one would read a file that only looks like it. */
const drivers: Readonly<Partial<Record<MapFormat, string>>> = {
  shapefile: 'ESRI Shapefile',
  filegdb: 'OpenFileGDB',
  flatgeobuf: 'FlatGeobuf',
  gml: 'GML',
  'mapinfo-tab': 'MapInfo File',
  'mapinfo-mif': 'MapInfo File',
  dxf: 'DXF',
  dgn: 'DGN',
  dwg: 'CAD',
}

const styled: readonly MapFormat[] = ['dxf', 'dgn', 'dwg', 'mapinfo-tab', 'mapinfo-mif']

/** Formats in which one bad feature may be passed over with a note; in others a fault means a file cut off. */
const lenient: readonly MapFormat[] = ['gml', 'shapefile']

export interface GdalInput {
  readonly format: MapFormat
  /** Path of the file below the work folder, with `/`. */
  readonly path: string
  /** Open options of GDAL, and how its text is to be read where GDAL cannot tell. */
  readonly options: readonly string[]
  readonly rawText: boolean
  readonly decode: (text: string | Uint8Array) => string
}

export interface GdalContext {
  readonly gdal: MapGdal
  readonly folder: string
  readonly bounds: MapBounds
  readonly tally: Tally
  readonly notes: Notes
}

/** A data set that GDAL reads: layer by layer into a GeoPackage in the work folder, and from there. */
export async function openGdal(input: GdalInput, context: GdalContext): Promise<Source> {
  const { gdal, tally, notes } = context
  const broken = brokenFile(tally.file, input.format)
  let dataset: Dataset
  try {
    dataset = await gdal.open(input.path, input.options)
  } catch (error) {
    throw error instanceof GdalError ? broken(error.messages) : error
  }
  const info = await gdal.info(dataset)
  const opening = gdal.messages()
  if (info.driverShortName !== drivers[input.format]) throw broken(opening)
  noteWarnings(notes, opening)
  const found = (info.layers ?? []).map((layer) => ({
    copy: copyOf(input.path, layer.name),
    ours: withMifSystem(layerOf(layer, input.format), input, context.folder),
    theirs: layer.name,
    styled: styled.includes(input.format),
  }))
  return {
    layers: found.map(({ ours }) => ours),
    read(layer) {
      const one = found.find(({ ours }) => ours.name === layer.name)
      return one ? read(dataset, { ...one, ours: layer }, input, context) : []
    },
    [Symbol.asyncDispose]: () => gdal.close(dataset),
  }
}

/** A name that no other layer of the input has, whatever it is called. */
const copyOf = (path: string, layer: string) =>
  createHash('sha256').update(`${path}\n${layer}`).digest('hex').slice(0, 16)

/** GDAL reads the coordinate system of a MIF and does not show it with the layer. */
function withMifSystem(layer: MapLayer, { format, path }: GdalInput, folder: string): MapLayer {
  if (format !== 'mapinfo-mif' || layer.crs.kind === 'known') return layer
  const head = Buffer.from(bytesAt(join(folder, path), 0, 8_192)).toString('latin1')
  const name = /^\s*(CoordSys\s+Earth\b.*?)\s*$/im.exec(head)?.[1]
  return name === undefined ? layer : { ...layer, crs: { kind: 'known', name, epsg: null, wkt: null } }
}

interface Found {
  /** Name of its GeoPackage, which stays for a second reading. */
  readonly copy: string
  readonly ours: MapLayer
  readonly theirs: string
  readonly styled: boolean
}

async function* read(
  dataset: Dataset,
  found: Found,
  input: GdalInput,
  context: GdalContext,
): AsyncGenerator<MapFeature> {
  const { folder, bounds, tally } = context
  const copy = join(folder, `${found.copy}.gpkg`)
  if (!existsSync(copy)) await convert(dataset, found, input, context, copy)
  using gpkg = new Gpkg(copy)
  const [table] = gpkg.tables()
  if (!table) return
  yield* featuresOf(gpkg, table, {
    layer: found.ours,
    tally,
    bounds,
    rawText: input.rawText,
    decode: input.decode,
    names: found.ours.fields.map(({ name }) => name),
    ...(found.styled && {
      hidden: [columns.style],
      styleOf: (values: Values) => cadStyle(values, found, input.format),
    }),
  })
}

type Values = Readonly<Record<string, PropertyValue>>

async function convert(
  dataset: Dataset,
  found: Found,
  input: GdalInput,
  { gdal, notes, tally }: GdalContext,
  copy: string,
): Promise<void> {
  const what = found.styled
    ? [
        '-dialect',
        'OGRSQL',
        '-sql',
        `SELECT *, OGR_STYLE AS ${columns.style} FROM "${found.theirs.replaceAll('"', '\\"')}"`,
      ]
    : [found.theirs]
  let messages = await gdal.toGpkg(dataset, found.copy, what)
  if (messages.some(isError) && lenient.includes(input.format)) {
    rmSync(copy, { force: true })
    for (const { text } of messages.filter(isFault))
      notes.add({ code: 'reader-fault', layer: found.ours.name, params: { text } })
    const skip = ['-skipfailures', '--config', 'GML_SKIP_CORRUPTED_FEATURES', 'YES']
    messages = (await gdal.toGpkg(dataset, found.copy, [...skip, ...what])).filter((one) => !isError(one))
  }
  if (messages.some(isError) || !existsSync(copy)) throw brokenFile(tally.file, found.ours.name)(messages)
  noteWarnings(notes, messages, found.ours.name)
}

const isError = ({ kind }: Message) => kind === 'error'
const isFault = (message: Message) => isError(message) && !ours.test(message.text)

/** Warnings of our own doing, about the copy and not about the file. */
const ours =
  /not preserved|Terminating translation|is inserted into layer rows|already exists\. Renaming|natively support|Layer has \d+ declared features|laundered/

function noteWarnings(notes: Notes, messages: readonly Message[], layer?: string): void {
  for (const { text } of messages)
    if (!ours.test(text)) notes.add({ code: 'reader-warning', ...(layer && { layer }), params: { text } })
}

const brokenFile =
  (name: string, where: string) =>
  (messages: readonly Message[]): Fault =>
    new Fault('map-broken', {
      name,
      where,
      why: messages.find(isError)?.text.slice(0, 300) ?? messages[0]?.text.slice(0, 300) ?? where,
    })

function cadStyle(values: Values, { ours: layer }: Found, format: MapFormat): MapStyle {
  const text = values[columns.style]
  const { font = '', ...style } = typeof text === 'string' ? styleOf(text) : {}
  const raw = values['Text'] ?? values['text']
  const label = values['cadgeom_type'] === 'CADMText' && typeof raw === 'string' ? plainMtext(raw) : raw
  // A drawing's fills have their pattern's name in the same field as labels have their text.
  const isLabel = typeof text === 'string' && text.startsWith('LABEL') && typeof label === 'string'
  return {
    ...style,
    ...(isLabel && label !== '' && { label: labelIn(font, label) }),
    ...(format === 'dxf' && { cadLayer: String(values['Layer'] ?? '') }),
    ...(format === 'dwg' && { cadLayer: layer.name }),
    ...(format === 'dgn' && { cadLevel: Number(values['Level'] ?? 0) }),
  }
}
