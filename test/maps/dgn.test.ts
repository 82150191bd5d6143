import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planarArea, decodeWkb } from '../../src/domain/geometry/index.ts'
import { madeMaps, readMap } from './folder.ts'

const maps = madeMaps()

/** The 16 bytes beside an element that say its fill is of the colour with this number. */
const fillOf = (colour: number) => Buffer.from([7, 0x10, 0x41, 0, 2, 8, 1, 0, colour, 0, 0, 0, 0, 0, 0, 0])

test(
  'a design of MicroStation V7: levels, colours of lines and fills, and labels in an old font',
  { timeout: 60_000 },
  async () => {
    const bytes = readFileSync(join(maps(), 've.dgn'))
    // What GDAL cannot write: a fill in place of a line style, and letters of TCVN3.
    bytes.set(fillOf(4), bytes.indexOf(Buffer.from([7, 0x10, 0x62, 0x5e]), 0))
    bytes.set(Buffer.from('§Êt ë ®« thÞ cña hé gia ®×nh', 'latin1'), bytes.indexOf('A'.repeat(28)))
    bytes.set(Buffer.from('ranh giíi thöa ®Êt', 'latin1'), bytes.indexOf('B'.repeat(18)))
    const { file, features } = await readMap({ name: 've.dgn', bytes })
    expect(file.encoding).toEqual({ name: 'TCVN3', from: 'detected' })
    expect(features.map(({ style }) => style)).toEqual([
      { cadLevel: 12, colour: '#ff0000', fill: '#ffff00' },
      { cadLevel: 13, colour: '#ff00ff' },
      { cadLevel: 14, colour: '#00ff00', label: 'Đất ở đô thị của hộ gia đình' },
      { cadLevel: 14, colour: '#00ff00', label: 'ranh giới thửa đất' },
    ])
    expect(planarArea(decodeWkb(features[0]!.wkb!))).toBe(100)
  },
)
