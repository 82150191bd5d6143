import { describe, expect, test } from 'vitest'
import type { Geometry, Position } from '../../../domain/geometry/index.ts'
import { reasonWith, sameGround } from './reshape.ts'

const polygon = (...corners: Position[]): Geometry => ({
  type: 'Polygon',
  coordinates: [[...corners, corners[0] as Position]],
})
const lot = polygon([0, 0], [10, 0], [10, 10], [0, 10])

describe('whether a neighbour is still what a document released', () => {
  test.each([
    ['with a corner on its border', polygon([0, 0], [4, 0], [10, 0], [10, 10], [0, 10]), true],
    ['with one a millimetre beside it', polygon([0, 0], [4, 0.001], [10, 0], [10, 10], [0, 10]), true],
    ['with one pulled out', polygon([0, 0], [4, -1], [10, 0], [10, 10], [0, 10]), false],
    ['with a corner moved', polygon([0, 0], [11, 0], [10, 10], [0, 10]), false],
    ['with a corner gone', polygon([0, 0], [10, 0], [10, 10]), false],
    ['turned the other way', polygon([0, 10], [10, 10], [10, 0], [0, 0]), false],
  ] as const)('%s', (_, after, same) => expect(sameGround(lot, after)).toBe(same))
})

describe('the reason that history shows', () => {
  test('names the neighbours that went along, and counts those beyond five', () => {
    expect(reasonWith('Tách', [])).toBe('Tách')
    expect(reasonWith('Tách', ['A', 'B'])).toBe('Tách · kéo theo ranh giới: A; B')
    expect(reasonWith('Tách', ['A', 'B', 'C', 'D', 'E', 'F', 'G'])).toBe(
      'Tách · kéo theo ranh giới: A; B; C; D; E (+2)',
    )
  })
})
