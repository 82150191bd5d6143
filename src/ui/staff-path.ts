import type { Language } from '../domain/fault.ts'

/** Address of a staff page in a language. */
export function staffPath(language: Language, path = ''): string {
  return `${language === 'en' ? '/en' : ''}/can-bo${path}`
}
