import { expect, test } from 'vitest'
import { groundsOf, sharesOf } from './crosswalk-shares.ts'

const ground = (m2: number, parts: Readonly<Record<string, number>>) =>
  groundsOf({
    from: new Map([['a', m2]]),
    to: new Map(['x', 'y', 'z'].map((id) => [id, 1000])),
    overlaps: Object.entries(parts).map(([to, area]) => ({ from: 'a', to, area })),
  })('a')

test('a border drawn twice leaves a sliver, which is listed and in no share', () => {
  const found = sharesOf(['x', 'y', 'z'], ground(1000, { x: 985, y: 15 }), 0.02)
  expect(found?.shares).toEqual(new Map([['x', 1]]))
  expect(found?.slivers).toEqual([{ to: 'y', area: 15 }])
})

test('ground that lies in none of the units is told, not shared out among them', () => {
  const found = sharesOf(['x', 'y'], ground(1000, { x: 300, y: 200 }), 0.02)
  expect(found?.shares).toEqual(
    new Map([
      ['x', 0.3],
      ['y', 0.2],
    ]),
  )
  expect(found?.rest).toBe(0.5)
})

test('a unit that is not drawn leaves the shares unknown', () => {
  expect(sharesOf(['x', 'q'], ground(1000, { x: 1000 }), 0.02)).toBeNull()
})
