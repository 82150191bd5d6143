import { limits } from '../limits.ts'

/** How many pictures a TIFF holds: its directories are a chain, followed with a bound (TIFF 6.0, section 2). */
export function tiffPages(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = bytes[0] === 0x49
  const seen = new Set<number>()
  let at = bytes.length >= 8 ? view.getUint32(4, little) : 0
  while (at > 0 && at + 2 <= bytes.length && !seen.has(at) && seen.size <= limits.pages) {
    seen.add(at)
    const next = at + 2 + view.getUint16(at, little) * 12
    at = next + 4 <= bytes.length ? view.getUint32(next, little) : 0
  }
  return Math.max(1, seen.size)
}
