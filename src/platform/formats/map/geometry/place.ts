import { Fault } from '../../../../domain/fault.ts'
import { encodeWkb, readWkb } from '../../../../domain/geometry/index.ts'
import { AnyWkb } from './any-wkb.ts'

/** What the geometry of one feature gave: pieces of plain two-dimensional WKB. */
export interface Place {
  readonly pieces: readonly Uint8Array[]
  readonly dropped: 'z' | 'm' | 'zm' | null
  readonly curved: boolean
}

export interface PlaceLimits {
  readonly positions: number
  readonly tolerance: number
}

const none: Place = { pieces: [], dropped: null, curved: false }

/** From the blob of a GeoPackage (OGC 12-128, 2.1.3): a head, then WKB. Throws where it is no usable geometry. */
export function placeOfGpkg(blob: Uint8Array, limits: PlaceLimits): Place {
  const flags = blob[3] ?? 0
  const boxes = [0, 32, 48, 48, 64][(flags >> 1) & 7]
  if (blob[0] !== 0x47 || blob[1] !== 0x50 || boxes === undefined)
    throw new Fault('geometry-broken', { at: 0 })
  if (flags & 0x10) return none
  return placeOfWkb(blob.subarray(8 + boxes), limits)
}

export function placeOfWkb(wkb: Uint8Array, limits: PlaceLimits): Place {
  if (!isPlain(wkb)) {
    const { geometries, dropped, curved } = new AnyWkb(wkb, limits).all()
    return { pieces: geometries.map((geometry) => encodeWkb(geometry)), dropped, curved }
  }
  const { geometry, dropped } = readWkb(wkb, limits)
  // What has two numbers already is kept to the bit.
  const same = dropped === null && wkb[0] === 1
  return { pieces: [same ? wkb.slice() : encodeWkb(geometry)], dropped, curved: false }
}

/** Point to MultiPolygon, with or without heights. */
function isPlain(wkb: Uint8Array): boolean {
  if (wkb.length < 5 || wkb[0] !== 1) return true
  const code = new DataView(wkb.buffer, wkb.byteOffset).getUint32(1, true) % 1000
  return code >= 1 && code <= 6
}
