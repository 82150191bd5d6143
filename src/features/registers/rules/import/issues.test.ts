import { expect, test } from 'vitest'
import { golden } from '../../../../../test/golden.ts'
import { issueTexts, type IssueCode } from '../../model/import/issue-texts.ts'
import { told } from './issues.ts'

const weights = { fault: 'lỗi / fault', question: 'câu hỏi / question', note: 'ghi chú / note' } as const

test('a length is told with the decimal sign of its language', () => {
  const { text } = told({ code: 'outside-town', at: {}, params: { metres: '12.50' }, count: 1 })
  expect(text.vi).toContain('cách 12,50 m.')
  expect(text.en).toContain('12.50 m away')
})

test('every code stands in docs with its sentences and how to mend it', async () => {
  const rows = Object.entries(issueTexts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, { weight, vi, en, mend }]) => [
      `## ${code}`,
      '',
      `*${weights[weight]}*`,
      '',
      `${vi} → ${mend.vi}`,
      '',
      `${en} → ${mend.en}`,
      '',
    ])
  const head =
    '# What an import may list · Những gì việc nhập bản đồ có thể nêu\n\nWritten by `npm run bless`; do not edit. Words in braces are filled from the file.\n\n'
  await golden('../../docs/import-issues.generated.md', head + rows.join('\n'))
})

test.each(Object.keys(issueTexts) as IssueCode[])('%s says the same things in both languages', (code) => {
  const { vi, en } = issueTexts[code]
  const braces = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()
  expect(braces(vi)).toEqual(braces(en))
})

test('an issue names its place as far as it is known, and no empty number of a feature', () => {
  const { at } = told({
    code: 'outside-town',
    at: { layer: 'a', position: [1, 2] },
    params: { metres: 5 },
    count: 1,
  })
  expect(at).toBe('a › 1.00 2.00')
})
