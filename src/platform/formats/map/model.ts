import type { Box, GeometryType } from '../../../domain/geometry/index.ts'
import type { MapNote } from './notes.ts'
import type { TableCandidate, TableChoice, TableQuestion } from './table/model.ts'

/** What a map, CAD or coordinate file turned out to be: told from its bytes, never from its name alone. */
export const mapFormats = [
  'shapefile',
  'geopackage',
  'filegdb',
  'geojson',
  'geojsonseq',
  'flatgeobuf',
  'kml',
  'gml',
  'mapinfo-tab',
  'mapinfo-mif',
  'dxf',
  'dgn',
  'dwg',
  'csv',
  'xlsx',
] as const
export type MapFormat = (typeof mapFormats)[number]

/** A file or folder on this machine, or files that came over HTTP with the names they had. */
export type MapInput = string | NamedBytes | readonly NamedBytes[]

export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface MapOptions {
  readonly bounds?: Partial<MapBounds> | undefined
  /** Ends the reading and kills its process. */
  readonly signal?: AbortSignal
  /** The encoding of attribute text, where a person knows better than the file: `UTF-8`, `windows-1258`, `TCVN3`, `VNI`. */
  readonly encoding?: string
  /** The answers to a coordinate table's questions, by layer name. */
  readonly tables?: Readonly<Record<string, TableChoice>>
}

/** How much of a file is taken before it is refused with a sentence. */
export interface MapBounds {
  /** Bytes as handed over, and after unpacking. */
  readonly fileBytes: number
  readonly unpackedBytes: number
  readonly entries: number
  readonly features: number
  /** Positions of one geometry. */
  readonly positions: number
  /** Memory of the reading process, MB, and its deadline without a sign of life, ms. */
  readonly memoryMb: number
  readonly deadlineMs: number
  /** Size of a batch, near enough. */
  readonly batchBytes: number
}

/**
 * The coordinate system as the file names it. `none` is a file that says nothing, which is asked, never assumed.
 * A name without `epsg` is one that no register knows under that number, such as a hand-written VN-2000. Whatever the
 * axes of that system: `x` of every geometry is east or longitude, `y` north or latitude.
 */
export type Crs =
  | {
      readonly kind: 'known'
      readonly name: string
      readonly epsg: number | null
      readonly wkt: string | null
    }
  | { readonly kind: 'none' }

export type FieldType =
  | 'text'
  | 'integer'
  | 'integer64'
  | 'real'
  | 'boolean'
  | 'day'
  | 'time'
  | 'instant'
  | 'json'
  | 'bytes'

export interface MapField {
  readonly name: string
  readonly type: FieldType
}

export interface MapLayer {
  readonly name: string
  readonly format: MapFormat
  readonly crs: Crs
  readonly fields: readonly MapField[]
  /** What the layer declares; empty where the format says nothing before it is read whole. */
  readonly geometryKinds: readonly GeometryType[]
  /** null where it is known only at the end. */
  readonly count: number | null
  readonly box: Box | null
  /** Only of a coordinate table: how it is read. */
  readonly table?: TableCandidate
  /** Only of a coordinate table that can be read in more than one way. Its features come once it is answered. */
  readonly question?: TableQuestion
}

/** Day, time and instant are ISO text, `integer64` is text where a number would round it, bytes are base64. */
export type PropertyValue = string | number | boolean | null | readonly PropertyValue[]

/** How the file draws it: what CAD people tell land use by. */
export interface MapStyle {
  /** `#rrggbb` of the line or symbol, and of the fill. */
  readonly colour?: string
  readonly fill?: string
  /** The text that a label shows. */
  readonly label?: string
  readonly cadLayer?: string
  readonly cadLevel?: number
  /** Drawn on a layer that is switched off or frozen. */
  readonly hidden?: true
}

export interface MapFeature {
  readonly layer: string
  /** The file's own number of the feature as text; of a table the row. */
  readonly fid: string
  /** Little-endian WKB of two coordinates, as in the file; null where there is no place. */
  readonly wkb: Uint8Array | null
  readonly properties: Readonly<Record<string, PropertyValue>>
  readonly style?: MapStyle
  readonly notes?: readonly MapNote[]
}

export interface MapBatch {
  readonly layer: string
  readonly features: readonly MapFeature[]
  /** Features of the layer handed over so far, with these. */
  readonly done: number
}

/** An open file. Its process lives until it is closed, or until a reading is left in the middle. */
export interface MapFile extends AsyncDisposable {
  readonly format: MapFormat
  readonly layers: readonly MapLayer[]
  /** How attribute text was read, for a person to check. */
  readonly encoding: MapEncoding
  /** What was noticed on opening; `notesAtEnd` adds what only the reading could tell. */
  readonly notes: readonly MapNote[]
  /**
   * Features of the named layers, of all by default. The reading waits while a batch is being worked on; when it has
   * ended, another may begin.
   */
  batches(layers?: readonly string[]): AsyncGenerator<MapBatch, void, undefined>
  notesAtEnd(): readonly MapNote[]
  /** The most memory that the reading process has held, MB; null before the last batch was taken. */
  peakMb(): number | null
  close(): Promise<void>
}

export interface MapEncoding {
  readonly name: string
  /** `declared` by the file, `detected` from its letters, `fixed` by the format, `given` by the caller, `unsure`. */
  readonly from: 'declared' | 'detected' | 'fixed' | 'given' | 'unsure'
}
