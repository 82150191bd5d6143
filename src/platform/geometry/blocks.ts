import Flatbush from 'flatbush'
import { packWkb } from './batch.ts'
import type { BoxedBatch } from './overlay.ts'

/** Shapes of a block: what a thread holds at a time, whatever the size of the town. */
export const blockSize = 10_000

/**
 * Neighbours together, as many in a block as a thread should hold: the shapes in strips from west to east, each strip cut
 * from south to north. The same blocks for the same shapes, always; no block is long and thin, so that few shapes of
 * another set meet two of them.
 */
export function blocksOf(boxes: Float64Array, size = blockSize): Uint32Array[] {
  const all = Uint32Array.from({ length: boxes.length / 4 }, (_, i) => i)
  const blocks = Math.ceil(all.length / size)
  if (blocks < 2) return blocks === 0 ? [] : [all]
  const strips = Math.round(Math.sqrt(blocks))
  return cut(sortedBy(boxes, all, 0), strips).flatMap((strip) =>
    cut(sortedBy(boxes, strip, 1), Math.ceil(strip.length / size)),
  )
}

function cut(indexes: Uint32Array, parts: number): Uint32Array[] {
  const at = (part: number) => Math.floor((part * indexes.length) / parts)
  return Array.from({ length: parts }, (_, part) => indexes.subarray(at(part), at(part + 1)))
}

/** By the middle of their boxes along an axis, in steps as fine as numbers allow; in one step the first comes first. */
function sortedBy(boxes: Float64Array, indexes: Uint32Array, axis: 0 | 1): Uint32Array {
  const size = indexes.length
  const middles = Float64Array.from(
    indexes,
    (i) => (boxes[i * 4 + axis] as number) + (boxes[i * 4 + axis + 2] as number),
  )
  let [low, high] = [Infinity, -Infinity]
  for (const middle of middles) {
    if (middle < low) low = middle
    if (middle > high) high = middle
  }
  // Place and shape as one whole number below 2^53: numbers alone are sorted many times faster than by a function.
  const steps = Math.floor(2 ** 52 / Math.max(1, size))
  const scale = high > low ? (steps - 1) / (high - low) : 0
  const keys = middles.map((middle, n) => {
    const step = Math.floor((middle - low) * scale)
    // What lies nowhere comes first.
    return (step > 0 ? step : 0) * size + n
  })
  return Uint32Array.from(keys.sort(), (key) => indexes[key % size] as number)
}

/** The chosen shapes with their boxes, ready to be handed over. */
export function boxed(shapes: readonly Uint8Array[], boxes: Float64Array, indexes: Uint32Array): BoxedBatch {
  const chosen = new Float64Array(indexes.length * 4)
  for (const [n, i] of indexes.entries()) chosen.set(boxes.subarray(4 * i, 4 * i + 4), 4 * n)
  return { shapes: packWkb(Array.from(indexes, (i) => shapes[i] as Uint8Array)), boxes: chosen }
}

/** Boxes to be searched; null where there is none, which the index refuses. */
export function indexOf(boxes: Float64Array): Flatbush | null {
  if (boxes.length === 0) return null
  const index = new Flatbush(boxes.length / 4)
  for (let i = 0; i < boxes.length; i += 4) index.add(...boxAt(boxes, i / 4))
  index.finish()
  return index
}

export function boxAt(boxes: Float64Array, i: number): [number, number, number, number] {
  const at = i * 4
  return [boxes[at] as number, boxes[at + 1] as number, boxes[at + 2] as number, boxes[at + 3] as number]
}

/** Indexes of the boxes that meet the box around a block, in order. */
export function meeting(index: Flatbush | null, block: Float64Array): Uint32Array {
  return Uint32Array.from(index?.search(...boxAround(block)) ?? []).sort()
}

/** Indexes of those beside a block: whose boxes lie within `reach` metres of one of its shapes, in order. */
export function beside(
  index: Flatbush | null,
  boxes: Float64Array,
  block: Uint32Array,
  reach: number,
): Uint32Array {
  const own = new Set(block)
  const near = new Set<number>()
  for (const i of block) {
    const [west, south, east, north] = boxAt(boxes, i)
    for (const j of index?.search(west - reach, south - reach, east + reach, north + reach) ?? [])
      if (!own.has(j)) near.add(j)
  }
  return Uint32Array.from(near).sort()
}

function boxAround(boxes: Float64Array): [number, number, number, number] {
  const around: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < boxes.length; i += 4) {
    around[0] = Math.min(around[0], boxes[i] as number)
    around[1] = Math.min(around[1], boxes[i + 1] as number)
    around[2] = Math.max(around[2], boxes[i + 2] as number)
    around[3] = Math.max(around[3], boxes[i + 3] as number)
  }
  return around
}
