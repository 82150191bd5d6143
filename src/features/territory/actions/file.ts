import { gunzipSync } from 'node:zlib'
import { Fault } from '../../../domain/fault.ts'

export interface TerritoryFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const mega = 1024 * 1024
const limits = { packed: 64 * mega, text: 256 * mega }

/** The text of a file, unpacked where it is gzip, with bounds on both. */
export function textOf({ name, bytes }: TerritoryFile): string {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  const most = packed ? limits.packed : limits.text
  if (bytes.byteLength > most)
    throw new Fault('file-too-large', {
      name,
      size: Math.ceil(bytes.byteLength / mega),
      limit: most / mega,
    })
  const plain = packed ? unpacked(name, bytes) : bytes
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch (error) {
    throw new Fault('territory-file', { name, why: 'UTF-8' }, error)
  }
}

function unpacked(name: string, bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.text })
  } catch (error) {
    const limit = limits.text / mega
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? new Fault('file-too-large', { name, size: `> ${limit}`, limit }, error)
      : new Fault('territory-file', { name, why: 'gzip' }, error)
  }
}
