import { data, type LoaderFunctionArgs, type MetaDescriptor } from 'react-router'
import { parseDay, type Day } from '../../../domain/day.ts'
import type { Language } from '../../../domain/fault.ts'
import { languageOf } from '../../../ui/language.ts'
import { servicesKey } from '../../../ui/services.ts'
import type { PublishedTerritory } from '../model/published.ts'
import { otherUnitPath } from '../rules/paths.ts'

/** The edition of units in force, as its pages read it. */
export interface TerritoryView {
  readonly territory: PublishedTerritory
}

declare module '../../../ui/services.ts' {
  interface PageServices {
    /** Null or absent where no units are published yet. */
    readonly units?: TerritoryView | null
  }
}

/** What every page of units starts from. */
export function unitsOf({ context, request }: LoaderFunctionArgs) {
  const { units, origin } = context.get(servicesKey)
  if (!units) throw data(null, { status: 503, statusText: 'no edition' })
  const url = new URL(request.url)
  const { territory } = units
  return { territory, origin, url, path: url.pathname, language: languageOf(url.pathname) }
}

/** A day asked for in the address; what is no day counts as not asked. */
export function dayAsked(url: URL, name: string): Day | null {
  return parseDay(url.searchParams.get(name) ?? '')
}

interface Titled {
  readonly title: string
  readonly origin: string
  readonly path: string
  readonly language: Language
}

export function unitsMeta({ title, origin, path, language }: Titled): MetaDescriptor[] {
  const other = otherUnitPath(path, language)
  return [
    { title },
    { name: 'description', content: title },
    { property: 'og:title', content: title },
    { property: 'og:url', content: `${origin}${path}` },
    { tagName: 'link', rel: 'canonical', href: `${origin}${path}` },
    ...(other === null
      ? []
      : [
          {
            tagName: 'link',
            rel: 'alternate',
            hrefLang: language === 'vi' ? 'en' : 'vi',
            href: `${origin}${other}`,
          },
        ]),
  ]
}
