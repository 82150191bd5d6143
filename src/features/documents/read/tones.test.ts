import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { measureTones } from '../../../../test/documents/tone-slips.ts'
import { toneSlips } from './tones.ts'

const samples = join(import.meta.dirname, '../../../../test/documents/samples')
const texts = readdirSync(samples)
  .filter((file) => /\.(?:txt|md)$/.test(file))
  .map((file) => readFileSync(join(samples, file), 'utf8').normalize('NFC'))
  .filter((text) => toneSlips(text).length === 0)
const found = (text: string) => toneSlips(text).map(({ found, suggest }) => `${found} → ${suggest}`)

describe('an officer sees what scanning did to the marks, and is not troubled where it did nothing', () => {
  test('of 200 slips planted in set phrases, nearly all are found, with no false alarm', () => {
    expect(texts.length).toBeGreaterThan(3)
    const score = measureTones(texts, 200, 'set phrases')
    expect(score.found / score.planted).toBeGreaterThan(0.95)
    expect(score.falseAlarms).toBeLessThanOrEqual(2)
  })

  test('of 200 planted in any word, most are found: administrative prose is made of set phrases', () => {
    const score = measureTones(texts, 200, 'any word')
    expect(score.found / score.planted).toBeGreaterThan(0.55)
  })

  test.each([
    ['Phân đấu hoàn thành', 'Phân đấu → Phấn đấu'],
    ['PHỐI HỌP VỚI', 'PHỐI HỌP → PHỐI HỢP'],
    ['Ủy ban nhân dần xã', 'Ủy ban nhân dần → Ủy ban nhân dân'],
    ['kinh tế\nxã hồi', 'kinh tế\nxã hồi → kinh tế xã hội'],
  ])('%j', (text, expected) => {
    expect(found(text)).toContain(expected)
  })

  test.each([
    'hoà nhập, hòa nhập, thuỷ lợi, thủy lợi, Uỷ ban nhân dân',
    'cần bổ sung cán bộ; có quan hệ với cơ quan',
    'bắt đầu từ vốn đầu tư; mỗi trường hợp; về sinh sống',
    'văn bản hành chính; các đơn vị liên quan trong công tác',
    'ông Trương Phong, bà Hạ Tang',
    'nhưng đó thì khác với đô thị',
    'truyền thống và truyền thông; phân bố và phân bổ',
  ])('says nothing of %j', (text) => {
    expect(found(text)).toEqual([])
  })
})
