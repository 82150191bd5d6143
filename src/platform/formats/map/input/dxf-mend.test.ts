import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Mend } from './dxf-mend.ts'

function mended(text: string, size = text.length): string {
  const out: string[] = []
  const mend = new Mend((part) => out.push(part))
  for (let at = 0; at < text.length; at += size) mend.take(text.slice(at, at + size))
  mend.end()
  return out.join('')
}

const lines = (...all: string[]) => all.map((line) => `${line}\r\n`).join('')
const label = (text: string) => lines('0', 'MTEXT', '8', 'CHU', '1', text)

describe('a drawing before GDAL reads it', () => {
  test('every byte of a drawing without stacks and layers that are off stays, however it is parted', () => {
    const pair = fc.tuple(
      fc.constantFrom('0', '  8', ' 10', '62', '1'),
      fc.string({ unit: fc.constantFrom('A', '1', '.', ' ', '\\', 'P', ';', '{', '\u00B5') }),
    )
    fc.assert(
      fc.property(
        fc.array(pair),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('\n', '\r\n'),
        (pairs, size, end) => {
          const text = pairs.map(([code, value]) => `${code}${end}${value}${end}`).join('')
          expect(mended(text, size)).toBe(text)
        },
      ),
    )
  })

  test.each([
    ['parcel over area: a line between, never one number', '\\S12/350.5;', '12/350.5'],
    ['a slanted fraction', '{\\H0.7x;\\S1#2;}', '{\\H0.7x;1/2}'],
    ['a square metre', '350m\\S2^ ;', '350m2'],
    ['a tolerance', '\\S+0.1^-0.2;', '+0.1 -0.2'],
    ['a stack that never ends', '\\S12/350', '\\S12/350'],
  ])('%s', (_, from, to) => {
    expect(mended(label(from))).toBe(label(to))
    expect(mended(label(from), 3)).toBe(label(to))
  })

  test('a layer that is off keeps its colour and is hidden as a frozen one; its neighbours stay', () => {
    const layer = (name: string, flags: string, colour: string) =>
      lines('0', 'LAYER', '2', name, '70', flags, ' 62', colour, '6', 'Continuous')
    const line = lines('0', 'LINE', '8', 'TAT', '62', '-1')
    expect(mended(layer('TAT', '    64', '    -3') + layer('THUA', '0', '3') + line)).toBe(
      layer('TAT', '    65', '    3') + layer('THUA', '0', '3') + line,
    )
  })

  test('what lies by layer in a block gets the colour of its own layer written out; on layer 0 it waits', () => {
    const layer = lines('0', 'LAYER', '2', 'NHA', '70', '0', '62', '5', '420', '1193046')
    const blocks = lines('0', 'SECTION', '2', 'BLOCKS')
    const line = (on: string, ...own: string[]) => lines('0', 'LINE', '8', on, ...own, '10', '0')
    const text = layer + blocks + line('NHA') + line('NHA', '62', '256') + line('NHA', '62', '4') + line('0')
    const shown = line('NHA', '62', '5', '420', '1193046')
    expect(mended(text)).toBe(layer + blocks + shown + shown + line('NHA', '62', '4') + line('0'))
  })
})
