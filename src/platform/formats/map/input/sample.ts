import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** As much text as tells an encoding. */
const sampleBytes = 8 * 1_048_576

/** Bytes of a file from `from`, at most `size` of them. */
export function bytesAt(path: string, from: number, size: number = sampleBytes): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(Math.max(0, Math.min(size, statSync(path).size - from)))
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from))
  } finally {
    closeSync(file)
  }
}

/**
 * What stands in the text columns of a dBASE file, or of MapInfo's `.dat`, which has the same head but calls all its
 * columns text: there `isText` tells them by their number.
 */
export function textOfDbf(path: string, isText: (column: number) => boolean = () => true): Uint8Array {
  const bytes = bytesAt(path, 0)
  if (bytes.length < 32) return bytes
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [start, width] = [head.getUint16(8, true), head.getUint16(10, true)]
  const parts: Uint8Array[] = []
  if (width === 0) return bytes
  for (const [from, to] of textColumns(bytes, start, isText))
    for (let row = start; row + width <= bytes.length; row += width)
      parts.push(bytes.subarray(row + from, row + to))
  return Buffer.concat(parts)
}

function textColumns(
  bytes: Uint8Array,
  start: number,
  isText: (column: number) => boolean,
): [number, number][] {
  const columns: [number, number][] = []
  // The first byte of a row tells whether it is deleted.
  let offset = 1
  for (let at = 32; at + 32 <= start && bytes[at] !== 0x0d; at += 32) {
    const size = bytes[at + 16] ?? 0
    if (bytes[at + 11] === 0x43 && isText(at / 32 - 1)) columns.push([offset, offset + size])
    offset += size
  }
  return columns
}

/** Which columns the definition of a MapInfo table calls `Char`. */
export function charColumns(tab: string): (column: number) => boolean {
  const text = Buffer.from(bytesAt(tab, 0)).toString('latin1')
  const list = /\bFields\s+\d+\s+([^]*)/i.exec(text)?.[1] ?? ''
  const kinds = list.split(';').map((line) => /^\s*\S+\s+Char\b/i.test(line))
  return (column) => kinds[column] ?? false
}

/** The bytes of text elements (type 17) of a DGN V7, with the little that stands around them. */
export function textOfDgn(path: string): Uint8Array {
  const bytes = bytesAt(path, 0)
  const parts: Uint8Array[] = []
  for (let at = 0; at + 4 <= bytes.length && !(bytes[at] === 0xff && bytes[at + 1] === 0xff);) {
    const size = 4 + 2 * (bytes[at + 2]! | (bytes[at + 3]! << 8))
    // The text begins at byte 60 of an element in the plane, later in space.
    if ((bytes[at + 1]! & 0x7f) === 17) parts.push(bytes.subarray(at + 60, at + size))
    at += size
  }
  return Buffer.concat(parts).filter((byte) => byte >= 0x20)
}
