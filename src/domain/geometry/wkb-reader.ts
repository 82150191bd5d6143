import { Fault } from '../fault.ts'
import type { Geometry, GeometryType, LineString, Point, Polygon, Position } from './model.ts'
import { geometryTypes } from './model.ts'

interface CoordinatesOf {
  readonly Point: Point['coordinates']
  readonly LineString: LineString['coordinates']
  readonly Polygon: Polygon['coordinates']
}

interface Head {
  readonly type: GeometryType
  readonly z: boolean
  readonly m: boolean
}

/** Reads one geometry from WKB; every count is held against the bytes that are left before anything is made. */
export class WkbReader {
  private readonly view: DataView
  private readonly most: number
  private at = 0
  private little = true
  private z = false
  private m = false
  private positions = 0

  constructor(bytes: Uint8Array, most: number) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.most = most
  }

  read(): { geometry: Geometry; dropped: 'z' | 'm' | 'zm' | null } {
    const geometry = this.geometry()
    if (this.at !== this.view.byteLength) throw this.broken()
    const dropped = `${this.z ? 'z' : ''}${this.m ? 'm' : ''}` as const
    return { geometry, dropped: dropped === '' ? null : dropped }
  }

  private geometry(wanted?: GeometryType): Geometry {
    const head = this.head()
    if (wanted && head.type !== wanted) throw this.broken()
    this.z ||= head.z
    this.m ||= head.m
    const size = 16 + (head.z ? 8 : 0) + (head.m ? 8 : 0)
    switch (head.type) {
      case 'Point':
        return { type: 'Point', coordinates: this.position(size) }
      case 'LineString':
        return { type: 'LineString', coordinates: this.run(size) }
      case 'Polygon':
        return { type: 'Polygon', coordinates: this.list(4, () => this.run(size)) }
      case 'MultiPoint':
        return { type: 'MultiPoint', coordinates: this.members('Point') }
      case 'MultiLineString':
        return { type: 'MultiLineString', coordinates: this.members('LineString') }
      case 'MultiPolygon':
        return { type: 'MultiPolygon', coordinates: this.members('Polygon') }
    }
  }

  private members<T extends 'Point' | 'LineString' | 'Polygon'>(type: T): CoordinatesOf[T][] {
    return this.list(9, () => this.geometry(type).coordinates as CoordinatesOf[T])
  }

  /** ISO 13249-3 adds 1000 for Z, 2000 for M; PostGIS and older GDAL set high bits, the third of which brings an SRID. */
  private head(): Head {
    const order = this.take(1, (at) => this.view.getUint8(at))
    if (order > 1) throw this.broken()
    this.little = order === 1
    const code = this.count()
    if (code & 0x2000_0000) this.count()
    const plain = code & 0x1fff_ffff
    const ordinates = Math.floor(plain / 1000)
    const type = geometryTypes[(plain % 1000) - 1]
    if (!type || ordinates > 3) throw new Fault('geometry-kind', { kind: `WKB ${plain}` })
    return {
      type,
      z: (code & 0x8000_0000) !== 0 || ordinates === 1 || ordinates === 3,
      m: (code & 0x4000_0000) !== 0 || ordinates >= 2,
    }
  }

  private run(size: number): Position[] {
    return this.list(size, () => this.position(size))
  }

  private position(size: number): Position {
    this.positions += 1
    if (this.positions > this.most) throw new Fault('geometry-large', { limit: this.most })
    return this.take(size, (at) => {
      const x = this.view.getFloat64(at, this.little)
      const y = this.view.getFloat64(at + 8, this.little)
      if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Fault('geometry-number', { at })
      return [x, y]
    })
  }

  private list<T>(least: number, read: () => T): T[] {
    const count = this.count()
    if (count * least > this.view.byteLength - this.at) throw this.broken()
    return Array.from({ length: count }, read)
  }

  private count(): number {
    return this.take(4, (at) => this.view.getUint32(at, this.little))
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
