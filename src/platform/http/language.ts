import type { Language } from '../../domain/fault.ts'

/** The language a reader asks for, of the two we speak; Vietnamese where nothing or neither is asked for. */
export function acceptedLanguage(header: string | null | undefined): Language {
  const asked = (header ?? '').split(',').map((part) => {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';')
    const weight = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((q) => q !== undefined)
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
  })
  const best = asked
    .filter(({ language, weight }) => weight > 0 && (language === 'vi' || language === 'en'))
    .toSorted((a, b) => b.weight - a.weight)[0]
  return best?.language === 'en' ? 'en' : 'vi'
}
