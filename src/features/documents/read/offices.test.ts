import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import type { DocumentReading } from '../model.ts'
import { readDocument } from './document.ts'

const folder = join(import.meta.dirname, '../../../../test/documents/layouts')
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')
const read = (file: string, text = textOf(file)) => readDocument(plainText(text, file))
const ids = (reading: DocumentReading) => reading.clauses.map((clause) => clause.id).join(' ')

describe('what offices do to a page misleads no one', () => {
  test('number and day left blank for the clerk are not there; the place is, and so is the issuer', () => {
    const reading = read('ke-hoach-so.txt')
    expect(reading.head).toMatchObject({
      number: null,
      issuer: 'Sở Xây dựng',
      place: 'Bình Lâm',
      issuedOn: null,
      signer: { name: 'Lê Văn Giả Định', title: 'Phó Giám đốc', onBehalfOf: 'Giám đốc' },
    })
    expect(ids(reading)).toBe(
      'A A.1 A.2 B B.I B.I.1 B.I.1.a B.I.1.b B.I.1.c B.I.2 B.I.2.a B.I.2.b B.II B.II.1 C C.1 C.2',
    )
    expect(reading.issues).toEqual([])
  })

  test('letters in parts, hard line ends and blanks that do not break say the same', () => {
    const plain = read('ke-hoach-so.txt')
    const text = textOf('ke-hoach-so.txt').normalize('NFD').replaceAll('\n', '\r\n')
    const other = read('ke-hoach-so.txt', text.replaceAll('trước ', 'trước\u00A0'))
    expect(other.clauses.map((clause) => clause.text)).toEqual(plain.clauses.map((clause) => clause.text))
    expect({ ...other.head, at: null }).toEqual({ ...plain.head, at: null })
  })

  test('what signing by certificate prints is neither the signer nor lost text', () => {
    const reading = read('cong-van-ky-so.txt')
    expect(reading.head.signer).toEqual({
      name: 'Đặng Văn Tưởng Tượng',
      title: 'Phó Chủ tịch',
      onBehalfOf: 'Ủy ban nhân dân',
    })
    expect(ids(reading)).toBe('1 2 3')
    expect(reading.issues).toEqual([])
  })

  test('a plan issued with a decision has a head and numbers of its own', () => {
    const reading = read('quyet-dinh-kem-ke-hoach.txt')
    expect(reading.head).toMatchObject({ kind: 'Quyết định', number: '2210/QĐ-UBND' })
    expect(reading.basis.at(-1)?.issuer).toBe('Trưởng phòng Kinh tế, Hạ tầng và Đô thị')
    expect(ids(reading)).toBe(
      'Đ1 Đ2 Đ3 PL.P1 PL.P1.1 PL.P1.2 PL.P2 PL.P2.I PL.P2.I.1 PL.P2.II PL.P2.II.1 PL.P2.II.2 PL.P2.II.2.a PL.P2.II.2.b',
    )
    expect(reading.issues).toEqual([])
  })

  test('a table goes on after a page though Markdown takes its next row for a header', () => {
    const reading = read('ke-hoach-dang-bang.md')
    const [table, ...others] = reading.clauses.flatMap((clause) => clause.tables)
    expect(others).toEqual([])
    expect(table?.rows.map((row) => row.group?.text ?? row.cells[0]?.text)).toEqual([
      'I Tuyên truyền',
      '1',
      '2',
      'II Chỉnh trang',
      '3',
    ])
    expect(reading.head.issuer).toBe('Ban Thường vụ Đảng ủy phường Hòa An')
  })

  test('of two who sign, post and name are of one person; a number after "hằng tháng" begins a clause', () => {
    const reading = read('chuong-trinh-hai-co-quan.txt')
    expect(reading.head).toMatchObject({
      issuer: 'Ban Tuyên giáo Tỉnh ủy - Sở Xây dựng',
      signer: { name: 'Ngô Văn Thí Dụ', title: 'Giám đốc Sở Xây dựng' },
    })
    expect(ids(reading)).toBe('I II II.1 II.1.1 II.1.2 II.2 III III.1 III.2')
  })
})
