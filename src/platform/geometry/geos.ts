import initGeosJs from 'geos-wasm'
import { Fault } from '../../domain/fault.ts'
import type { Position } from '../../domain/geometry/index.ts'
import { batchSize, packWkb, type WkbBatch } from './batch.ts'

type Library = Awaited<ReturnType<typeof initGeosJs>>

/** A geometry in the heap of GEOS: never leaves this folder, is freed with its scope. */
export type Handle = number & { readonly __handle: unique symbol }
/** A geometry made ready for many tests against it. */
export type Prepared = number & { readonly __prepared: unique symbol }

/** GEOS of this thread. What it complains of is kept and becomes the words of the fault that follows. */
export class Geos {
  readonly library: Library
  private readonly complaints: string[]

  private constructor(library: Library, complaints: string[]) {
    this.library = library
    this.complaints = complaints
  }

  static async start(): Promise<Geos> {
    const complaints: string[] = []
    const errorHandler = (message: string) => void complaints.push(message)
    // Its own handler throws through the frames of C++, which leaves them unfreed; notices say nothing that a result does not.
    return new Geos(await initGeosJs({ errorHandler, noticeHandler: () => undefined }), complaints)
  }

  /** Everything that `work` makes is freed when it ends, well or badly. */
  scope<T>(work: (scope: Scope) => T): T {
    const scope = new Scope(this)
    try {
      return work(scope)
    } finally {
      scope.free()
    }
  }

  /** Bytes of its heap, which grows but never shrinks. */
  get heapBytes(): number {
    return this.library.Module.HEAPU8.length
  }

  complaint(): string {
    const last = this.complaints.at(-1) ?? 'GEOS'
    this.complaints.length = 0
    return last
  }
}

/** Handles that live as long as a piece of work. */
export class Scope {
  readonly geos: Library
  private readonly owner: Geos
  private readonly undo: (() => void)[] = []
  private readonly handles = new Set<Handle>()
  private reader = 0
  private writer = 0
  private number = 0

  constructor(owner: Geos) {
    this.owner = owner
    this.geos = owner.library
  }

  free(): void {
    for (const handle of this.handles) this.geos.GEOSGeom_destroy(handle)
    for (const step of this.undo.reverse()) step()
  }

  /** Takes what a function of GEOS made; a null is its refusal. */
  own(pointer: number, step: string): Handle {
    if (!pointer) throw this.fault(step)
    this.handles.add(pointer as Handle)
    return pointer as Handle
  }

  /** Frees before the scope ends: long loops would fill the heap. */
  release(handle: Handle): void {
    if (this.handles.delete(handle)) this.geos.GEOSGeom_destroy(handle)
  }

  /** The answer of a predicate of GEOS: 0, 1, or 2 for a refusal. */
  truth(answer: number, step: string): boolean {
    if (answer === 2) throw this.fault(step)
    return answer === 1
  }

  fault(step: string): Fault {
    return new Fault('geometry-failed', { step, why: this.owner.complaint() })
  }

  read(shape: Uint8Array): Handle {
    return this.readAll(packWkb([shape]))[0] as Handle
  }

  /** Reads a batch; what GEOS cannot take is handed to `refused`, or thrown where nobody asks. */
  readAll(batch: WkbBatch, refused?: (index: number, why: string) => void): (Handle | null)[] {
    const { bytes, starts } = batch
    const at = this.allocate(bytes.length)
    this.geos.Module.HEAPU8.set(bytes, at)
    this.reader ||= this.made(this.geos.GEOSWKBReader_create(), (p) => this.geos.GEOSWKBReader_destroy(p))
    const read = (i: number): Handle | null => {
      const [from, to] = [starts[i] as number, starts[i + 1] as number]
      const pointer = this.geos.GEOSWKBReader_read(this.reader, at + from, to - from)
      if (pointer || !refused) return this.own(pointer, 'read')
      refused(i, this.owner.complaint())
      return null
    }
    return Array.from({ length: batchSize(batch) }, (_, i) => read(i))
  }

  write(handle: Handle): Uint8Array {
    this.writer ||= this.made(this.geos.GEOSWKBWriter_create(), (p) => this.geos.GEOSWKBWriter_destroy(p))
    const size = this.slot()
    const pointer = this.geos.GEOSWKBWriter_write(this.writer, handle, size)
    if (!pointer) throw this.fault('write')
    const length = this.geos.Module.HEAPU32[size >> 2] as number
    const bytes = this.geos.Module.HEAPU8.slice(pointer, pointer + length)
    this.geos.GEOSFree(pointer)
    return bytes
  }

  writeAll(handles: readonly Handle[]): WkbBatch {
    return packWkb(handles.map((handle) => this.write(handle)))
  }

  prepare(handle: Handle): Prepared {
    const pointer = this.geos.GEOSPrepare(handle)
    return this.made(pointer, (p) => this.geos.GEOSPreparedGeom_destroy(p)) as Prepared
  }

  /** A collection of copies' kind `type` (4 points, 5 lines, 6 polygons, 7 any); the parts go with it. */
  collect(parts: readonly Handle[], type: 4 | 5 | 6 | 7): Handle {
    const at = this.allocate(parts.length * 4)
    this.geos.Module.HEAPU32.set(parts, at >> 2)
    const collection = this.geos.GEOSGeom_createCollection(type, at, parts.length)
    if (!collection) throw this.fault('collect')
    for (const part of parts) this.handles.delete(part)
    return this.own(collection, 'collect')
  }

  /** The parts of a collection, or the geometry itself; they live with it. */
  parts(handle: Handle): Handle[] {
    const count = this.geos.GEOSGetNumGeometries(handle)
    return Array.from({ length: count }, (_, i) => this.geos.GEOSGetGeometryN(handle, i) as Handle)
  }

  /** A number that a function of GEOS writes to the place it is given. */
  measure(into: (slot: number) => unknown, step: string): number {
    const slot = this.slot()
    if (!into(slot)) throw this.fault(step)
    return this.geos.Module.HEAPF64[slot >> 3] as number
  }

  area(handle: Handle): number {
    return this.measure((slot) => this.geos.GEOSArea(handle, slot), 'area')
  }

  length(handle: Handle): number {
    return this.measure((slot) => this.geos.GEOSLength(handle, slot), 'length')
  }

  /** Where a point geometry lies. */
  position(point: Handle): Position {
    const x = this.measure((slot) => this.geos.GEOSGeomGetX(point, slot), 'x')
    return [x, this.measure((slot) => this.geos.GEOSGeomGetY(point, slot), 'y')]
  }

  /** Room for a pointer that a function of GEOS fills with a geometry; null where it leaves it empty. */
  filled(slot: number): Handle | null {
    const pointer = this.geos.Module.HEAPU32[slot >> 2] as number
    return pointer ? this.own(pointer, 'result') : null
  }

  /** Eight bytes of the heap that live with the scope, set to nought. */
  allocate(size: number): number {
    return this.made(this.geos.Module._malloc(Math.max(8, size)), (p) => this.geos.Module._free(p))
  }

  private slot(): number {
    this.number ||= this.allocate(8)
    return this.number
  }

  private made(pointer: number, free: (pointer: number) => void): number {
    if (!pointer) throw this.fault('memory')
    this.undo.push(() => free(pointer))
    return pointer
  }
}
