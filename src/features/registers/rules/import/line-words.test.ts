import { expect, test } from 'vitest'
import { isDrawingOnly, isRoadAxis, lineUse } from './line-words.ts'
import { layerWords, spansOf } from './words.ts'

test.each([
  ['3 LE DUONG', 'lines', true],
  ['QH_Ranh gi?i l?p quy ho?ch', 'left', true],
  ['HL ATGT', 'left', true],
  ['Xyz', 'lines', false],
  [null, 'lines', false],
] as const)('lines of %s: %s, sure %s', (cad, use, sure) => expect(lineUse(cad)).toMatchObject({ use, sure }))

test('axes of roads are known, their edges are none; frames belong to the drawing', () => {
  expect(['GT-Tim duong', '1 TIM DUONG', 'CENTERLINE'].every(isRoadAxis)).toBe(true)
  expect(['LONG DUONG', 'CHIA SDD', 'KHUNG', null].some(isRoadAxis)).toBe(false)
  expect([isDrawingOnly('KHUNG TEN'), isDrawingOnly('DAT O')]).toEqual([true, false])
})

test('words of a name are found run together and with lost letters, but not where the marks differ', () => {
  expect(layerWords('@Ð?t nông nghi?p (QH)')).toEqual(['đ?t', 'nông', 'nghi?p', 'qh'])
  expect(spansOf(['nghiadia'], 'nghĩa địa')).toEqual([{ from: 0, to: 1 }])
  expect(spansOf(['nông', 'nghi?p'], 'nông nghiệp')).toEqual([{ from: 0, to: 2 }])
  expect(spansOf(['chợ'], 'chở')).toEqual([])
})
