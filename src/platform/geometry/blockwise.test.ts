import { afterAll, describe, expect, test } from 'vitest'
import { generateTown } from '../../../test/town.ts'
import { decodeWkb, encodeWkb, mapPositions, planarArea, type Position } from '../../domain/geometry/index.ts'
import { wkbBoxes } from './batch.ts'
import { beside, blocksOf, indexOf, meeting } from './blocks.ts'
import { coverageFaultsByBlocks, unionByBlocks } from './blockwise.ts'
import { GeosPool } from './pool.ts'

const pool = new GeosPool(1)
afterAll(() => pool.close())
const { parcels, zones } = generateTown({ parcels: 1_500, zones: 30, seed: 11 })
const boxes = wkbBoxes(parcels)
const areaOf = (wkb: Uint8Array) => planarArea(decodeWkb(wkb))

describe('blocks', () => {
  test('hold every shape once, and never more than they should', () => {
    for (const size of [1, 7, 100, 1_499, 1_500, 10_000]) {
      const blocks = blocksOf(boxes, size)
      expect(blocks.every(({ length }) => length > 0 && length <= size)).toBe(true)
      expect(blocks.flatMap((block) => [...block]).toSorted((a, b) => a - b)).toEqual([...parcels.keys()])
    }
    expect(blocksOf(new Float64Array())).toEqual([])
  })

  test('hold shapes that lie at one place, and those without a place, too', () => {
    const same = Float64Array.from({ length: 40 }, (_, n) => [3, 4, 5, 6][n % 4] ?? 0)
    const empty = [Infinity, Infinity, -Infinity, -Infinity]
    const all = Float64Array.from([...same, ...empty, ...empty])
    expect(
      blocksOf(all, 4)
        .flatMap((block) => [...block])
        .toSorted((a, b) => a - b),
    ).toEqual([...Array(12).keys()])
  })

  test('are compact: few zones of a town meet more blocks than they must', () => {
    const index = indexOf(wkbBoxes(zones))
    const blocks = blocksOf(boxes, 100)
    const held = blocks.map(
      (block) =>
        meeting(index, Float64Array.from([...block].flatMap((i) => [...boxes.subarray(4 * i, 4 * i + 4)])))
          .length,
    )
    // 2 zones' worth of lots in a block; a block that ran across the town would meet 6 or more on average.
    expect(held.reduce((sum, n) => sum + n, 0) / blocks.length).toBeLessThan(8)
    expect(meeting(null, boxes)).toHaveLength(0)
  })

  test('those beside are others, in order', () => {
    const block = Uint32Array.of(0, 1, 2)
    const around = beside(indexOf(boxes), boxes, block, 0)
    expect(around.length).toBeGreaterThan(3)
    expect([...around].some((i) => i < 3)).toBe(false)
    expect([...around]).toEqual([...around].toSorted((a, b) => a - b))
  })
})

describe('a town by blocks', () => {
  /** The town with some lots a few centimetres off: gaps and overlaps, some of them at the edges of blocks. */
  const shifted = parcels.map((wkb, i) => {
    const by = ([x, y]: Position): Position => [x + 0.03, y - 0.02]
    return i % 9 === 0 ? encodeWkb(mapPositions(decodeWkb(wkb), by)) : wkb
  })

  test('has the faults that it has as a whole, to the bit', async () => {
    const whole = await coverageFaultsByBlocks(pool, shifted, 0.1)
    expect(whole.length).toBeGreaterThan(500)
    for (const size of [40, 333])
      expect(await coverageFaultsByBlocks(pool, shifted, 0.1, size)).toEqual(whole)
    expect(await coverageFaultsByBlocks(pool, [], 0.1)).toEqual([])
  })

  test('becomes one area of the same size', async () => {
    const [whole, byBlocks] = [await unionByBlocks(pool, parcels), await unionByBlocks(pool, parcels, 100)]
    expect(decodeWkb(byBlocks).type).toBe('Polygon')
    expect(Math.abs(areaOf(byBlocks) - areaOf(whole))).toBeLessThan(1e-6)
  })
})
