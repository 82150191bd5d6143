import type { Language } from '../../../domain/fault.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

export type PublicWords = typeof vi

/** The words of the public pages in a language. */
export function publicWords(language: Language): PublicWords {
  return language === 'vi' ? vi : en
}
