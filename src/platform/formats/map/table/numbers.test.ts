import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compassOf, isSexagesimal, readAngle, readNumber } from './numbers.ts'

const grouped = (whole: number, mark: string) => String(whole).replaceAll(/\B(?=(\d{3})+$)/g, mark)

describe('a coordinate is read as it was meant, or not at all', () => {
  test('however it was written under a mark, it comes back, and never as another number under the other mark', () => {
    const parts = fc.tuple(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 0, max: 999_999 }))
    fc.assert(
      fc.property(parts, fc.constantFrom(',', '.'), fc.boolean(), ([whole, part], mark, groups) => {
        const [decimal, other] = mark === ',' ? [',', '.'] : ['.', ',']
        const digits = String(part).padStart(6, '0')
        const text = `${groups ? grouped(whole, other) : whole}${decimal}${digits}`
        const meant = Number(`${whole}.${digits}`)
        expect(readNumber(text, mark)).toBe(meant)
        // Six decimals stand in no group of thousands.
        expect(readNumber(text, mark === ',' ? '.' : ',')).toBeUndefined()
      }),
    )
  })

  test.each([
    ['1.633.280,586', ',', 1_633_280.586],
    ['1.633.280,586', '.', undefined],
    ['578424.605', ',', undefined],
    ['1.234', ',', 1234],
    ['1.234', '.', 1.234],
    ['1 633 280,5 m', ',', 1_633_280.5],
    ['−12,5', ',', -12.5],
    ['12,34,5', ',', undefined],
    ['1e5', '.', undefined],
    ['0x10', '.', undefined],
    ['', ',', undefined],
    ['KPH (<0,004)', ',', undefined],
    ['Infinity', '.', undefined],
  ] as const)('%s with decimal %s', (text, mark, meant) => {
    expect(readNumber(text, mark)).toBe(meant)
  })
})

describe('an angle is read in every way it is typed', () => {
  test.each([
    '14°48′12,3″',
    `14°48'12.3"`,
    '14 48 12,3',
    '14-48-12.3',
    '14:48:12.3',
    '14d48m12.3s',
    "14° 48' 12,3''",
    '14º48’12,3”',
    '14 độ 48 phút 12,3 giây',
  ])('%s', (text) => {
    expect(readAngle(text, '.')).toBeCloseTo(14 + 48 / 60 + 12.3 / 3600, 12)
    expect(isSexagesimal(text)).toBe(true)
  })

  test('degrees and minutes alone, and decimal degrees', () => {
    expect(readAngle("14°48,5'", '.')).toBeCloseTo(14 + 48.5 / 60, 12)
    expect(readAngle('108,730285', ',')).toBe(108.730285)
    expect(isSexagesimal('108,73')).toBe(false)
  })

  test.each(['14°60\'00"', '14°10\'60"', '14°10,5\'20"', 'x'])('%s is no angle', (text) => {
    expect(readAngle(text, '.')).toBeUndefined()
  })

  test('every angle written in seconds comes back to a thousandth of a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 180 * 3_600_000 - 1 }), (thousandths) => {
        const seconds = thousandths / 1000
        const [d, m] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
        const s = ((thousandths % 60_000) / 1000).toFixed(3).replace('.', ',')
        expect(readAngle(`${d}°${m}′${s}″`, ',')).toBeCloseTo(seconds / 3600, 9)
      }),
    )
  })

  test('N is south beside Đ and north beside E; alone it cannot be told and is not read', () => {
    const angle = `14°48'12"N`
    expect(compassOf([angle, `108°30'00"E`])).toBe('en')
    expect(compassOf([angle, `108°30'00"Đ`])).toBe('vi')
    expect(compassOf([angle])).toBeUndefined()
    expect(readAngle(angle, '.', 'en')).toBeGreaterThan(0)
    expect(readAngle(angle, '.', 'vi')).toBeLessThan(0)
    expect(readAngle(angle, '.')).toBeUndefined()
  })
})
