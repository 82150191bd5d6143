import { Fault } from '../../domain/fault.ts'

/** Many geometries as one block of bytes: what goes to a thread and back without being copied. */
export interface WkbBatch {
  readonly bytes: Uint8Array
  /** Where each begins, and where the last ends. */
  readonly starts: Uint32Array
}

export const batchSize = ({ starts }: WkbBatch): number => starts.length - 1

export function packWkb(shapes: readonly Uint8Array[]): WkbBatch {
  const starts = new Uint32Array(shapes.length + 1)
  for (const [i, shape] of shapes.entries()) starts[i + 1] = (starts[i] ?? 0) + shape.length
  const bytes = new Uint8Array(starts.at(-1) ?? 0)
  for (const [i, shape] of shapes.entries()) bytes.set(shape, starts[i])
  return { bytes, starts }
}

export function unpackWkb({ bytes, starts }: WkbBatch): Uint8Array[] {
  return Array.from({ length: starts.length - 1 }, (_, i) => bytes.slice(starts[i], starts[i + 1]))
}

/** The buffers of a batch of our own making, to be handed over. */
export const buffersOf = ({ bytes, starts }: WkbBatch): ArrayBuffer[] =>
  [bytes, starts].map(({ buffer }) => buffer as ArrayBuffer)

/** Four numbers a geometry: west, south, east, north, read off the bytes that `encodeWkb` wrote. */
export function wkbBoxes(shapes: readonly Uint8Array[]): Float64Array {
  const boxes = new Float64Array(shapes.length * 4)
  for (const [i, shape] of shapes.entries())
    try {
      wkbBox(shape, boxes, i * 4)
    } catch (error) {
      // Bytes that end before they should.
      throw error instanceof RangeError ? new Fault('geometry-broken', { at: shape.length }) : error
    }
  return boxes
}

function wkbBox(shape: Uint8Array, boxes: Float64Array, slot: number): void {
  const view = new DataView(shape.buffer, shape.byteOffset, shape.byteLength)
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const run = (at: number, count: number): number => {
    const end = at + count * 16
    for (let p = at; p < end; p += 16) {
      const x = view.getFloat64(p, true)
      const y = view.getFloat64(p + 8, true)
      if (x < west) west = x
      if (x > east) east = x
      if (y < south) south = y
      if (y > north) north = y
    }
    return end
  }
  const shapeAt = (start: number): number => {
    const type = view.getUint32(start + 1, true)
    if (view.getUint8(start) !== 1 || type < 1 || type > 6) throw new Fault('geometry-broken', { at: start })
    if (type === 1) return run(start + 5, 1)
    const count = view.getUint32(start + 5, true)
    if (type === 2) return run(start + 9, count)
    let at = start + 9
    for (let i = 0; i < count; i++) at = type === 3 ? run(at + 4, view.getUint32(at, true)) : shapeAt(at)
    return at
  }
  shapeAt(0)
  boxes.set([west, south, east, north], slot)
}
