import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Position, Ring } from '../src/domain/geometry/index.ts'
import { exampleUnits } from '../scripts/make-example-units.ts'
import { sidesOf } from '../scripts/units/honeycomb.ts'

interface Feature {
  readonly properties: { readonly unit: string; readonly to: string | null; readonly notice: string }
  readonly geometry: { readonly coordinates: readonly [Ring] }
}
const features = async () =>
  (JSON.parse(await exampleUnits()) as { readonly features: readonly Feature[] }).features

test('the drawn boundaries are made again to the byte, each labelled as an illustration', async () => {
  expect(await exampleUnits()).toBe(await readFile('towns/duc-pho/units.geojson', 'utf8'))
  for (const { properties } of await features()) expect(properties.notice).toBe('DỮ LIỆU MINH HỌA')
})

test('old units share their borders to the last digit, and those of today are made of them exactly', async () => {
  const side = ([a, b]: readonly [Position, Position]) => `${a.join(' ')} ${b.join(' ')}`
  const back = ([a, b]: readonly [Position, Position]) => side([b, a])
  const sides = async (old: boolean) =>
    (await features())
      .filter(({ properties }) => (properties.to !== null) === old)
      .flatMap(({ geometry }) => sidesOf(geometry.coordinates[0]))
  const [before, today] = [await sides(true), await sides(false)]
  const outer = (list: typeof before) => {
    const all = new Set(list.map(side))
    expect(all.size).toBe(list.length)
    return list
      .filter((each) => !all.has(back(each)))
      .map(side)
      .toSorted()
  }
  // The same outline of the town, and every border of today is a border of before.
  expect(outer(today)).toEqual(outer(before))
  const known = new Set(before.map(side))
  expect(today.filter((each) => !known.has(side(each)))).toEqual([])
})
