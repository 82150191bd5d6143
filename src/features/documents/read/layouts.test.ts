import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import type { DocumentReading } from '../model.ts'
import { readDocument } from './document.ts'

const folder = join(import.meta.dirname, '../../../../test/documents/layouts')
const read = (file: string) => readDocument(plainText(readFileSync(join(folder, file), 'utf8'), file))
const head = ({ head: { kind, number, issuer, place, issuedOn, signer } }: DocumentReading) => ({
  kind,
  number,
  issuer,
  place,
  issuedOn,
  signer: signer && [signer.title, signer.name, signer.onBehalfOf],
})
const ids = (reading: DocumentReading) => reading.clauses.map((clause) => clause.id).join(' ')
const codes = (reading: DocumentReading) => reading.issues.map((issue) => issue.code)

describe('an office finds its own paper again, however it is laid out', () => {
  test('a State plan: columns one after the other, khoản and điểm, a vice chair signing for the committee', () => {
    const reading = read('ke-hoach.txt')
    expect(head(reading)).toEqual({
      kind: 'Kế hoạch',
      number: '15/KH-UBND',
      issuer: 'Ủy ban nhân dân thị xã Sông Trà',
      place: 'Sông Trà',
      issuedOn: '2024-01-05',
      signer: ['Phó Chủ tịch', 'Trần Văn Mẫu', 'Ủy ban nhân dân'],
    })
    expect(reading.head.horizon).toEqual({ from: 2024, to: 2026, vision: 2030 })
    expect(ids(reading)).toBe('I I.1 I.1.a I.1.b I.2 II II.1 II.2 II.2.1 II.2.2 III III.1 III.2')
    expect(reading.basis.map((basis) => basis.number)).toEqual([
      null,
      '64/2010/NĐ-CP',
      '524/QĐ-TTg',
      '07/TTr-QLĐT',
    ])
    expect(reading.clauses.find((clause) => clause.id === 'II.2.2')?.text).toContain('như đường Trần Phú')
    expect(reading.head.at['closing']).toHaveLength(1)
    expect(codes(reading)).toEqual([])
  })

  test('a scanned resolution: columns side by side, a page number in mid-sentence, "Đièu"', () => {
    const reading = read('nghi-quyet-scan.txt')
    expect(head(reading)).toEqual({
      kind: 'Nghị quyết',
      number: '07/2023/NQ-HĐND',
      issuer: 'Hội đồng nhân dân tỉnh Lam Giang',
      place: 'Lam Giang',
      issuedOn: '2023-07-21',
      signer: ['Chủ tịch', 'Bùi Thị Mẫu', null],
    })
    expect(ids(reading)).toBe('Đ1 Đ1.1 Đ1.2 Đ1.2.a Đ1.2.b Đ1.2.c Đ2 Đ3 Đ3.1 Đ3.2')
    expect(reading.clauses.find((clause) => clause.id === 'Đ1.2.b')?.text).toMatch(/sinh hoạt trên địa bàn/)
    expect(reading.recipients.map((recipient) => recipient.purpose)).toEqual([null, 'báo cáo', null, 'lưu'])
  })

  test('a Party conclusion: the organ that decided is named with its place', () => {
    const reading = read('ket-luan.txt')
    expect(head(reading)).toEqual({
      kind: 'Kết luận',
      number: '45-KL/TU',
      issuer: 'Ban Thường vụ Thị ủy Sông Trà',
      place: 'Sông Trà',
      issuedOn: '2024-03-12',
      signer: ['Phó Bí thư', 'Lê Thị Ví Dụ', 'Ban Thường vụ'],
    })
    expect(ids(reading)).toBe('I II II.1 II.1.1 II.1.2 II.2')
  })

  test('a letter that gives work: its matter is its title', () => {
    const reading = read('cong-van.txt')
    expect(head(reading)).toMatchObject({ kind: 'Công văn', number: '1234/UBND-QLĐT' })
    expect(reading.head.title).toBe('tăng cường quản lý trật tự xây dựng trên địa bàn thị xã')
    expect(ids(reading)).toBe('1 2 2.a 2.b')
    expect(reading.recipients.map((recipient) => recipient.name)).toEqual([
      'Như trên',
      'CT, các PCT UBND thị xã',
      'VT',
    ])
  })

  test('a decision with a regulation and a table over two pages: annexes count for themselves', () => {
    const reading = read('quyet-dinh-quy-che.md')
    expect(ids(reading)).toBe('Đ1 Đ2 Đ3 PL1.CI PL1.Đ1 PL1.CII PL1.Đ2 PL1.Đ2.1 PL1.Đ2.2')
    expect(reading.head.signer?.name).toBe('Phạm Thị Ví Dụ')
    const [table] = reading.tables
    expect(reading.tables).toHaveLength(1)
    expect(table?.header.map((cell) => cell.text)).toContain('Sản phẩm')
    expect(table?.rows.map((row) => row.group?.text ?? row.cells[1]?.text)).toEqual([
      'I Nhóm quy hoạch',
      'Lập quy hoạch và công bố',
      'Cắm mốc',
    ])
  })
})
