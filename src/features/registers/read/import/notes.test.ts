import { expect, test } from 'vitest'
import { told } from '../../rules/import/issues.ts'
import { issuesOfNotes } from './notes.ts'

test('what the format could not give is told with its row, in both languages, and nothing is told twice', () => {
  const file = 'bang.csv'
  const issues = issuesOfNotes([
    { code: 'row-unread', file, layer: 'bang', fid: '7', params: { found: 'KPH; 578424,6' } },
    { code: 'crs-missing', file, layer: 'bang' },
    { code: 'geometry-refused', file, layer: 'a', fid: '3', params: { fault: 'geometry-number', at: 12 } },
  ])
  expect(issues.map(({ code }) => code)).toEqual(['row-unread', 'geometry-refused'])
  const [row, refused] = issues.map(told)
  expect(row).toMatchObject({
    at: 'bang › #7',
    text: { vi: expect.stringContaining('KPH; 578424,6') as string },
  })
  expect(refused?.text.vi).not.toBe(refused?.text.en)
  expect(refused?.text.vi).not.toContain('…')
})
