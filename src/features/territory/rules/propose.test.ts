import { expect, test } from 'vitest'
import type { Day } from '../../../domain/day.ts'
import type { Move, Territory, UnitVersion } from '../model.ts'
import type { Polygons } from './areas.ts'
import { crosswalk } from './crosswalk.ts'
import { proposeMoves, untold } from './propose.ts'

const [before, day] = ['2025-06-30', '2025-07-01'] as Day[] as [Day, Day]
const unit = (id: string, name: string, code: string, over: Partial<UnitVersion> = {}): UnitVersion => ({
  id,
  code,
  name,
  kind: 'xã',
  parent: null,
  km2: null,
  population: null,
  document: null,
  fromKnown: true,
  from: '2020-01-01' as Day,
  to: null,
  ...over,
})
const old = (id: string, name: string, code: string, people?: number) =>
  unit(id, name, code, {
    to: day,
    ...(people !== undefined && { population: { count: people, on: '2024', source: 'minh họa' } }),
  })
const fresh = (id: string, name: string, code: string) => unit(id, name, code, { from: day })
const move = (from: string, to: string, part: Move['part'] = 'whole'): Move => ({
  from,
  to,
  day,
  part,
  document: { number: '1/NQ', issuer: null, issuedOn: null, article: null },
  basis: 'document',
})
const town = (units: readonly UnitVersion[], moves: readonly Move[] = []): Territory => ({ units, moves })
const overlaps = (...pairs: readonly (readonly [string, string, number])[]): Polygons => ({
  from: new Map(),
  to: new Map(),
  overlaps: pairs.map(([from, to, area]) => ({ from, to, area })),
})
const brief = (moves: readonly Move[]) => moves.map(({ from, to, part, basis }) => [from, to, part, basis])

test('what the polygons share is proposed: whole into one, in parts into several, slivers left out', () => {
  const territory = town([
    old('a', 'An', '00001'),
    old('b', 'Bình', '00002'),
    fresh('x', 'Xuân', '00011'),
    fresh('y', 'Yên', '00012'),
  ])
  const drawn = overlaps(['a', 'x', 990], ['a', 'y', 10], ['b', 'x', 400], ['b', 'y', 600])
  expect(brief(proposeMoves(territory, day, drawn))).toEqual([
    ['a', 'x', 'whole', 'overlap'],
    ['b', 'x', 'part', 'overlap'],
    ['b', 'y', 'part', 'overlap'],
  ])
})

test('without polygons a name that went on is followed before a code, which may have been given to other ground', () => {
  const units = [
    old('nhon', 'Phổ Nhơn', '21457'),
    old('phuong', 'Nguyễn Nghiêm', '21439'),
    fresh('xa', 'Nguyễn Nghiêm', '21457'),
    fresh('duc-pho', 'Đức Phổ', '21439'),
  ]
  expect(brief(proposeMoves(town(units), day))).toEqual([
    ['phuong', 'xa', 'whole', 'name'],
    ['nhon', 'xa', 'whole', 'name'],
  ])
  expect(proposeMoves(town(units), day).every(({ document }) => document === null)).toBe(true)
})

test('where neither polygon, name nor code says anything, nothing is made up', () => {
  const territory = town([old('a', 'An', '00001'), fresh('x', 'Xuân', '00011')])
  expect(proposeMoves(territory, day)).toEqual([])
  expect(untold(territory, day).map(({ id }) => id)).toEqual(['a'])
})

test('what an act has said, and what goes on as it was, is not proposed again', () => {
  const territory = town(
    [old('a', 'An', '00001'), unit('stays', 'Ở Lại', '00003'), fresh('x', 'An', '00001')],
    [move('a', 'x')],
  )
  expect(untold(territory, day)).toEqual([])
  expect(proposeMoves(territory, day)).toEqual([])
})

test('people of whole units are shared by their given figures back in time, and a part says nothing of people', () => {
  const units = [
    old('a', 'An', '00001', 6000),
    old('b', 'Bình', '00002', 2000),
    old('c', 'Châu', '00003', 500),
    fresh('x', 'Xuân', '00011'),
    fresh('y', 'Yên', '00012'),
  ]
  const said = [move('a', 'x'), move('b', 'x'), move('c', 'x', 'part'), move('c', 'y', 'part')]
  const onward = crosswalk(town(units, said), { from: before, to: day })
  const people = ({ rows }: typeof onward) =>
    Object.fromEntries(rows.map(({ from, to, population }) => [`${from.id} ${to.id}`, population.share]))
  expect(people(onward)).toEqual({ 'a x': 1, 'b x': 1, 'c x': null, 'c y': null })
  // How many people of x came from a nobody can say as long as nobody knows how many of c went there.
  expect(people(crosswalk(town(units, said), { from: day, to: before }))['x a']).toBeNull()
  const whole = crosswalk(town(units, said.slice(0, 2)), { from: day, to: before })
  expect(people(whole)).toMatchObject({ 'x a': 0.75, 'x b': 0.25 })
  const [row] = whole.rows.filter(({ to }) => to.id === 'a')
  expect(row?.population).toEqual({ share: 0.75, method: 'succession', certainty: 'computed' })
  const unknown = units.map((one) => (one.id === 'b' ? { ...one, population: null } : one))
  expect(people(crosswalk(town(unknown, said.slice(0, 2)), { from: day, to: before }))['x a']).toBeNull()
})
