import { readFileSync } from 'node:fs'
import { Fault } from '../../../../domain/fault.ts'
import { encodeWkb, boxAround, type Geometry } from '../../../../domain/geometry/index.ts'
import { Zip } from '../../zip.ts'
import type { JsonContext } from '../geojson/source.ts'
import type { MapEncoding, MapFeature, MapField, MapFormat, MapLayer, PropertyValue } from '../model.ts'
import type { MapNote } from '../notes.ts'
import type { Source } from '../source.ts'
import { decoderOf } from '../text/encoding.ts'
import { candidatesOf, compassIn, described, positionOf, sampleOf } from './choose.ts'
import { rowsOf } from './delimited.ts'
import { headerOf, type Header } from './headers.ts'
import type { TableChoice } from './model.ts'
import type { TableCell } from './numbers.ts'
import { unitsRow } from './units.ts'
import { outlinesOf, type Outline, type TableRow } from './outlines.ts'
import { partedPairs } from './pairs.ts'
import { sideFault } from './sides.ts'
import { geometryOfWkt, isWkt } from './wkt.ts'

interface TableContext extends JsonContext {
  readonly format: MapFormat
  readonly encoding: MapEncoding
  readonly tables: Readonly<Record<string, TableChoice>>
}

interface Table {
  readonly layer: MapLayer
  readonly header: Header
  readonly rows: readonly TableRow[]
  readonly choice: TableChoice | null
  /** Where rows are corners: the parcels that they make. */
  readonly outlines: readonly Outline[]
  /** The column that holds shapes in words; then there is nothing to choose. */
  readonly wkt: number | null
}

/** A table of coordinates: one layer a sheet. What can be read in two ways is asked with both, never guessed. */
export async function openTable(context: TableContext): Promise<Source> {
  const sheets = context.format === 'xlsx' ? await workbook(context) : [text(context)]
  const tables = sheets
    .map(({ name, rows }) => tableOf(name, rows, context))
    .filter((table) => table !== undefined)
  if (tables.length === 0) throw new Fault('map-no-features', { name: context.tally.file, found: 'X, Y?' })
  return {
    layers: tables.map(({ layer }) => layer),
    *read(layer) {
      const table = tables.find((one) => one.layer.name === layer.name)
      if (!table) return
      const { choice } = table
      if (table.wkt !== null) return yield* shapes(table, table.wkt, context)
      if (!choice) throw new Fault('map-table-unclear', { name: context.tally.file, layer: layer.name })
      yield* choice.shape === 'vertices' ? outlines(table, context) : points(table, context)
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}

interface Sheet {
  readonly name: string
  readonly rows: TableCell[][]
}

function text({ path, name, encoding }: TableContext): Sheet {
  return { name, rows: rowsOf(decoderOf(encoding.name)(readFileSync(path))) }
}

async function workbook({ path, tally }: TableContext): Promise<Sheet[]> {
  const bytes = readFileSync(path)
  // Judged as documents are before the library opens it: it has no bounds of its own.
  const zip = new Zip(bytes, tally.file)
  if (!zip.names.some((name) => name.startsWith('xl/')))
    throw new Fault('map-unknown', { name: tally.file, found: 'Word / PowerPoint' })
  const { default: readExcelFile } = await import('read-excel-file/node')
  try {
    const sheets = await readExcelFile(bytes)
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }))
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : ''
    throw new Fault('map-broken', { name: tally.file, where: 'xlsx', why }, error)
  }
}

function cellOf(value: unknown): TableCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' ? value.trim().normalize('NFC') || null : JSON.stringify(value)
}

function tableOf(name: string, given: readonly TableCell[][], context: TableContext): Table | undefined {
  const wkt = wktTable(name, given, context)
  if (wkt) return wkt
  const all = partedPairs(given)
  const { header, units } = unitsRow(headerOf(all), all)
  const first = header.row + 1 + (units === null ? 0 : 1)
  const body = all.slice(first)
  if (units !== null) {
    const fid = String(header.row + 2)
    context.notes.add({ code: 'row-units', layer: name, fid, params: { found: units } })
  }
  if (body.length > context.bounds.features)
    throw new Fault('map-too-many', { name: context.tally.file, limit: context.bounds.features })
  const candidates = candidatesOf(body, header)
  const [only, ...more] = candidates
  const chosen = context.tables[name]
  if (!chosen && !only) return undefined
  const sure = header.row >= 0 && more.length === 0 ? only?.choice : undefined
  const choice = chosen ?? sure ?? null
  const compass = choice ? compassIn(body, choice) : undefined
  const rows = body.map((cells, i): TableRow => {
    const position = choice ? positionOf(cells, choice, compass) : undefined
    return { number: first + 1 + i, cells, position }
  })
  const sample = body.slice(0, 5).map((cells) => cells.map((cell) => String(cell ?? '')))
  const asked = { headers: header.names, sample, candidates }
  const above = all[header.row - 1]?.filter((cell) => cell !== null) ?? []
  const title = above.length === 1 ? String(above[0]) : null
  const parcels =
    choice?.shape === 'vertices' ? outlinesOf(rows, choice, title, header.roles.get('edge')) : []
  const layer = layerOf(name, header, { rows, outlines: parcels }, choice, context.format)
  const way = choice && { choice, ...described(choice, header), sample: sampleOf(body.slice(0, 400), choice) }
  const shown: MapLayer = way ? { ...layer, table: way } : { ...layer, question: asked }
  return { header, rows, choice, outlines: parcels, wkt: null, layer: shown }
}

