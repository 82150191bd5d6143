import type { Language } from '../domain/fault.ts'

/** Vietnamese stands at the root, English below `/en`. */
export function languageOf(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'vi'
}
