import { join } from 'node:path'
import { Fault } from '../../../../domain/fault.ts'
import type { MapEncoding } from '../model.ts'
import type { Notes } from '../process/notes.ts'
import { detectEncoding, isUtf8 } from '../text/encoding.ts'
import { textOfDbf } from './sample.ts'
import type { StagedFile } from './stage.ts'

const headBytes = 100

/** What a shapefile's own heads tell before GDAL opens it: parts that are missing, cut off, or do not match. */
export function judgeShapefile(
  shp: StagedFile,
  all: readonly StagedFile[],
  { folder, notes }: { readonly folder: string; readonly notes: Notes },
): MapEncoding {
  const stem = shp.path.replace(/\.[^.]*$/, '')
  const layer = stem.split('/').at(-1) ?? stem
  const part = (ending: string) =>
    all.find(({ path }) => path.toLowerCase() === `${stem}.${ending}`.toLowerCase())
  const declared = shp.size < headBytes ? Infinity : 2 * view(shp.head).getInt32(24)
  if (shp.size < declared)
    throw new Fault('map-broken', {
      name: notes.file,
      where: shp.path,
      why: `${shp.size} / ${declared} byte`,
    })
  const [shx, dbf] = [part('shx'), part('dbf')]
  if (!shx) notes.add({ code: 'index-missing', layer })
  if (!dbf) notes.add({ code: 'attributes-missing', layer })
  if (!dbf || dbf.head.length < 32) return { name: 'UTF-8', from: 'fixed' }
  const [rows, shapes] = [view(dbf.head).getUint32(4, true), shx ? (shx.size - headBytes) / 8 : null]
  if (shapes !== null && rows !== shapes)
    notes.add({ code: 'attributes-count', layer, params: { rows, shapes } })
  const cpg = part('cpg')
  return encodingOf(join(folder, dbf.path), dbf.head, cpg && Buffer.from(cpg.head).toString('latin1'))
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Codes of dBASE's language driver that say something; 0 and 0x57 ("ANSI") are written by everybody. */
const languages: Readonly<Record<number, string>> = {
  0x7b: 'cp932',
  0x4d: 'cp936',
  0x4f: 'cp950',
  0x7d: 'cp1255',
}

function encodingOf(dbf: string, head: Uint8Array, cpg: string | undefined): MapEncoding {
  const sample = textOfDbf(dbf)
  const declared = cpg?.trim() || languages[head[29] ?? 0]
  if (sample.every((byte) => byte < 0x80)) return { name: 'UTF-8', from: 'detected' }
  // Programs write "UTF-8" beside what is none, and letters of Latin-1 that are old Vietnamese fonts.
  const found = detectEncoding(sample)
  if (found.from === 'detected') return found
  if (declared && (!/^utf-?8$/i.test(declared) || isUtf8(sample))) return { name: declared, from: 'declared' }
  return found
}