/** A table whose shapes stand in words in a column of their own. */
function wktTable(name: string, all: readonly TableCell[][], { format }: TableContext): Table | undefined {
  const column = all[1]?.findIndex(isWkt) ?? -1
  const names = all[0]?.map((cell, i) => String(cell ?? `cột ${i + 1}`)) ?? []
  if (column < 0 || isWkt(all[0]?.[column])) return undefined
  const header: Header = { row: 0, names, roles: new Map() }
  const rows = all.slice(1).map((cells, i): TableRow => ({ number: i + 2, cells, position: undefined }))
  const { geometryKinds: _, ...layer } = layerOf(name, header, { rows, outlines: [] }, null, format)
  const fields = layer.fields.filter((_field, i) => i !== column)
  return {
    header,
    rows,
    choice: null,
    outlines: [],
    wkt: column,
    layer: { ...layer, fields, geometryKinds: [] },
  }
}

function layerOf(
  name: string,
  { names }: Header,
  { rows, outlines: parcels }: Pick<Table, 'rows' | 'outlines'>,
  choice: TableChoice | null,
  format: MapFormat,
): MapLayer {
  const field = (column: string, i: number): MapField => {
    const numbers = rows.every(({ cells }) => isNumber(cells[i] ?? 0))
    return {
      name: column,
      type: numbers && rows.some(({ cells }) => (cells[i] ?? null) !== null) ? 'real' : 'text',
    }
  }
  const isNumber = (cell: TableCell) => typeof cell === 'number'
  const named = new Set(parcels.flatMap(({ properties }) => Object.keys(properties)))
  const outline = [...named].map((one): MapField => ({
    name: one,
    type: one === 'corners' ? 'integer' : 'text',
  }))
  return {
    name,
    format,
    crs: { kind: 'none' },
    fields: choice?.shape === 'vertices' ? outline : names.map(field),
    geometryKinds: choice ? [choice.shape === 'vertices' ? 'Polygon' : 'Point'] : [],
    count: null,
    box: boxAround([rows.flatMap(({ position }) => (position ? [position] : []))]),
  }
}

function* points({ layer, header, rows, choice }: Table, { tally }: TableContext): Generator<MapFeature> {
  for (const { number, cells, position } of rows) {
    if (cells.every((cell) => cell === null)) continue
    const fid = String(number)
    const properties: Record<string, PropertyValue> = Object.fromEntries(
      header.names.map((column, i) => [column, cells[i] ?? null]),
    )
    const wkb = position ? encodeWkb({ type: 'Point', coordinates: position }) : null
    const found = choice
      ? [cells[choice.columns.east], cells[choice.columns.north]].map((cell) => cell ?? '–').join('; ')
      : ''
    const note: MapNote = { code: 'row-unread', file: tally.file, layer: layer.name, fid, params: { found } }
    yield { layer: layer.name, fid, wkb, properties, ...(!position && { notes: [note] }) }
  }
}

/** Rows with a shape in words; what cannot be read keeps its row, without a place. */
function* shapes(
  { layer, header, rows }: Table,
  wkt: number,
  { tally }: TableContext,
): Generator<MapFeature> {
  for (const { number, cells } of rows) {
    if (cells.every((cell) => cell === null)) continue
    const fid = String(number)
    const entries = header.names.map((column, i) => [column, cells[i] ?? null] as const)
    const properties = Object.fromEntries(entries.filter((_, i) => i !== wkt))
    const geometry = geometryOfWkt(cells[wkt])
    const found = String(cells[wkt] ?? '–').slice(0, 60)
    const note: MapNote = { code: 'row-unread', file: tally.file, layer: layer.name, fid, params: { found } }
    const raw = { layer: layer.name, fid, properties }
    yield geometry ? { ...raw, wkb: encodeWkb(geometry) } : { ...raw, wkb: null, notes: [note] }
  }
}

function* outlines(
  { layer, choice, outlines: parcels }: Table,
  { tally }: TableContext,
): Generator<MapFeature> {
  for (const parcel of parcels) {
    const { row, properties, corners, unread } = parcel
    const fid = String(row)
    const good = corners.length >= 3 && unread.length === 0
    const found = unread.length > 0 ? unread.slice(0, 20).join(', ') : String(corners.length)
    const code = unread.length > 0 ? 'corners-unread' : 'corners-few'
    const note: MapNote = { code, file: tally.file, layer: layer.name, fid, params: { found } }
    const polygon = (): Geometry => ({ type: 'Polygon', coordinates: [[...corners, corners[0]!]] })
    const wkb = good ? encodeWkb(polygon()) : null
    const side = good && choice?.columns.kind === 'plane' ? sideFault(parcel) : null
    const sideNote: MapNote[] = side ? [{ ...note, code: 'side-differs', params: { ...side } }] : []
    const notes = [...(good ? [] : [note]), ...sideNote]
    yield { layer: layer.name, fid, wkb, properties, ...(notes.length > 0 && { notes }) }
  }
}
