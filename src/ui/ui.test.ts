import { describe, expect, test } from 'vitest'
import { Fault } from '../domain/fault.ts'
import { entered } from './entered.ts'
import { formatDay, formatNumber } from './format.ts'
import { languageOf } from './language.ts'
import { orRefuse, refused, say } from './refusal.ts'
import { staffPath } from './staff-path.ts'

test('a figure is written as its reader writes it, and keeps every decimal it has', () => {
  expect(formatNumber(1234.5, 'vi')).toBe('1.234,5')
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
  expect(formatNumber(9.75, 'vi')).toBe('9,75')
  expect(formatNumber(60, 'vi')).toBe('60')
})

test('nobody reads a month for a day: days are dd/mm/yyyy in both languages', () => {
  expect(formatDay('2024-03-01')).toBe('01/03/2024')
})

test('an address says its language, and one that only begins alike does not', () => {
  expect(['/', '/chi-tieu', '/en', '/en/targets', '/english'].map(languageOf)).toEqual([
    'vi',
    'vi',
    'en',
    'en',
    'vi',
  ])
  expect([staffPath('vi', '/tai-lieu'), staffPath('en')]).toEqual(['/can-bo/tai-lieu', '/en/can-bo'])
})

test('blanks round what was entered are no answer, nor is a file', () => {
  const form = new FormData()
  form.set('reason', '  Sai chữ \n')
  form.set('file', new Blob(['x']))
  expect(['reason', 'file', 'none'].map((name) => entered(form, name))).toEqual(['Sai chữ', '', ''])
})

describe('a refusal reaches the officer as a sentence, and a fault of ours does not pass for one', () => {
  const fault = new Fault('not-found', { what: 'kế hoạch này' })

  test('beside the form that asked', async () => {
    const answer = await refused(Promise.reject(fault))
    expect(answer).toMatchObject({ status: 404, refusal: { code: 'not-found' } })
    expect(answer.refusal && say(answer.refusal, 'vi')).toContain('kế hoạch này')
    expect(await refused(Promise.resolve(7))).toEqual({ value: 7, refusal: null })
    await expect(refused(Promise.reject(new Error('disk')))).rejects.toThrow('disk')
  })

  test('as the page itself', async () => {
    await expect(orRefuse(Promise.reject(fault))).rejects.toMatchObject({
      init: { status: 404 },
      data: { code: 'not-found' },
    })
    await expect(orRefuse(Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError)
    expect(await orRefuse(Promise.resolve(7))).toBe(7)
  })
})
