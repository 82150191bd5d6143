import type { CoordinateSystems, Crs, Operation } from './model.ts'
import { crs84, vn2000LonLat, webMercator } from './model.ts'
import { mapInfoParts, type WrittenParts } from './mapinfo.ts'
import { knownCrs, towgs84 } from './transform.ts'

/**
 * What a file says of its shift to WGS 84: none; one we know; a known one with its rotations turned the wrong way,
 * a frequent mistake; or another.
 */
export type WrittenShift =
  | { readonly kind: 'none' | 'other' }
  | { readonly kind: 'known' | 'sign-mistake'; readonly operation: Operation }

export interface WrittenCrs {
  readonly crs: Crs
  readonly shift: WrittenShift
  /** True where the grid is a VN-2000 one, but the file names WGS 84 as what it hangs on: to be shown and confirmed. */
  readonly datumDoubtful: boolean
}

/** The reference system that a .prj file, WKT, EPSG code, URN or PROJ string names; null where we know none like it. */
export function writtenCrs(text: string, systems: CoordinateSystems): WrittenCrs | null {
  const trimmed = text.trim()
  const byCode = ofCode(trimmed, systems) ?? (namesWebMercator(trimmed) ? webMercator : null)
  if (byCode) return { crs: byCode, shift: { kind: 'none' }, datumDoubtful: false }
  const parts = partsOf(trimmed)
  return parts ? ofParts(parts, systems) : null
}

function partsOf(text: string): WrittenParts | null {
  if (text.startsWith('+')) return projParts(text)
  return /^CoordSys\b/i.test(text) ? mapInfoParts(text) : wktParts(text)
}

/** `5898`, `EPSG:5898`, `urn:ogc:def:crs:EPSG::5898`, `http://…/def/crs/EPSG/0/5898`, and the root code of a WKT. */
function ofCode(text: string, systems: CoordinateSystems): Crs | null {
  if (/^(?:(?:urn:ogc:def:crs:)?OGC:[\d.]*:?CRS84|CRS84|.*\/def\/crs\/OGC\/[\d.]+\/CRS84)$/i.test(text))
    return crs84
  const code =
    /^(?:EPSG:|urn:ogc:def:crs:EPSG:[\d.]*:|https?:\/\/.*\/def\/crs\/EPSG\/[\d.]+\/)?(\d{4,5})$/i.exec(
      text,
    )?.[1] ?? /(?:AUTHORITY|ID)\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$/i.exec(text)?.[1]
  return knownCrs(systems).find(({ epsg }) => epsg !== null && epsg === Number(code)) ?? null
}

/** Its other codes, older than the register's, and its names; a sphere of this radius is used for nothing else. */
function namesWebMercator(text: string): boolean {
  return (
    /^(?:(?:EPSG|ESRI):)?(?:900913|102100|102113|3785)$/i.test(text) ||
    /"(?:Popular Visualisation Pseudo[- ]Mercator|Mercator_Auxiliary_Sphere)"/i.test(text) ||
    /^(?=.*\+proj=(?:merc|webmerc)\b)(?=.*(?:\+b=6378137(?:\.0*)?\b|webmerc))/.test(text)
  )
}

const numbers = (list: string | undefined) => list?.split(',').map(Number) ?? null

function projParts(text: string): WrittenParts | null {
  const value = (key: string) => new RegExp(`\\+${key}=(\\S+)`).exec(text)?.[1]
  const number = (key: string, otherwise: number) => Number(value(key) ?? otherwise)
  const datum = value('towgs84') ? '' : (value('datum') ?? '')
  const rest = { datum, towgs84: numbers(value('towgs84')) }
  const projection = value('proj')
  if (projection === 'utm')
    return {
      meridian: number('zone', NaN) * 6 - 183,
      scale: 0.9996,
      falseEasting: 500_000,
      falseNorthing: 0,
      ...rest,
    }
  if (projection === 'longlat' || projection === 'latlong')
    return { meridian: null, scale: 1, falseEasting: 0, falseNorthing: 0, ...rest }
  if (projection !== 'tmerc' && projection !== 'etmerc') return null
  const scale = number('k_0', number('k', 1))
  return {
    meridian: number('lon_0', 0),
    scale,
    falseEasting: number('x_0', 0),
    falseNorthing: number('y_0', 0),
    ...rest,
  }
}

