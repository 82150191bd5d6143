import { expect, test } from 'vitest'
import type { Geometry } from '../../../../domain/geometry/index.ts'
import { geometryChange } from './shape-change.ts'
import { boxOfDrawing, drawingOfChanges, drawingOfIssues, importFeatures, onEarth } from './drawn.ts'

const square = (x: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 1],
      [x, 0],
    ],
  ],
})
const whole = {
  out: ([x, y]: readonly [number, number]) => [x, y] as const,
  in: ([x, y]: readonly [number, number]) => [x, y] as const,
}

test('an issue is drawn as its entry, as the line that does not close, and at its place', () => {
  const drawing = drawingOfIssues([
    { seq: 1, at: null, line: null, geometry: square(0), mended: false },
    {
      seq: 2,
      at: [5, 5],
      line: [
        [5, 5],
        [6, 6],
      ],
      geometry: null,
      mended: false,
    },
    { seq: 3, at: null, line: [[9, 9]], geometry: null, mended: false },
  ])
  expect(drawing.shapes.map(({ id, role }) => [id, role])).toEqual([
    ['1', 'entry'],
    ['2', 'line'],
  ])
  expect(drawing.places).toEqual([{ id: '2', at: [5, 5] }])
  expect(boxOfDrawing(drawing)).toEqual([0, 0, 6, 6])
  expect(boxOfDrawing(drawing, '2')).toEqual([5, 5, 6, 6])
  expect(boxOfDrawing(drawing, '3')).toBeNull()
  expect(importFeatures(drawing, whole).faults).toHaveLength(1)
})

test('what was mended loses its sign and looks like what was decided', () => {
  const { shapes, places } = drawingOfIssues([
    { seq: 1, at: [5, 5], line: null, geometry: square(0), mended: true },
    { seq: 2, at: [6, 6], line: null, geometry: square(1), mended: false },
  ])
  expect(shapes.map(({ id, role }) => `${id} ${role}`)).toEqual(['1 after', '2 entry'])
  expect(places).toEqual([{ id: '2', at: [6, 6] }])
})

test('what the file has lies over what the record has; what is new or gone is drawn once', () => {
  const { shapes } = drawingOfChanges([
    { entry: 'a', before: square(0), after: square(1) },
    { entry: 'b', before: null, after: square(2) },
    { entry: 'c', before: square(3), after: null },
  ])
  expect(shapes.map(({ id, role }) => `${id} ${role}`)).toEqual([
    'a before',
    'c before',
    'a after',
    'b after',
  ])
})

test('what lies nowhere on the earth is left out of the map, not drawn somewhere', () => {
  const far = drawingOfIssues([
    { seq: 1, at: [9e9, 1], line: null, geometry: square(4000), mended: false },
    { seq: 2, at: [Number.NaN, 1], line: null, geometry: square(4), mended: false },
  ])
  expect(onEarth(far, whole)).toMatchObject({ places: [], shapes: [{ id: '2' }] })
})

test('what a newer file does to a shape is told in metres and square metres', () => {
  const wider: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [3, 0],
        [3, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  }
  expect(geometryChange(square(0), wider)).toEqual({ moved: 2, areaBefore: 1, areaAfter: 3 })
  expect(geometryChange(null, wider)).toEqual({ moved: null, areaBefore: null, areaAfter: 3 })
  const point: Geometry = { type: 'Point', coordinates: [0, 0] }
  expect(geometryChange(point, point)).toEqual({ moved: 0, areaBefore: null, areaAfter: null })
})
