import { buffersOf, packWkb, wkbBoxes } from './batch.ts'
import { beside, blocksOf, blockSize, boxed, indexOf, meeting } from './blocks.ts'
import type { CoverageFault } from './coverage.ts'
import type { SharedAreas } from './overlay.ts'
import type { GeosPool } from './pool.ts'

type Shapes = readonly Uint8Array[]

/** How much of each of `a` lies in each of `b`: each block of `a` with those of `b` that meet it. */
export async function sharedAreasByBlocks(pool: GeosPool, a: Shapes, b: Shapes): Promise<SharedAreas> {
  const [boxesA, boxesB] = [wkbBoxes(a), wkbBoxes(b)]
  const index = indexOf(boxesB)
  return joined(
    await eachBlock(pool, blocksOf(boxesA), async (block) => {
      const left = boxed(a, boxesA, block)
      const near = meeting(index, left.boxes)
      const right = boxed(b, boxesB, near)
      const handed = [left, right].flatMap((set) => [
        ...buffersOf(set.shapes),
        set.boxes.buffer as ArrayBuffer,
      ])
      return { left: block, right: near, found: await pool.ask('sharedAreas', [left, right], handed) }
    }),
  )
}

/**
 * Faults of a coverage, each block checked with those beside it. A shape's faults depend on those alone whose boxes it
 * reaches, so that the answer is that of the whole at once, which for a large town the heap of GEOS does not hold.
 */
export async function coverageFaultsByBlocks(
  pool: GeosPool,
  shapes: Shapes,
  gapWidth: number,
  size = blockSize,
): Promise<CoverageFault[]> {
  const boxes = wkbBoxes(shapes)
  const index = indexOf(boxes)
  const answers = await eachBlock(pool, blocksOf(boxes, size), async (block) => {
    const around = beside(index, boxes, block, gapWidth)
    const batch = packWkb([...block, ...around].map((i) => shapes[i] as Uint8Array))
    const found = await pool.ask('coverageFaults', [batch, gapWidth], buffersOf(batch))
    // Those beside lack neighbours of their own: theirs are told by their own block.
    return found.flatMap((fault) => {
      const own = block[fault.index]
      return own === undefined ? [] : [{ ...fault, index: own }]
    })
  })
  return answers.flat().toSorted((x, y) => x.index - y.index)
}

/** One area of many: of each block, then of what came of them. */
export async function unionByBlocks(pool: GeosPool, shapes: Shapes, size = blockSize): Promise<Uint8Array> {
  const union = (some: Shapes) => {
    const batch = packWkb(some)
    return pool.ask('union', [batch], buffersOf(batch))
  }
  if (shapes.length <= size) return union(shapes)
  return union(
    await eachBlock(pool, blocksOf(wkbBoxes(shapes), size), (block) =>
      union(Array.from(block, (i) => shapes[i] as Uint8Array)),
    ),
  )
}

/** Blocks are packed one ahead of each thread, not all at once: a large town would be held twice. */
async function eachBlock<T>(
  pool: GeosPool,
  blocks: readonly Uint32Array[],
  work: (block: Uint32Array) => Promise<T>,
): Promise<T[]> {
  const answers: T[] = []
  let next = 0
  const lane = async () => {
    while (next < blocks.length) {
      const at = next++
      answers[at] = await work(blocks[at] as Uint32Array)
    }
  }
  await Promise.all(Array.from({ length: 2 * pool.size }, lane))
  return answers
}

interface BlockAnswer {
  readonly left: Uint32Array
  readonly right: Uint32Array
  readonly found: SharedAreas
}

/** Indexes of the blocks back to those of the whole. */
function joined(answers: readonly BlockAnswer[]): SharedAreas {
  const total = answers.reduce((sum, { found }) => sum + found.area.length, 0)
  const whole = { a: new Uint32Array(total), b: new Uint32Array(total), area: new Float64Array(total) }
  let at = 0
  for (const { left, right, found } of answers) {
    whole.a.set(
      found.a.map((i) => left[i] as number),
      at,
    )
    whole.b.set(
      found.b.map((j) => right[j] as number),
      at,
    )
    whole.area.set(found.area, at)
    at += found.area.length
  }
  const failed = answers.flatMap(({ left, right, found }) =>
    found.failed.map(({ a, b, why }) => ({ a: left[a] as number, b: right[b] as number, why })),
  )
  return { ...whole, failed }
}
