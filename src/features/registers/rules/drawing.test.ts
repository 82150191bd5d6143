import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { official, systems } from '../../../../test/coordinates.ts'
import type { Geometry, Position } from '../../../domain/geometry/index.ts'
import { planeOf } from '../../../domain/plane.ts'
import { projectionOf } from './drawn.ts'
import { geometryOf, originalsOf, piecesOf, withHole, type Piece } from './drawing.ts'

const projection = projectionOf({ plane: planeOf(systems, 'vn2000-tm3-108-00'), operation: official })
const corner = fc.record({ x: fc.integer({ min: 0, max: 5e7 }), y: fc.integer({ min: 0, max: 5e7 }) })
const position = corner.map(({ x, y }): Position => [580_000 + x / 997, 1_610_000 + y / 997])
const ring = fc.array(position, { minLength: 3, maxLength: 9 }).map((list) => [...list, list[0] as Position])
/** As the drawing tool hands it back: nine decimals of a degree. */
const kept = (piece: Piece): Piece => ({
  ...piece,
  positions: piece.positions.map(([x, y]): Position => [Number(x.toFixed(9)), Number(y.toFixed(9))]),
})

describe('what is drawn goes back into the plane', () => {
  test('an area that was only looked at is the same to the bit, with its parts and holes', () => {
    const parts = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(parts, (coordinates) => {
        const shape: Geometry = { type: 'MultiPolygon', coordinates }
        const pieces = piecesOf(shape, projection).map(kept)
        expect(geometryOf(pieces, originalsOf([shape], projection), projection)).toEqual(shape)
      }),
    )
  })

  test('moving one vertex leaves every other as it is, and the new one lies where it was drawn', () => {
    fc.assert(
      fc.property(ring, position, (run, to) => {
        const shape: Geometry = { type: 'Polygon', coordinates: [run] }
        const [piece] = piecesOf(shape, projection).map(kept)
        if (!piece) throw new Error('no piece')
        const positions = piece.positions.map((one, i) => (i === 1 ? projection.out(to) : one))
        const drawn = geometryOf([{ ...piece, positions }], originalsOf([shape], projection), projection)
        const [outer] = (drawn as unknown as { coordinates: Position[][] }).coordinates
        expect(outer?.filter((_, i) => i !== 1)).toEqual(run.filter((_, i) => i !== 1))
        const moved = outer?.[1] ?? [0, 0]
        expect(Math.hypot(moved[0] - to[0], moved[1] - to[1])).toBeLessThan(0.001)
      }),
    )
  })

  const box = (west: number, side: number, part: number | null, ringAt = 0): Piece => ({
    type: 'Polygon',
    part,
    ring: ringAt,
    positions: [
      [west, 0],
      [west + side, 0],
      [west + side, side],
      [west, side],
      [west, 0],
    ],
  })
  const inside = (piece: Piece): Piece => ({
    ...piece,
    positions: piece.positions.map(([x, y]): Position => [x + 1, y + 1]),
  })

  test('a hole goes to the part around it, behind the holes that are there; one in no part is none', () => {
    const parts = [box(0, 9, 0), box(20, 9, 1), inside(box(20, 2, 1, 1))]
    const drawn = inside(box(25, 2, null))
    expect(withHole([...parts, drawn])).toEqual([...parts, { ...drawn, part: 1, ring: 2 }])
    expect(withHole([...parts, inside(box(12, 2, null))])).toBeNull()
    expect(withHole(parts)).toBeNull()
  })

  test("a vertex put on a neighbour's takes the neighbour's numbers", () => {
    const [own, other]: [Geometry, Geometry] = [
      { type: 'Point', coordinates: [602_000.5, 1_638_000.5] },
      { type: 'Point', coordinates: [602_010.123456, 1_638_000.654321] },
    ]
    const [piece] = piecesOf(other, projection).map(kept)
    expect(geometryOf([piece as Piece], originalsOf([own, other], projection), projection)).toEqual(other)
  })
})
