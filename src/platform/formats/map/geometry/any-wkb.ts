import { Fault } from '../../../../domain/fault.ts'
import type { Geometry, Position } from '../../../../domain/geometry/index.ts'
import { chordsOf } from './arcs.ts'

export interface AnyGeometry {
  /** One, or the parts of a collection. */
  readonly geometries: readonly Geometry[]
  readonly dropped: 'z' | 'm' | 'zm' | null
  readonly curved: boolean
}

/** Codes of ISO 13249-3 beside the six plain kinds. */
const collection = 7
const circularString = 8
const compoundCurve = 9
const curvePolygon = 10
const multiCurve = 11
const multiSurface = 12
const polyhedralSurface = 15
const tin = 16
const triangle = 17

const mostDepth = 16

/**
 * Reads what the plain WKB reader does not: collections, which are split, and curves, which become chords. Little-endian
 * ISO WKB as GDAL writes it into a GeoPackage.
 */
export class AnyWkb {
  private readonly view: DataView
  private readonly most: number
  private readonly tolerance: number
  private at = 0
  private depth = 0
  private read = 0
  private curved = false
  private z = false
  private m = false

  constructor(bytes: Uint8Array, limits: { readonly positions: number; readonly tolerance: number }) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.most = limits.positions
    this.tolerance = limits.tolerance
  }

  all(): AnyGeometry {
    const geometries = this.geometry()
    const dropped = `${this.z ? 'z' : ''}${this.m ? 'm' : ''}` as const
    return { geometries, dropped: dropped === '' ? null : dropped, curved: this.curved }
  }

  private geometry(): Geometry[] {
    this.depth += 1
    if (this.depth > mostDepth) throw this.broken()
    const { code, size } = this.head()
    const found = this.ofKind(code, size)
    this.depth -= 1
    return found
  }

  private ofKind(code: number, size: number): Geometry[] {
    switch (code) {
      case 1:
        return [{ type: 'Point', coordinates: this.position(size) }]
      case 2:
      case circularString:
      case compoundCurve:
        return [{ type: 'LineString', coordinates: this.curve(code, size) }]
      case 3:
      case triangle:
      case curvePolygon:
        return [{ type: 'Polygon', coordinates: this.rings(code, size) }]
      case 5:
      case multiCurve:
        return [{ type: 'MultiLineString', coordinates: this.members((c, s) => this.curve(c, s)) }]
      case 6:
      case multiSurface:
      case polyhedralSurface:
      case tin:
        return [{ type: 'MultiPolygon', coordinates: this.members((c, s) => this.rings(c, s)) }]
      case 4:
      case collection:
        return this.list(5, () => this.geometry()).flat()
      default:
        throw new Fault('geometry-kind', { kind: `WKB ${code}` })
    }
  }

  /** A line, an arc, or a chain of them as one line. */
  private curve(code: number, size: number): Position[] {
    if (code === 2) return this.run(size)
    this.curved = true
    if (code === circularString) return chordsOf(this.run(size), this.tolerance)
    if (code !== compoundCurve) throw this.broken()
    const parts = this.members((c, s) => this.curve(c, s))
    return parts.flatMap((part, i) => (i === 0 ? part : part.slice(1)))
  }

  private rings(code: number, size: number): Position[][] {
    if (code === curvePolygon) return this.members((c, s) => this.curve(c, s))
    if (code !== 3 && code !== triangle) throw this.broken()
    return this.list(4, () => this.run(size))
  }

  private members<T>(read: (code: number, size: number) => T): T[] {
    return this.list(5, () => {
      const { code, size } = this.head()
      return read(code, size)
    })
  }

  private head(): { code: number; size: number } {
    if (this.take(1, (at) => this.view.getUint8(at)) !== 1) throw this.broken()
    const code = this.count()
    const ordinates = Math.floor(code / 1000)
    if (ordinates > 3) throw new Fault('geometry-kind', { kind: `WKB ${code}` })
    this.z ||= ordinates % 2 === 1
    this.m ||= ordinates >= 2
    return { code: code % 1000, size: [16, 24, 24, 32][ordinates]! }
  }

  private run(size: number): Position[] {
    return this.list(size, () => this.position(size))
  }

  private position(size: number): Position {
    this.read += 1
    if (this.read > this.most) throw new Fault('geometry-large', { limit: this.most })
    return this.take(size, (at) => {
      const position: Position = [this.view.getFloat64(at, true), this.view.getFloat64(at + 8, true)]
      if (!position.every(Number.isFinite)) throw new Fault('geometry-number', { at })
      return position
    })
  }

  private list<T>(least: number, read: () => T): T[] {
    const count = this.count()
    if (count * least > this.view.byteLength - this.at) throw this.broken()
    return Array.from({ length: count }, read)
  }

  private count(): number {
    return this.take(4, (at) => this.view.getUint32(at, true))
  }

  private take<T>(size: number, read: (at: number) => T): T {
    if (this.at + size > this.view.byteLength) throw this.broken()
    const value = read(this.at)
    this.at += size
    return value
  }

  private broken(): Fault {
    return new Fault('geometry-broken', { at: this.at })
  }
}
