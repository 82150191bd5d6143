import { describe, expect, test } from 'vitest'
import { labelIn, plainCad, plainMtext } from './cad.ts'

describe('labels of drawings', () => {
  test.each([
    ['LUC\\P13', 'LUC\n13'],
    ['\\A1;{\\fArial|b0|i0|c163|p34;\\H2.5x;ODT} \\S12/350,5;', 'ODT 12/350,5'],
    ['350m\\S2^ ;', '350m2'],
    ['\\{a\\}\\~\\\\b', '{a} \\b'],
  ])('%s of a DWG', (text, plain) => {
    expect(plainMtext(text)).toBe(plain)
  })

  test('letters by number, and lines over and under', () => {
    expect(plainCad('%%u\\U+0110\\U+1ea5t%%u')).toBe('Đất')
  })

  test.each([
    ['.VnTime', '§Êt ë', 'Đất ở'],
    ['.VnTimeH', '®Êt ë', 'ĐẤT Ở'],
    ['VNI-Times', 'Ñaát ôû', 'Đất ở'],
    // The style says the old font, the text was typed in Unicode all the same.
    ['.VnTime', 'Đất ở', 'Đất ở'],
    ['Arial', 'Thôn', 'Thôn'],
  ])('a label drawn in %s', (font, text, plain) => {
    expect(labelIn(font, text)).toBe(plain)
  })
})
