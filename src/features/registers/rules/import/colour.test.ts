import { expect, test } from 'vitest'
import { aciColour } from './colour.ts'

test.each([
  [10, '#ff0000'],
  [15, '#815656'],
  [24, '#811f00'],
  [42, '#bd8d00'],
  [72, '#5ebd00'],
  [94, '#008100'],
  [172, '#0000bd'],
  [220, '#ff00bf'],
])('index %i of the AutoCAD palette is %s', (index, colour) => expect(aciColour(index)).toBe(colour))

test('what lies outside of the palette proper has no colour here', () =>
  expect([0, 7, 9, 250, 252, 15.5].map(aciColour)).toEqual([null, null, null, null, null, null]))
