import { Fault } from '../../../../domain/fault.ts'
import type { MapEncoding } from '../model.ts'
import { detectEncoding } from '../text/encoding.ts'
import { bytesAt } from './sample.ts'
import type { StagedFile } from './stage.ts'

/** How a DXF's texts are written: UTF-8 since 2007, a code page before, or an old font whatever the page. */
export function judgeDxf(file: StagedFile, path: string, name: string): MapEncoding {
  const sample = Buffer.from(bytesAt(path, 0))
  const binary = sample.toString('latin1', 0, 22).startsWith('AutoCAD Binary DXF')
  const tail = Buffer.from(bytesAt(path, Math.max(0, file.size - 64), 64)).toString('latin1')
  if (!binary && !/\bEOF\s*$/.test(tail.replaceAll('\0', '').trimEnd()))
    throw new Fault('map-broken', { name, where: file.path, why: 'EOF' })
  const head = sample.toString('latin1', 0, 65_536)
  const version = /\$ACADVER\s+1\s+(AC\d{4})/.exec(head)?.[1]
  const page = /\$DWGCODEPAGE\s+3\s+(\S+)/.exec(head)?.[1]
  const found = detectEncoding(sample)
  if (sample.every((byte) => byte < 0x80)) return { name: 'UTF-8', from: 'fixed' }
  if (found.name === 'TCVN3' || found.name === 'VNI' || found.name === 'UTF-8') return found
  if (version !== undefined && version >= 'AC1021') return { name: 'UTF-8', from: 'declared' }
  return page ? { name: page, from: 'declared' } : found
}

/** Texts of a DGN V7 or a MapInfo table stand there in a page that the file does not name, or names wrongly. */
export function judgeTexts(sample: Uint8Array): MapEncoding {
  return sample.every((byte) => byte < 0x80) ? { name: 'UTF-8', from: 'detected' } : detectEncoding(sample)
}
