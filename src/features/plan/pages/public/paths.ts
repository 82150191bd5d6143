import type { Language } from '../../../../domain/fault.ts'
import { otherUnitPath } from '../../../territory/rules/paths.ts'

/** Addresses of the public pages. They are printed and shared, so they stay. */
const pages = {
  home: { vi: '/', en: '/en' },
  plan: { vi: '/ke-hoach', en: '/en/plan' },
  targets: { vi: '/chi-tieu', en: '/en/targets' },
  tasks: { vi: '/nhiem-vu', en: '/en/tasks' },
  byBody: { vi: '/nhiem-vu/co-quan', en: '/en/tasks/bodies' },
  byTime: { vi: '/nhiem-vu/thoi-gian', en: '/en/tasks/time' },
  filter: { vi: '/nhiem-vu/loc', en: '/en/tasks/filter' },
  organisation: { vi: '/to-chuc-thuc-hien', en: '/en/organisation' },
  data: { vi: '/du-lieu', en: '/en/data' },
  search: { vi: '/tim', en: '/en/search' },
} as const

export type PageName = keyof typeof pages

export const pageNames = Object.keys(pages) as PageName[]

export function pathOf(page: PageName, language: Language): string {
  return pages[page][language]
}

export function taskPath(key: string, language: Language): string {
  return `${pages.tasks[language]}/${key}`
}

export function clausePath(id: string, language: Language): string {
  return `${pages.plan[language]}#${id}`
}

/** The same page in the other language; its home page where the address is none of ours. */
export function otherPath(path: string, language: Language): string {
  const other = language === 'vi' ? 'en' : 'vi'
  const clean = path === '/' ? path : path.replace(/\/$/, '')
  const page = pageNames.find((name) => pages[name][language] === clean)
  if (page) return pages[page][other]
  const unit = otherUnitPath(clean, language)
  if (unit !== null) return unit
  const task = clean.startsWith(`${pages.tasks[language]}/`)
    ? clean.slice(pages.tasks[language].length + 1)
    : ''
  return task === '' ? pages.home[other] : taskPath(task, other)
}

/** Pages that are files of an edition; filter and search are rendered on request. */
export const publishedPages = pageNames.filter((name) => name !== 'filter' && name !== 'search')
