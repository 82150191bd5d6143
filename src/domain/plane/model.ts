import type { Words } from '../words.ts'

/** What the coordinates hang on: Việt Nam's own frame of the year 2000, or the satellites' one. */
export type Datum = 'vn2000' | 'wgs84'

/** A transverse Mercator grid on the WGS-84 ellipsoid, which VN-2000 shares. */
export interface Grid {
  /** Central meridian, degrees east. */
  readonly meridian: number
  /** Scale on the central meridian: 0.9999 in zones of 3°, 0.9996 in zones of 6°. */
  readonly scale: number
  /** Metres added to the east and the north. */
  readonly falseEasting: number
  readonly falseNorthing: number
}

/** A coordinate reference system: a plane in metres, or longitude and latitude in degrees where it has no grid. */
export interface Crs {
  readonly id: string
  readonly name: Words
  readonly epsg: number | null
  readonly datum: Datum
  readonly grid: Grid | null
  /** The metres of web maps, which are none on the ground: 3.4 % too long at the example town. */
  readonly webMercator?: true
}

export interface Plane extends Crs {
  readonly grid: Grid
}

/**
 * A way from VN-2000 to WGS 84 by seven parameters. Several sets are in use that differ by up to a metre, so the one
 * used is named wherever longitude and latitude are shown.
 */
export interface Operation {
  readonly id: string
  readonly name: Words
  /** Of the operation in the EPSG register, which PROJ takes its numbers from. */
  readonly epsg: number | null
  /** Metres along x, y, z of the earth's centre. */
  readonly translation: readonly [dx: number, dy: number, dz: number]
  /** Seconds of arc about x, y, z. */
  readonly rotation: readonly [rx: number, ry: number, rz: number]
  /** Parts per million. */
  readonly scale: number
  /** Which way a positive rotation turns: the vector (EPSG method 9606, PROJ's `+towgs84`) or the frame (9607). */
  readonly convention: 'position-vector' | 'coordinate-frame'
}

/** The planes and operations that law and practice know, as `law/coordinates` holds them. */
export interface CoordinateSystems {
  readonly planes: readonly Plane[]
  readonly operations: readonly Operation[]
}

/** Longitude and latitude as GeoJSON and the web have them. */
export const crs84: Crs = {
  id: 'crs84',
  name: { vi: 'WGS 84, kinh độ – vĩ độ', en: 'WGS 84, longitude – latitude' },
  epsg: 4326,
  datum: 'wgs84',
  grid: null,
}

export const vn2000LonLat: Crs = {
  id: 'vn2000-lonlat',
  name: { vi: 'VN-2000, kinh độ – vĩ độ', en: 'VN-2000, longitude – latitude' },
  epsg: 4756,
  datum: 'vn2000',
  grid: null,
}

/** What web maps save and screens trace: data comes in it, nothing is measured in it. */
export const webMercator: Crs = {
  id: 'web-mercator',
  name: { vi: 'Web Mercator (bản đồ web)', en: 'Web Mercator (web maps)' },
  epsg: 3857,
  datum: 'wgs84',
  grid: null,
  webMercator: true,
}

const utm = (zone: 48 | 49): Plane => ({
  id: `wgs84-utm-${zone}n`,
  name: { vi: `WGS 84, UTM múi ${zone}N`, en: `WGS 84, UTM zone ${zone}N` },
  epsg: 32_600 + zone,
  datum: 'wgs84',
  grid: { meridian: zone * 6 - 183, scale: 0.9996, falseEasting: 500_000, falseNorthing: 0 },
})

/** The satellites' own planes over Việt Nam: data comes in them, no record is kept in them. */
export const wgs84Planes: readonly Plane[] = [utm(48), utm(49)]
