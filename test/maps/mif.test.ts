import { expect, test } from 'vitest'
import { fromTcvn3 } from '../../src/domain/legacy-text.ts'
import { readMap } from './folder.ts'

const mif = `Version 300
Charset "WindowsLatin1"
Delimiter ","
CoordSys Earth Projection 8, 104, "m", 108, 0, 0.9999, 500000, 0
Columns 1
  ten Char(40)
Data

${'Point 578424.605 1633280.586\n'.repeat(3)}`

// As bytes of code page 1258, where the tone follows its vowel, and of an old font.
const page = [
  '\xD0\xE2\xEC\x74 \xF4\xD2 \xF0\xF4 thi\xF2',
  '\xF0\xFD\xF5\xCCng b\xEA t\xF4ng',
  'm\xFD\xF5ng n\xFD\xF5\xEC\x63',
]
const font = ['§Êt ë ®« thÞ', '®­êng bª t«ng', 'm­¬ng n­íc']
const read = (text: string) =>
  new TextDecoder('windows-1258').decode(Buffer.from(text, 'latin1')).normalize('NFC')

test.each([
  ['windows-1258', page, read],
  ['TCVN3', font, fromTcvn3],
] as const)(
  'a MIF that calls its %s letters WindowsLatin1',
  { timeout: 60_000 },
  async (name, texts, words) => {
    const mid = texts.map((text) => `"${text}"\r\n`).join('')
    const { file, features } = await readMap([
      { name: 'a.mif', bytes: Buffer.from(mif) },
      { name: 'a.mid', bytes: Buffer.from(mid, 'latin1') },
    ])
    expect(file.encoding).toEqual({ name, from: 'detected' })
    expect(features.map(({ properties }) => properties['ten'])).toEqual(texts.map(words))
    expect(features.at(-1)?.properties['ten']).toBe('mương nước')
  },
)
