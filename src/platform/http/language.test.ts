import { expect, test } from 'vitest'
import { acceptedLanguage } from './language.ts'

test.each([
  [undefined, 'vi'],
  ['', 'vi'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,vi;q=0.8', 'en'],
  ['vi-VN,en;q=0.9', 'vi'],
  ['en;q=0.2, vi;q=0.7', 'vi'],
  ['fr, de;q=0.9', 'vi'],
  ['fr, en;q=0', 'vi'],
])('a browser that asks for %s is answered in %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language)
})
