import { describe, expect, test } from 'vitest'
import { decodeAs, decoderOf, detectEncoding } from './encoding.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const tcvn3 = 'Céng hßa x· héi chñ nghÜa ViÖt Nam. §Êt ë ®« thÞ, ®Êt c©y xanh, mÆt n­íc'
const vni = 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñaát ôû ñoâ thò, ñaát caây xanh, maët nöôùc'
const right = 'Cộng hòa xã hội chủ nghĩa Việt Nam. Đất ở đô thị, đất cây xanh, mặt nước'

describe('text of old maps', () => {
  test.each([
    ['TCVN3', tcvn3],
    ['VNI', vni],
  ])('%s is told by its letters and comes out in Unicode', (name, text) => {
    expect(detectEncoding(latin1(text))).toEqual({ name, from: 'detected' })
    expect(decoderOf(name)(latin1(text))).toBe(right)
    // GDAL has turned Latin-1 into UTF-8 already, where it knew no better.
    expect(decodeAs(name)(text)).toBe(right)
  })

  test('Windows-1258 has its tones beside the vowels; they are put together', () => {
    const bytes = Buffer.from([
      0xd0, 0xe2, 0xec, 0x74, 0x20, 0x6c, 0x75, 0xec, 0x61, 0x20, 0x6d, 0xe0, 0xcc, 0x75, 0x20, 0x78, 0x61,
      0xec,
    ])
    expect(detectEncoding(bytes).name).toBe('windows-1258')
    expect(decoderOf('windows-1258')(bytes)).toMatch(/^Đất lúa /)
  })

  test('what says nothing is said to be unsure', () => {
    expect(detectEncoding(latin1('caf\u00e9'))).toMatchObject({ from: 'unsure' })
  })

  test('UTF-8 in two forms is one', () => {
    expect(decodeAs('UTF-8')(Buffer.from('Đất'.normalize('NFD')))).toBe('Đất')
  })
})