/** What matters in WKT 1, WKT 2 and the dialect of .prj files; the tree around it is not needed. */
function wktParts(whole: string): WrittenParts | null {
  // A system bound to WGS 84: its own part, with the seven parameters that stand behind it.
  const bound = /^BOUNDCRS\[\s*SOURCECRS\[\s*([^]*?)\]\s*,\s*TARGETCRS\[/i.exec(whole)?.[1]
  const text = bound ?? whole
  const root = /^(PROJCS|PROJCRS|PROJECTEDCRS|GEOGCS|GEOGCRS|GEODCRS)\[/i.exec(text)?.[1]?.toUpperCase()
  if (!root) return null
  const datum = /(?:DATUM|ENSEMBLE)\[\s*"([^"]*)"/i.exec(text)?.[1] ?? ''
  const shift = bound === undefined ? numbers(/TOWGS84\[([^\]]*)\]/i.exec(text)?.[1]) : boundShift(whole)
  const rest = { datum, towgs84: shift }
  if (root.startsWith('GEO')) return { meridian: null, scale: 1, falseEasting: 0, falseNorthing: 0, ...rest }
  if (!/"Transverse[ _]Mercator"|"Gauss[ _]Kruger"/i.test(text)) return null
  const parameter = (name: string, otherwise: number) =>
    Number(
      new RegExp(`PARAMETER\\[\\s*"(?:${name})"\\s*,\\s*([-+.\\deE]+)`, 'i').exec(text)?.[1] ?? otherwise,
    )
  return {
    meridian: parameter('central_meridian|Longitude of natural origin', 0),
    scale: parameter('scale_factor|Scale factor at natural origin', 1),
    falseEasting: parameter('false_easting', 0) || parameter('False easting', 0),
    falseNorthing: parameter('false_northing|False northing', 0),
    ...rest,
  }
}

function boundShift(whole: string): number[] {
  const of = (name: string) =>
    Number(new RegExp(`PARAMETER\\[\\s*"${name}"\\s*,\\s*([-+.\\deE]+)`, 'i').exec(whole)?.[1] ?? 0)
  const scale = of('Scale difference')
  return [
    ...['X', 'Y', 'Z'].map((axis) => of(`${axis}-axis translation`)),
    ...['X', 'Y', 'Z'].map((axis) => of(`${axis}-axis rotation`)),
    Math.abs(scale - 1) < 0.01 ? (scale - 1) * 1e6 : scale,
  ]
}

function ofParts(parts: WrittenParts, systems: CoordinateSystems): WrittenCrs | null {
  const shift = shiftOf(parts.towgs84, systems)
  const named = /vn[-_ ]?2000|viet ?nam[-_ ]?2000/i.test(parts.datum)
  const saysVn2000 = named || (shift.kind !== 'none' && shift.kind !== 'other')
  if (parts.meridian === null) return { crs: saysVn2000 ? vn2000LonLat : crs84, shift, datumDoubtful: false }
  const alike = knownCrs(systems).filter((crs) => crs.grid !== null && sameGrid(crs.grid, parts))
  const crs = alike.find(({ datum }) => datum === (saysVn2000 ? 'vn2000' : 'wgs84')) ?? alike[0]
  return crs ? { crs, shift, datumDoubtful: crs.datum === 'vn2000' && !saysVn2000 } : null
}

const same = (a: number, b: number) => Math.abs(a - b) < 1e-7

function sameGrid(grid: NonNullable<Crs['grid']>, parts: WrittenParts): boolean {
  return (
    same(grid.meridian, parts.meridian ?? NaN) &&
    same(grid.scale, parts.scale) &&
    same(grid.falseEasting, parts.falseEasting) &&
    same(grid.falseNorthing, parts.falseNorthing)
  )
}

function shiftOf(written: readonly number[] | null, systems: CoordinateSystems): WrittenShift {
  if (!written || written.every((number) => number === 0)) return { kind: 'none' }
  const alike = (other: readonly number[]) =>
    other.every((number, i) => Math.abs(number - (written[i] ?? 0)) <= 1e-5)
  for (const operation of systems.operations) {
    const right = towgs84(operation)
    if (alike(right)) return { kind: 'known', operation }
    if (alike(right.map((number, i) => (i >= 3 && i < 6 ? -number : number))))
      return { kind: 'sign-mistake', operation }
  }
  return { kind: 'other' }
}
