import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../../../domain/fault.ts'
import type { MapEncoding, MapFormat } from '../model.ts'
import { detectEncoding, isOurs } from '../text/encoding.ts'
import type { Notes } from '../process/notes.ts'
import { detect, dwgRelease, type Found } from './detect.ts'
import { judgeDxf, judgeTexts, type StoredEncoding } from './drawing.ts'
import { bytesAt, charColumns, textOfDbf, textOfDgn } from './sample.ts'
import { judgeShapefile } from './shapefile.ts'
import type { StagedFile } from './stage.ts'
import { inUtf8, xmlEncoding } from './unicode.ts'

/** One data set to be opened. */
export interface Planned {
  readonly format: MapFormat
  /** Below the staging folder. */
  readonly path: string
  /** The name its only layer has where the file says none. */
  readonly name: string
  readonly encoding: StoredEncoding
}

interface PlanContext {
  readonly folder: string
  readonly notes: Notes
  readonly given?: string | undefined
}

const utf8: MapEncoding = { name: 'UTF-8', from: 'fixed' }

/** What is to be read of the staged files. Tables beside a map are its papers, not maps of their own. */
export function planOf(files: readonly StagedFile[], context: PlanContext): Planned[] {
  const found = files.map((file) => ({ file, kind: detect(file) }))
  const maps = found.filter(({ kind }) => isMap(kind))
  const tables = found.filter(({ kind }) => kind === 'csv' || kind === 'xlsx')
  const taken = maps.length > 0 ? maps : tables
  if (taken.length === 0) throw unknown(found, context.notes.file)
  for (const { file, kind } of found)
    if (
      kind === 'other' ||
      kind === 'zip' ||
      kind === 'ole' ||
      (maps.length > 0 && tables.some((t) => t.file === file))
    )
      context.notes.add({ code: 'file-ignored', params: { entry: file.path } })
  return oneOfEach(taken).map(({ file, kind }) => planned(file, kind as MapFormat, files, context))
}

const isMap = (kind: Found) => !['part', 'ole', 'zip', 'other', 'csv', 'xlsx'].includes(kind)

/** A FileGDB is its folder, however many files lie in it. */
function oneOfEach<T extends { file: StagedFile; kind: Found }>(found: readonly T[]): T[] {
  const seen = new Set<string>()
  return found.filter(({ file, kind }) => {
    const key = kind === 'filegdb' ? folderOf(file.path) : file.path
    return !seen.has(key) && seen.add(key)
  })
}

const folderOf = (path: string) => path.replace(/[^/]*$/, '').replace(/\/$/, '')

function planned(
  file: StagedFile,
  format: MapFormat,
  files: readonly StagedFile[],
  { folder, notes, given }: PlanContext,
): Planned {
  const path = format === 'filegdb' ? folderOf(file.path) : file.path
  const name = (path.split('/').at(-1) ?? path).replace(/\.[^.]*$/, '').normalize('NFC')
  const full = join(folder, file.path)
  noteName(file, format, notes)
  const own = encodingOf(format, file, files, { folder, notes, full })
  const encoding: StoredEncoding = given
    ? { name: given, from: 'given', ...(own.name === 'UTF-8' && { storedAs: 'UTF-8' as const }) }
    : own
  return { format, path, name, encoding }
}

function encodingOf(
  format: MapFormat,
  file: StagedFile,
  files: readonly StagedFile[],
  { folder, notes, full }: { folder: string; notes: Notes; full: string },
): StoredEncoding {
  switch (format) {
    case 'shapefile':
      return judgeShapefile(file, files, { folder, notes })
    case 'dxf':
      return judgeDxf(file, full, notes.file)
    case 'dwg': {
      const release = dwgRelease(file.head)
      if (release) throw new Fault('map-dwg-version', { name: notes.file, release })
      return { name: 'DWG', from: 'declared' }
    }
    case 'dgn':
      return judgeTexts(textOfDgn(full))
    case 'mapinfo-tab':
      return beside(full, '.dat', (path) => neutral(full, judgeTexts(textOfDbf(path, charColumns(full)))))
    case 'mapinfo-mif':
      return beside(full, '.mid', (path) => neutral(full, judgeTexts(bytesAt(path, 0))))
    case 'geojson':
    case 'geojsonseq':
      return inUtf8(full)
    case 'kml':
      return inUtf8(full, xmlEncoding(file.head))
    case 'geopackage':
    case 'filegdb':
    case 'flatgeobuf':
    case 'gml':
    case 'xlsx':
      return utf8
    case 'csv':
      return detectEncoding(bytesAt(full, 0))
  }
}

/** Our copy names no character set where the letters show one: GDAL then hands the bytes on as they are. */
function neutral(path: string, encoding: MapEncoding): MapEncoding {
  if (!isOurs(encoding.name)) return encoding
  const text = readFileSync(path, 'latin1')
  writeFileSync(path, text.replace(/^(\s*!?charset\s+"?)\w+/im, '$1Neutral'), 'latin1')
  return encoding
}

function beside(path: string, ending: string, judge: (path: string) => MapEncoding): MapEncoding {
  const data = path.replace(/\.[^.]*$/, ending)
  return existsSync(data) ? judge(data) : utf8
}

const endings: readonly (readonly [RegExp, readonly MapFormat[]])[] = [
  [/\.shp$/i, ['shapefile']],
  [/\.(gpkg|sqlite)$/i, ['geopackage']],
  [/\.(geo)?json[sl]?$/i, ['geojson', 'geojsonseq']],
  [/\.fgb$/i, ['flatgeobuf']],
  [/\.kml$/i, ['kml']],
  [/\.gml$/i, ['gml']],
  [/\.tab$/i, ['mapinfo-tab']],
  [/\.mif$/i, ['mapinfo-mif']],
  [/\.dxf$/i, ['dxf']],
  [/\.dgn$/i, ['dgn']],
  [/\.dwg$/i, ['dwg']],
]

function noteName({ path }: StagedFile, found: MapFormat, notes: Notes): void {
  const meant = endings.find(([ending]) => ending.test(path))?.[1]
  const named = /[^.]*$/.exec(path)?.[0] ?? ''
  if (meant && !meant.includes(found)) notes.add({ code: 'named-otherwise', params: { named, found } })
}

function unknown(found: readonly { file: StagedFile; kind: Found }[], name: string): Fault {
  const [only] = found
  const v8 = found.some(({ file, kind }) => kind === 'ole' && /\.dgn$/i.test(file.path))
  if (v8) return new Fault('map-dgn-v8', { name })
  const list = found.slice(0, 5).map(({ file }) => file.path.slice(-60))
  return new Fault('map-unknown', { name, found: only ? list.join(', ') : '0' })
}
