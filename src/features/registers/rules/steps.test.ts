import { expect, test } from 'vitest'
import { back, firstStep, forth, step } from './steps.ts'

test('an hour of drawing is gone back through step by step, and on again; nothing is lost on the way', () => {
  const drawn = ['b', 'c', 'c'].reduce(step<string>, firstStep('a'))
  const before = back(back(drawn))
  expect(before).toEqual({ past: [], now: 'a', next: ['b', 'c'] })
  expect(back(before)).toEqual(before)
  expect(forth(forth(before))).toEqual(drawn)
  expect(forth(drawn)).toEqual(drawn)
})

test('who goes back and draws on has a new way on', () => {
  expect(step(back(step(firstStep('a'), 'b')), 'c')).toEqual({ past: ['a'], now: 'c', next: [] })
})
