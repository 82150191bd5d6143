import { Fault } from '../../../../domain/fault.ts'
import { arcTolerance } from '../geometry/arcs.ts'
import { placeOfGpkg, type Place } from '../geometry/place.ts'
import type { MapBounds, MapFeature, MapLayer, MapStyle, PropertyValue } from '../model.ts'
import { isDegrees, placed, type Source, type Tally } from '../source.ts'
import { valueOfCell } from './columns.ts'
import { Gpkg, type GpkgTable } from './gpkg.ts'

const nowhere: Place = { pieces: [], dropped: null, curved: false }

/** How the rows of one table become features. */
export interface RowReading {
  readonly layer: MapLayer
  readonly tally: Tally
  readonly bounds: MapBounds
  readonly rawText: boolean
  readonly decode: (text: string | Uint8Array) => string
  /** Style from the columns, by name; the columns it took are no attributes. */
  readonly styleOf?: (values: Readonly<Record<string, PropertyValue>>) => MapStyle | undefined
  /** The file's names of the columns, where the copy had to rename them. */
  readonly names?: readonly string[]
  readonly hidden?: readonly string[]
}

/** Features of a table, one by one. */
export function* featuresOf(gpkg: Gpkg, table: GpkgTable, reading: RowReading): Generator<MapFeature> {
  const { layer, tally, bounds, decode, hidden = [] } = reading
  const names = table.fields.map(({ name }, i) => reading.names?.[i] ?? name)
  // Degrees and metres differ by five powers of ten; what is unknown is taken for metres.
  const tolerance = isDegrees(layer) ? arcTolerance.degrees : arcTolerance.metres
  const limits = { positions: bounds.positions, tolerance }
  for (const { fid, geometry, cells } of gpkg.rows(table, reading.rawText)) {
    const values = Object.fromEntries(
      table.fields.map(({ type }, i) => [names[i]!, valueOfCell(cells[i] ?? null, type, decode)]),
    )
    const style = reading.styleOf?.(values)
    const properties = Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.includes(name)))
    yield* placed(
      { layer: layer.name, fid, properties, ...(style && { style }) },
      () => (geometry ? placeOfGpkg(geometry, limits) : nowhere),
      tally,
    )
  }
}

/** A GeoPackage as it came: no detour over GDAL, so nothing of it can be changed on the way. */
export function openGpkg(path: string, tally: Tally, bounds: MapBounds): Source {
  const broken = (error: unknown) =>
    error instanceof Fault
      ? error
      : new Fault(
          'map-broken',
          { name: tally.file, where: 'GeoPackage', why: (error as Error).message },
          error,
        )
  let gpkg: Gpkg
  let tables: ReadonlyMap<string, GpkgTable>
  try {
    gpkg = new Gpkg(path)
    tables = new Map(gpkg.tables().map((table) => [table.name, table]))
  } catch (error) {
    throw broken(error)
  }
  return {
    layers: [...tables.values()].map((table) => ({
      name: table.name,
      format: 'geopackage',
      crs: table.crs,
      fields: table.fields,
      geometryKinds: table.kinds,
      count: table.count,
      box: table.box,
    })),
    *read(layer) {
      const table = tables.get(layer.name)
      if (!table) return
      const decode = (text: string | Uint8Array) => String(text).normalize('NFC')
      try {
        yield* featuresOf(gpkg, table, { layer, tally, bounds, rawText: false, decode })
      } catch (error) {
        throw broken(error)
      }
    },
    [Symbol.asyncDispose]: () => Promise.resolve(gpkg[Symbol.dispose]()),
  }
}
