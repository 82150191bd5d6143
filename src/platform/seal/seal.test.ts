import { expect, test } from 'vitest'
import { newSealKey, sealHolds, sealText } from './index.ts'

const text = 'Bản công bố 1'

test('a seal holds for its own text and key alone, so that nothing altered passes for published', () => {
  const [ours, other] = [newSealKey(), newSealKey()]
  const seal = sealText(text, ours.privateKey)
  expect(sealHolds(text, seal, ours.publicKey)).toBe(true)
  expect(sealHolds(`${text} `, seal, ours.publicKey)).toBe(false)
  expect(sealHolds(text, seal, other.publicKey)).toBe(false)
  expect(sealHolds(text, sealText(text, other.privateKey), ours.publicKey)).toBe(false)
})

test('the same text is sealed the same way, so that an edition made twice is one', () => {
  const { privateKey } = newSealKey()
  expect(sealText(text, privateKey)).toBe(sealText(text, privateKey))
})

test.each(['', 'x', '!', 'A'.repeat(86)])('what is no seal or no key holds nothing: %s', (broken) => {
  const { publicKey, privateKey } = newSealKey()
  expect(sealHolds(text, broken, publicKey)).toBe(false)
  expect(sealHolds(text, sealText(text, privateKey), broken)).toBe(false)
})

// RFC 8032, 7.1, TEST 2.
test('a seal of somebody else’s program is read: the standard’s own example holds', () => {
  const publicKey = Buffer.from('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'hex')
  const signature = Buffer.from(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    'hex',
  )
  expect(sealHolds('r', signature.toString('base64url'), publicKey.toString('base64url'))).toBe(true)
})
