import type { MetaDescriptor } from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import picture from '../../../../ui/public/share.png'
import { otherPath } from './paths.ts'

interface Shared {
  readonly title: string
  readonly description: string
  readonly origin: string
  readonly path: string
  readonly language: Language
}

/** What a shared link shows (Zalo reads og: only), and where the same page stands in the other language. */
export function pageMeta({ title, description, origin, path, language }: Shared): MetaDescriptor[] {
  const other = language === 'vi' ? 'en' : 'vi'
  const link = (rel: string, href: string, hrefLang?: string): MetaDescriptor => ({
    tagName: 'link',
    rel,
    href: `${origin}${href}`,
    ...(hrefLang && { hrefLang }),
  })
  return [
    { title },
    { name: 'description', content: description },
    { property: 'og:type', content: 'website' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: `${origin}${path}` },
    { property: 'og:locale', content: language === 'vi' ? 'vi_VN' : 'en_GB' },
    { property: 'og:image', content: `${origin}${picture}` },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    link('canonical', path),
    link('alternate', path, language),
    link('alternate', otherPath(path, language), other),
  ]
}
