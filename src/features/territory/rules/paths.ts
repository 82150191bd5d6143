import type { Language } from '../../../domain/fault.ts'

/** Addresses of the public pages of units. They are printed and shared, so they stay. */
export const unitPaths = {
  vi: { list: '/don-vi', find: '/don-vi/tim', crosswalk: '/don-vi/doi-chieu' },
  en: { list: '/en/units', find: '/en/units/find', crosswalk: '/en/units/crosswalk' },
} as const

export const unitPath = (id: string, language: Language): string => `${unitPaths[language].list}/${id}`

/** The same page in the other language; null where the address is none of a unit. */
export function otherUnitPath(path: string, language: Language): string | null {
  const [own, other] = [unitPaths[language], unitPaths[language === 'vi' ? 'en' : 'vi']]
  for (const name of ['list', 'find', 'crosswalk'] as const) if (path === own[name]) return other[name]
  return path.startsWith(`${own.list}/`) ? `${other.list}${path.slice(own.list.length)}` : null
}

/** True for the pages of units in either language, the address with or without a slash at its end. */
export const isUnitPath = (path: string): boolean => /^\/(don-vi|en\/units)(\/|$)/.test(path)
