import { Fault } from '../../../../domain/fault.ts'
import type { MapEncoding } from '../model.ts'
import { detectEncoding, oldFontOf } from '../text/encoding.ts'
import { mendDxf } from './dxf-mend.ts'
import { bytesAt } from './sample.ts'
import type { StagedFile } from './stage.ts'

/** An old font's letters that are written as if they were Latin ones of another encoding. */
export interface StoredEncoding extends MapEncoding {
  readonly storedAs?: 'UTF-8'
}

/** How a DXF's texts are written: UTF-8 since 2007, a code page before, or an old font whatever the page. */
export function judgeDxf(file: StagedFile, path: string, name: string): StoredEncoding {
  const sample = Buffer.from(bytesAt(path, 0))
  const binary = sample.toString('latin1', 0, 22).startsWith('AutoCAD Binary DXF')
  const tail = Buffer.from(bytesAt(path, Math.max(0, file.size - 64), 64)).toString('latin1')
  if (!binary && !/\bEOF\s*$/.test(tail.replaceAll('\0', '').trimEnd()))
    throw new Fault('map-broken', { name, where: file.path, why: 'EOF' })
  if (!binary) mendDxf(path)
  const head = sample.toString('latin1', 0, 65_536)
  const version = /\$ACADVER\s+1\s+(AC\d{4})/.exec(head)?.[1]
  const page = /\$DWGCODEPAGE\s+3\s+(\S+)/.exec(head)?.[1]
  const found = detectEncoding(sample)
  if (sample.every((byte) => byte < 0x80)) return { name: 'UTF-8', from: 'fixed' }
  // Since AutoCAD 2007 the letters that an old font draws as Vietnamese stand there in UTF-8.
  const font = found.name === 'UTF-8' ? oldFontOf(legible(sample)) : undefined
  if (font) return { name: font, from: 'detected', storedAs: 'UTF-8' }
  if (found.name === 'TCVN3' || found.name === 'VNI' || found.name === 'UTF-8') return found
  if (version !== undefined && version >= 'AC1021') return { name: 'UTF-8', from: 'declared' }
  if (page === undefined || found.from === 'detected') return found
  return { name: page.replace(/^ansi_(?=125\d$)/i, 'windows-'), from: 'declared' }
}

/** Texts of a DGN V7 or a MapInfo table stand there in a page that the file does not name, or names wrongly. */
export function judgeTexts(sample: Uint8Array): MapEncoding {
  return sample.every((byte) => byte < 0x80) ? { name: 'UTF-8', from: 'detected' } : detectEncoding(sample)
}

/** Lines with letters beyond ASCII: a drawing is numbers for the most part. */
function legible(sample: Buffer): string {
  const lines = sample.toString('utf8').split('\n')
  return lines.filter((line) => /[\u0080-\uFFFF]/.test(line)).join('\n')
}
