import { asLatin1 } from '../../detect.ts'
import type { MapFormat } from '../model.ts'
import { isZip, type StagedFile } from './stage.ts'

/** What a file's first bytes say; `part` belongs to another file, `ole` is the container of DGN V8 and old Office. */
export type Found = MapFormat | 'part' | 'ole' | 'zip' | 'other'

const parts =
  /\.(shx|dbf|prj|cpg|sbn|sbx|qix|qpj|qmd|dat|map|id|ind|mid|xsd|gfs|xml|lyr|qml|gdbtablx|gdbindexes|spx|atx|freelist|horizon)$/i

export function detect({ path, head }: StagedFile): Found {
  if (/\.gdb\//i.test(path) || /\.gdbtable$/i.test(path)) return 'filegdb'
  const latin = asLatin1(head)
  const binary = binaryKind(head, latin, path)
  if (binary) return binary
  if (parts.test(path) && !/\.xml$/i.test(path)) return 'part'
  return textKind(
    latin.replaceAll('\0', '').replace(/^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, ''),
    path,
  )
}

function binaryKind(head: Uint8Array, latin: string, path: string): Found | undefined {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte)
  if (latin.startsWith('SQLite format 3')) return 'geopackage'
  // 9994, big-endian; the .shx begins the same.
  if (starts(0, 0, 0x27, 0x0a)) return /\.shx$/i.test(path) ? 'part' : 'shapefile'
  if (starts(0x66, 0x67, 0x62)) return 'flatgeobuf'
  if (/^(AC\d\.|AC\d{4}|MC0\.0)/.test(latin)) return 'dwg'
  if (latin.startsWith('AutoCAD Binary DXF')) return 'dxf'
  // The type-9 element with which every V7 design begins, in two or three dimensions.
  if ((head[0] === 0x08 || head[0] === 0xc8) && head[1] === 0x09 && head[2] === 0xfe && head[3] === 0x02)
    return 'dgn'
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'ole'
  if (isZip(head)) return path === 'table.xlsx' ? 'xlsx' : 'zip'
  return undefined
}

function textKind(text: string, path: string): Found {
  const start = text.trimStart()
  if ('{[\u001E'.includes(start.charAt(0) || ' ')) return 'geojson'
  if (/^(999\s*\n[^\n]*\n\s*)*0\s*\n\s*SECTION\b/.test(start.replaceAll('\r', ''))) return 'dxf'
  if (/^!table\b/i.test(start)) return 'mapinfo-tab'
  if (/^Version\s+\d+/i.test(start) && /charset|delimiter|columns/i.test(start)) return 'mapinfo-mif'
  if (start.startsWith('<')) return xmlKind(start)
  const binary = Array.from(text).some((sign) => sign < ' ' && !'\t\n\r\f'.includes(sign))
  return !binary && /\.(csv|txt|tsv|dat|xyz)$/i.test(path) ? 'csv' : 'other'
}

function xmlKind(start: string): Found {
  if (/<(\w+:)?kml[\s>]/.test(start)) return 'kml'
  return /\bopengis\.net\/gml\b|<gml:|<(\w+:)?FeatureCollection\b/.test(start) ? 'gml' : 'part'
}

const releases: Readonly<Record<string, string>> = {
  AC1009: 'AutoCAD R11–R12',
  AC1012: 'AutoCAD R13',
  AC1014: 'AutoCAD R14',
  AC1018: 'AutoCAD 2004–2006',
  AC1021: 'AutoCAD 2007–2009',
  AC1024: 'AutoCAD 2010–2012',
  AC1027: 'AutoCAD 2013–2017',
  AC1032: 'AutoCAD 2018–',
}

/** The release that wrote a DWG, by its first six letters; null for AutoCAD 2000, which is read. */
export function dwgRelease(head: Uint8Array): string | null {
  const mark = asLatin1(head.subarray(0, 6))
  if (mark === 'AC1015') return null
  return releases[mark] ?? `AutoCAD (${mark})`
}
