import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedPlanOfThiDu, stateOfThiDu } from '../../../../test/support/accepted-plan.ts'
import { publishedPlan } from './published.ts'
import { excerpt, search, searchEntries } from './search.ts'

const entries = searchEntries(publishedPlan(acceptedPlanOfThiDu(), stateOfThiDu))
const found = (query: string) => search(entries, query).map(({ entry }) => `${entry.kind} ${entry.ref}`)

describe('a search finds what a reader would call the answer', () => {
  test.each([
    ['do thi hoa', ['target do-thi-hoa', 'clause II.2', 'footnote 1']],
    ['hòa giải', ['task 1.2']],
    ['chi bo', ['assignment 1']],
    ['loai iv', ['target loai-iv', 'clause II.2']],
    ['', []],
    ['xe buýt', []],
  ])('%s', (query, expected) => expect(found(query)).toEqual(expected))

  test('the second task of a number is found at its own address', () => {
    const plan = publishedPlan(acceptedPlanOfThiDu(), stateOfThiDu)
    const second = { ...plan.tasks[3]!, key: '1.1-2', no: '1.1', text: 'Dời bến xe ra ngoài phố.' }
    const [only] = search(searchEntries({ ...plan, tasks: [...plan.tasks, second] }), 'dời bến xe')
    expect(only?.entry).toMatchObject({ kind: 'task', ref: '1.1-2', no: '1.1' })
  })

  test('words of title and text together find a thing, behind whole phrases', () => {
    expect(found('tỷ lệ trên 75%')).toContain('target do-thi-hoa')
  })

  test('what is written with the same marks comes first', () => {
    const two = searchEntries(publishedPlan(acceptedPlanOfThiDu(), stateOfThiDu)).slice(0, 2)
    const named = two.map((entry, index) => ({
      ...entry,
      title: ['Đất ở', 'Đạt ổ'][index] ?? '',
      text: '',
      folded: 'dat o',
    }))
    expect(search(named, 'đạt ổ').map(({ entry }) => entry.title)).toEqual(['Đạt ổ', 'Đất ở'])
  })

  test('a clause that is a task is listed once, as the task', () => {
    expect(entries.filter(({ ref }) => ref === 'III.2.2')).toEqual([])
  })
})

test('an excerpt holds the first hit, cuts no word, and marks the same words', () => {
  const word: fc.Arbitrary<string> = fc.constantFrom('đất', 'nhà', 'phường', 'thị', 'xã', 'xanh')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 200 }), fc.nat(), (words, at) => {
      const place = at % words.length
      const start = words.slice(0, place).join(' ').length + (place > 0 ? 1 : 0)
      const hit = words[place] ?? ''
      const cut = excerpt(words.join(' '), [[start, start + hit.length]], 100)
      expect(cut.text.length).toBeLessThanOrEqual(110)
      expect(cut.hits.map(([from, to]) => cut.text.slice(from, to))).toEqual([hit])
      expect(
        cut.text
          .replaceAll('… ', '')
          .replaceAll(' …', '')
          .split(' ')
          .every((each) => words.includes(each)),
      ).toBe(true)
    }),
  )
})
