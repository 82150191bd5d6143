import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { shippedLaw } from '../../../../../test/support/law.ts'
import { fromTcvn3, fromVni } from '../../../../domain/legacy-text.ts'
import { namesOfLaw } from './names.ts'
import { broken, hasHoles, proposeLost, vocabularyOf, type Vocabulary } from './lossy.ts'
import { fontOfTexts, repairLossless } from './lossless.ts'

/** Small letters first: their capitals stand for the same mark. */
const signs = Array.from({ length: 0x100 - 0xa1 }, (_, i) => String.fromCodePoint(0xff - i))
const letters = Array.from('àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ')
const inverse = (decode: (text: string) => string, typed: readonly string[]) =>
  new Map(letters.map((letter) => [letter, typed.find((text) => decode(text) === letter)]))
const vniTyped = [...Array.from('aeouyôö').flatMap((base) => signs.map((sign) => base + sign)), ...signs]
const toTcvn3 = inverse(fromTcvn3, signs)
const toVni = inverse(fromVni, vniTyped)
const typedIn = (map: ReadonlyMap<string, string | undefined>) => (text: string) =>
  Array.from(text.toLowerCase(), (letter) => map.get(letter) ?? letter).join('')
const misread = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
  ).join('')

let vocabulary: Vocabulary
let names: readonly string[] = []
beforeAll(async () => {
  names = namesOfLaw(await shippedLaw(), '2026-11-22' as never)
  vocabulary = vocabularyOf(names)
})

describe('broken text that lost nothing', () => {
  const known = fc.integer({ min: 0, max: 10_000 }).map((n) => names[n % names.length] ?? '')

  test.each([
    ['TCVN3', typedIn(toTcvn3)],
    ['VNI', typedIn(toVni)],
    ['UTF-8/Latin-1', misread],
    ['NFD', (text: string) => text.normalize('NFD')],
  ] as const)('%s is put right, or left as it is and told', (how, breaking) => {
    fc.assert(
      fc.property(known, (name) => {
        const right = how === 'TCVN3' || how === 'VNI' ? name.toLowerCase() : name
        const given = breaking(name)
        const font = how === 'TCVN3' || how === 'VNI' ? how : undefined
        const found = repairLossless(given, font)
        if (given === right) expect(found.text).toBe(right)
        else if (found.kind === 'doubt') expect(found.other).toBe(right)
        else expect(found).toEqual({ kind: 'repaired', text: right, how })
      }),
    )
  })

  test('what an old font is told by: one text that can be nothing else', () => {
    expect(fontOfTexts(['Céng hßa', '®Êt ë'])).toBe('TCVN3')
    expect(fontOfTexts(['ñaát ôû', 'khu daân cö'])).toBe('VNI')
    expect(fontOfTexts(['Đất ở', 'Sông Trà Câu', 'Hà', 'zone à urbaniser'])).toBeUndefined()
  })

  test('Vietnamese as it should be, and other languages, stay to the letter', () => {
    for (const text of [
      ...names,
      "zone à vocation d'équipement",
      'Ô đất số 3',
      'ĐƯỜNG QUỐC LỘ 1A',
      'L’Allée',
    ])
      expect(repairLossless(text)).toEqual({ kind: 'whole', text })
  })

  test('Ð of Icelandic stands for Đ', () =>
    expect(repairLossless('Ðường')).toEqual({ kind: 'repaired', text: 'Đường', how: 'Ð/Đ' }))
})

describe('broken text that lost letters', () => {
  test.each([
    ['Ð?t cây xanh dô th?', 'Đất cây xanh đô thị'],
    ['@M?t nu?c', '@Mặt nước'],
    ['@Nghia trang', null],
    ['@Ð?t nhóm nhà ?', '@Đất nhóm nhà ở'],
    ['Ð?t công c?ng don v? ? qh', 'Đất công cộng đơn vị ở qh'],
    ['QH_Ranh gi?i l?p quy ho?ch', undefined],
    ['Th?nh', undefined],
  ])('%s', (given, wanted) => {
    const found = proposeLost(given, vocabulary)
    if (wanted === null) expect(found).toEqual({ kind: 'whole' })
    else if (wanted === undefined) expect(found).toEqual({ kind: 'lost' })
    else expect(found).toEqual({ kind: 'proposed', text: wanted })
  })

  test('every known name is found again, or told as lost: never another one', () => {
    for (const name of names) {
      const given = broken(name)
      const found = proposeLost(given, vocabulary)
      if (found.kind === 'proposed') expect(found.text.toLowerCase()).toBe(name.toLowerCase())
      else expect(hasHoles(given)).toBe(found.kind === 'lost')
    }
    const told = names.filter((name) => proposeLost(broken(name), vocabulary).kind === 'proposed')
    expect(told.length).toBeGreaterThan(names.length * 0.6)
  })

  test('two wordings that break alike are not chosen between', () => {
    const two = vocabularyOf(['đất thể thao', 'đất thế thao'])
    expect(proposeLost('d?t th? thao', two)).toEqual({ kind: 'lost' })
  })
})
