import { expect, test } from 'vitest'
import { alike, phrases } from './lexicon.ts'
import { toneSlips } from './tones.ts'

const every = [...phrases, ...alike]

test('each phrase is two syllables or more, in NFC and small letters: others would never be found', () => {
  expect(every.length).toBeGreaterThan(500)
  const odd = every.filter(
    (phrase) => phrase !== phrase.normalize('NFC').toLowerCase() || !/^\p{L}+(?: \p{L}+)+$/u.test(phrase),
  )
  expect(odd).toEqual([])
})

test('no phrase of the lexicon is itself called a slip', () => {
  const doubted = every.filter((phrase) => toneSlips(`Việc ${phrase}.`).length > 0)
  expect(doubted).toEqual([])
})
