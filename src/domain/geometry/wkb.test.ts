import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { geometry } from '../../../test/geometries.ts'
import { Fault } from '../fault.ts'
import { decodeWkb, encodeWkb, readWkb, type Geometry } from './index.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))
const code = (work: () => unknown): string => {
  try {
    work()
    return 'nothing refused'
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return error.code
  }
}
const one = '000000000000f03f'
const two = '0000000000000040'
const bigOne = '3ff0000000000000'
const bigTwo = '4000000000000000'

test('what is kept comes back to the bit', () => {
  fc.assert(
    fc.property(geometry, (shape) => {
      expect(decodeWkb(encodeWkb(shape))).toEqual(shape)
    }),
  )
})

test('a part of a larger buffer is read at its own place', () => {
  const bytes = encodeWkb({ type: 'Point', coordinates: [1, 2] })
  const larger = new Uint8Array(40)
  larger.set(bytes, 7)
  expect(decodeWkb(larger.subarray(7, 28))).toEqual({ type: 'Point', coordinates: [1, 2] })
})

describe('files of other makers', () => {
  const point: Geometry = { type: 'Point', coordinates: [1, 2] }
  test.each([
    ['big-endian', `00 00000001 ${bigOne} ${bigTwo}`, null],
    ['ISO with height', `01 e9030000 ${one} ${two} ${two}`, 'z'],
    ['ISO with measure', `01 d1070000 ${one} ${two} ${two}`, 'm'],
    ['ISO with both', `01 b90b0000 ${one} ${two} ${two} ${one}`, 'zm'],
    ['extended with height', `01 01000080 ${one} ${two} ${two}`, 'z'],
    ['extended with SRID', `01 01000020 e6100000 ${one} ${two}`, null],
    ['big-endian, extended, height and SRID', `00 a0000001 000010e6 ${bigOne} ${bigTwo} ${bigTwo}`, 'z'],
  ])('%s is read and its height said to be dropped', (_, text, dropped) => {
    expect(readWkb(hex(text))).toEqual({ geometry: point, dropped })
  })

  test('members of a collection may have a byte order of their own', () => {
    const bytes = hex(`01 04000000 02000000 00 00000001 ${bigOne} ${bigTwo} 01 01000000 ${two} ${one}`)
    expect(decodeWkb(bytes)).toEqual({
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [2, 1],
      ],
    })
  })
})

describe('bad bytes are refused in words', () => {
  test.each([
    ['nothing', '', 'geometry-broken'],
    ['no byte order', `02 01000000 ${one} ${two}`, 'geometry-broken'],
    ['bytes behind the end', `01 01000000 ${one} ${two} 00`, 'geometry-broken'],
    ['a count of four thousand million', '01 02000000 ffffffff', 'geometry-broken'],
    ['a line within points', `01 04000000 01000000 01 02000000 00000000`, 'geometry-broken'],
    ['not a number', `01 01000000 ${one} 000000000000f87f`, 'geometry-number'],
    ['infinite', `01 01000000 ${one} 000000000000f07f`, 'geometry-number'],
    ['a collection', '01 07000000 00000000', 'geometry-kind'],
    ['a curve', '01 08000000 00000000', 'geometry-kind'],
  ])('%s', (_, text, expected) => expect(code(() => readWkb(hex(text)))).toBe(expected))

  test('cut off anywhere', () => {
    fc.assert(
      fc.property(geometry, fc.nat(), (shape, at) => {
        const bytes = encodeWkb(shape)
        expect(code(() => readWkb(bytes.subarray(0, at % bytes.length)))).toBe('geometry-broken')
      }),
    )
  })

  test('any bytes at all end in a geometry or a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const outcome = code(() => readWkb(bytes))
        expect(['nothing refused', 'geometry-broken', 'geometry-number', 'geometry-kind']).toContain(outcome)
      }),
    )
  })

  test('more positions than the bound', () => {
    const coordinates = Array.from({ length: 11 }, (_, i) => [i, i] as const)
    const bytes = encodeWkb({ type: 'LineString', coordinates })
    expect(code(() => readWkb(bytes, { positions: 10 }))).toBe('geometry-large')
    expect(readWkb(bytes, { positions: 11 }).geometry.type).toBe('LineString')
  })

  test('what has no number is never written', () => {
    expect(code(() => encodeWkb({ type: 'Point', coordinates: [1, NaN] }))).toBe('geometry-number')
  })
})
