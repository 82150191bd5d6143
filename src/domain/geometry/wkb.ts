import { Fault } from '../fault.ts'
import type { Geometry, Position } from './model.ts'
import { geometryTypes } from './model.ts'
import { WkbReader } from './wkb-reader.ts'

/** Bounds on one geometry read from bytes that are not ours. */
export interface WkbLimits {
  readonly positions: number
}

/** A million positions make 16 MB: no plot, zone or boundary of a town comes near. */
export const wkbLimits: WkbLimits = { positions: 1_000_000 }

export interface ReadGeometry {
  readonly geometry: Geometry
  /** What each position had beside x and y, and is not kept: to be reported. */
  readonly dropped: 'z' | 'm' | 'zm' | null
}

/** Reads WKB of any maker: either byte order, ISO or extended codes, heights dropped and said to be. */
export function readWkb(bytes: Uint8Array, limits: WkbLimits = wkbLimits): ReadGeometry {
  return new WkbReader(bytes, limits.positions).read()
}

/** Reads what `encodeWkb` wrote. */
export function decodeWkb(bytes: Uint8Array): Geometry {
  return new WkbReader(bytes, Infinity).read().geometry
}

/** Little-endian WKB with two coordinates: the form in which the record keeps a place. */
export function encodeWkb(geometry: Geometry): Uint8Array {
  const writer = new WkbWriter(sizeOf(geometry))
  writer.geometry(geometry)
  return writer.bytes
}

const runSize = (run: readonly Position[]) => 4 + 16 * run.length
const sum = <T>(items: readonly T[], size: (item: T) => number) =>
  items.reduce((total, item) => total + size(item), 0)
const head = 5

function sizeOf(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point':
      return head + 16
    case 'LineString':
      return head + runSize(geometry.coordinates)
    case 'Polygon':
      return head + 4 + sum(geometry.coordinates, runSize)
    case 'MultiPoint':
      return head + 4 + geometry.coordinates.length * (head + 16)
    case 'MultiLineString':
      return head + 4 + sum(geometry.coordinates, (run) => head + runSize(run))
    case 'MultiPolygon':
      return head + 4 + sum(geometry.coordinates, (rings) => head + 4 + sum(rings, runSize))
  }
}

class WkbWriter {
  readonly bytes: Uint8Array
  private readonly view: DataView
  private at = 0

  constructor(size: number) {
    this.bytes = new Uint8Array(size)
    this.view = new DataView(this.bytes.buffer)
  }

  geometry(geometry: Geometry): void {
    this.bytes[this.at] = 1
    this.at += 1
    this.count(geometryTypes.indexOf(geometry.type) + 1)
    switch (geometry.type) {
      case 'Point':
        return this.position(geometry.coordinates)
      case 'LineString':
        return this.run(geometry.coordinates)
      case 'Polygon':
        return this.each(geometry.coordinates, (ring) => this.run(ring))
      case 'MultiPoint':
        return this.each(geometry.coordinates, (c) => this.geometry({ type: 'Point', coordinates: c }))
      case 'MultiLineString':
        return this.each(geometry.coordinates, (c) => this.geometry({ type: 'LineString', coordinates: c }))
      case 'MultiPolygon':
        return this.each(geometry.coordinates, (c) => this.geometry({ type: 'Polygon', coordinates: c }))
    }
  }

  private each<T>(items: readonly T[], write: (item: T) => void): void {
    this.count(items.length)
    items.forEach(write)
  }

  private run(positions: readonly Position[]): void {
    this.each(positions, (position) => this.position(position))
  }

  private count(value: number): void {
    this.view.setUint32(this.at, value, true)
    this.at += 4
  }

  private position([x, y]: Position): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Fault('geometry-number', { at: this.at })
    this.view.setFloat64(this.at, x, true)
    this.view.setFloat64(this.at + 8, y, true)
    this.at += 16
  }
}
