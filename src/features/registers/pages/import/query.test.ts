import { describe, expect, test } from 'vitest'
import { changesAsked, choiceOf, issuesAsked, optionsOf, sizeText } from './query.ts'

const query = (text: string) => new URLSearchParams(text)

describe('the address says all that a page of an import shows', () => {
  test('what it asks for is found; what was typed wrong asks for the first page of everything', () => {
    expect(issuesAsked(query('ma=line-open&chua=1&sau=120'))).toEqual({
      code: 'line-open',
      open: true,
      after: 120,
    })
    for (const wrong of ['', 'sau=-1', 'sau=1.5', 'sau=x', 'ma=', 'chua=2'])
      expect(issuesAsked(query(wrong))).toEqual({ code: undefined, open: false, after: undefined })
    expect(changesAsked(query('loai=gone&sau=e1'))).toEqual({ kind: 'gone', open: false, after: 'e1' })
    expect(changesAsked(query('loai=same'))).toEqual({ kind: undefined, open: false, after: undefined })
  })

  test('a button decides on one, on all of a kind, on all; anything else on nothing', () => {
    expect(choiceOf('all')).toEqual({ all: true })
    expect(choiceOf('kind:new')).toEqual({ kind: 'new' })
    expect(choiceOf('entry:planning-zones:a')).toEqual({ entries: ['planning-zones:a'] })
    for (const wrong of ['', 'kind:same', 'every', `entry:${'x'.repeat(200)}`])
      expect(choiceOf(wrong)).toBeNull()
  })

  test('a form says from which day a map holds; a day that is none is told', () => {
    const form = (from: string) =>
      optionsOf(
        new Map([
          ['tu-ngay', from],
          ['he', ' '],
        ]),
      )
    expect(form('01/07/2025')).toEqual({ options: { from: '2025-07-01' } })
    expect(form('')).toEqual({ options: {} })
    expect(form('31/02/2025')).toEqual({ badDay: '31/02/2025' })
  })

  test.each([
    [12, '12 B'],
    [1536, '1.5 KB'],
    [5 * 1024 * 1024, '5 MB'],
  ])('%d bytes are read as %s', (bytes, text) => expect(sizeText(bytes, String)).toBe(text))
})
