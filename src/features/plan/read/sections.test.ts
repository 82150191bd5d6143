import { expect, test } from 'vitest'
import { Strand } from '../../../domain/strand.ts'
import type { ClauseNode } from '../../documents/model.ts'
import { headingText, Sections } from './sections.ts'

const clause = (id: string, text: string, heading = true): ClauseNode => ({
  id,
  no: id.split('.').at(-1) ?? id,
  parent: id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null,
  heading,
  text,
  at: [],
  strand: Strand.of(text),
  body: [],
  tables: [],
})

const saidBy = (heading: string) => [...new Sections([]).of(clause('I', heading))].sort()

test.each([
  ['MỤC TIÊU', ['targets']],
  ['Mục đích, yêu cầu, mục tiêu', ['targets']],
  ['Các chỉ tiêu chủ yếu', ['targets']],
  ['NHIỆM VỤ, GIẢI PHÁP', ['tasks']],
  ['Quan điểm', ['purpose']],
  ['Tình hình và kết quả', ['purpose']],
  ['Yêu cầu Sở Xây dựng', []],
  ['TỔ CHỨC THỰC HIỆN', ['assignments']],
  ['Nội dung và tổ chức thực hiện các nhiệm vụ', ['assignments']],
  ['Trách nhiệm của các sở, ngành', ['assignments']],
  ['Kinh phí', []],
])('"%s" says what stands below it', (heading, said) => expect(saidBy(heading)).toEqual(said))

test('the nearest heading that says anything decides; one that says nothing leaves it to the one above', () => {
  const all = [
    clause('II', 'NHIỆM VỤ'),
    clause('II.1', 'Đô thị'),
    clause('II.1.a', 'Trồng cây.', false),
    clause('II.2', 'Mục tiêu'),
    clause('II.2.a', 'Đạt 40%.', false),
  ]
  const sections = new Sections(all)
  const of = (id: string) => [...sections.of(all.find((each) => each.id === id) as ClauseNode)]
  expect(of('II.1.a')).toEqual(['tasks'])
  expect(of('II.2.a')).toEqual(['targets'])
  expect(sections.headings(all[2] as ClauseNode).map(({ id }) => id)).toEqual(['II.1.a', 'II.1', 'II'])
  expect(sections.childrenOf('II').map(({ id }) => id)).toEqual(['II.1', 'II.2'])
})

test('a sentence is a heading only as far as a colon near its start', () => {
  expect(headingText(clause('1', 'Mục tiêu: đạt 40% vào năm 2030.', false))).toBe('Mục tiêu')
  expect(headingText(clause('1', 'Phấn đấu đạt 40% vào năm 2030.', false))).toBe('')
})
