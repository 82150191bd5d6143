import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import { readDocument } from './document.ts'

const seed = join(process.env['DOTHI_SHARED'] ?? '../shared', 'seed/ke-hoach-duc-pho.txt')

describe.skipIf(!existsSync(seed))('the real plan', () => {
  const reading = existsSync(seed) ? readDocument(plainText(readFileSync(seed, 'utf8'))) : null
  const clause = (id: string) => reading?.clauses.find((each) => each.id === id)

  test('says nothing of its number, place and day, for its head is cut away', () => {
    expect(reading?.head).toMatchObject({
      kind: 'Kế hoạch',
      number: null,
      place: null,
      issuedOn: null,
      issuer: 'Ban Thường vụ Thị ủy Đức Phổ',
      signer: { name: 'Nguyễn Kiên', title: 'Bí thư', onBehalfOf: 'Ban Thường vụ' },
      horizon: { from: null, to: 2030, vision: 2045 },
    })
  })

  test('rests on two documents, each named once', () => {
    expect(
      reading?.basis.map(({ kind, number, issuer, issuedOn }) => ({ kind, number, issuer, issuedOn })),
    ).toEqual([
      { kind: 'Chương trình hành động', number: '21-CTr/TU', issuer: 'Tỉnh ủy', issuedOn: '2022-08-12' },
      { kind: 'Nghị quyết', number: '06-NQ/TW', issuer: 'Bộ Chính trị', issuedOn: '2022-01-24' },
    ])
  })

  test('has every clause, whole where a page broke it', () => {
    const ids = reading?.clauses.map((each) => each.id) ?? []
    expect(ids.filter((id) => /^III\.\d\.\d$/.test(id))).toHaveLength(24)
    expect(ids.filter((id) => id.startsWith('IV.'))).toEqual(['IV.1', 'IV.2', 'IV.3', 'IV.4', 'IV.5', 'IV.6'])
    for (const [id, words] of [
      ['III.2.4', 'các xã, phường'],
      ['III.4.3', 'hạ tầng và'],
      ['III.5.2', 'đa năng, phục'],
      ['III.5.6', 'hệ thống quan trắc'],
      ['III', 'Nghị quyết 06 và Chương trình'],
    ] as const)
      expect(clause(id)?.text).toContain(words)
  })

  test('loses its repeated fragment, and says so', () => {
    expect(clause('III.3.3')?.body).toHaveLength(3)
    expect(reading?.issues.map((issue) => issue.code)).toEqual(['repeated-fragment', 'tone-slip'])
  })

  test('keeps five footnotes out of the running text and ten recipients apart', () => {
    expect(reading?.footnotes.map((note) => note.no)).toEqual([1, 2, 3, 4, 5])
    expect(reading?.footnotes[0]?.text.split('\n')).toHaveLength(2)
    const purposes = reading?.recipients.map((recipient) => recipient.purpose)
    expect(purposes).toEqual(['báo cáo', 'báo cáo', 'báo cáo', null, null, null, null, null, null, 'lưu'])
  })
})

test('a word that the reader of a scan is not sure of is listed with its place, so that somebody looks at the paper', () => {
  const text = 'KẾ HOẠCH\nTrồng cây năm 2026\n\n1. Trồng 1.200 cây xanh trên 4 tuyến phố.\n'
  const source = plainText(text)
  const start = source.text.indexOf('1.200')
  const doubt = { found: '1.200', at: [start, start + 5] as const }
  const { issues } = readDocument({ ...source, format: 'scan', doubts: [doubt] })
  expect(issues).toContainEqual({ code: 'doubtful-word', found: '1.200', suggest: null, at: [doubt.at] })
  expect(readDocument(source).issues).toEqual([])
})
