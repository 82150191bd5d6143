import { boxesMeet, type Box } from '../../domain/geometry/index.ts'
import { packWkb, wkbBoxes } from './batch.ts'
import type { BoxedBatch } from './overlay.ts'

/** Shapes of a block: what a thread holds at a time, whatever the size of the town. */
const blockSize = 10_000
/** Side of the cells, in metres, by which neighbours come into one block; their edges never move with the data. */
const cell = 256

/** Neighbours together, as many in a block as a thread should hold; the same blocks for the same shapes, always. */
export function blocksOf(shapes: readonly Uint8Array[], size = blockSize): Uint32Array[] {
  const boxes = wkbBoxes(shapes)
  const order = Float64Array.from(shapes, (_, i) => rank(boxes, i))
  const indexes = Uint32Array.from(shapes.keys()).sort(
    (a, b) => (order[a] as number) - (order[b] as number) || a - b,
  )
  return Array.from({ length: Math.ceil(indexes.length / size) }, (_, i) =>
    indexes.slice(i * size, (i + 1) * size),
  )
}

/** Place of a shape's cell along a curve that keeps neighbours together (Morton's): bits of column and row in turn. */
function rank(boxes: Float64Array, i: number): number {
  const at = (low: number, high: number) =>
    Math.min(
      0xffff,
      Math.max(0, Math.floor(((boxes[i * 4 + low] as number) + (boxes[i * 4 + high] as number)) / 2 / cell)),
    )
  return spread(at(0, 2)) + 2 * spread(at(1, 3))
}

/** The 16 bits of a number with room between them. */
function spread(value: number): number {
  let wide = 0
  for (let bit = 0; bit < 16; bit++) if (value & (1 << bit)) wide += 4 ** bit
  return wide
}

/** The chosen shapes with their boxes, ready to be handed over. */
export function boxed(shapes: readonly Uint8Array[], indexes: Uint32Array): BoxedBatch {
  const chosen = Array.from(indexes, (i) => shapes[i] as Uint8Array)
  return { shapes: packWkb(chosen), boxes: wkbBoxes(chosen) }
}

/** Indexes of the boxes that meet the box around a block. */
export function meeting(boxes: Float64Array, block: Float64Array): Uint32Array {
  const around = boxAround(block)
  const found: number[] = []
  for (let i = 0; i < boxes.length; i += 4)
    if (boxesMeet(around, [...boxes.subarray(i, i + 4)] as unknown as Box)) found.push(i / 4)
  return Uint32Array.from(found)
}

function boxAround(boxes: Float64Array): Box {
  const around: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < boxes.length; i += 4) {
    around[0] = Math.min(around[0], boxes[i] as number)
    around[1] = Math.min(around[1], boxes[i + 1] as number)
    around[2] = Math.max(around[2], boxes[i + 2] as number)
    around[3] = Math.max(around[3], boxes[i + 3] as number)
  }
  return around
}
