import type { DraftParagraph } from '../builder.ts'
import { isLine, type PagePart } from './page.ts'

/** The part of the page, from either edge, in which running heads and page numbers stand. */
const edge = 0.1

/** Marks page numbers, and lines that come again on most pages at the same height. */
export function markFurniture(
  pages: readonly (readonly PagePart[])[],
  height: (page: number) => number,
): PagePart[][] {
  const seen = new Map<string, number>()
  const keyOf = (part: PagePart, page: number): string | undefined => {
    if (!isLine(part)) return undefined
    const at = part.y / height(page)
    if (at > edge && at < 1 - edge) return undefined
    return `${Math.round(at * 100)}/${part.draft.text.replaceAll(/\d+/g, '#')}`
  }
  for (const [page, parts] of pages.entries())
    for (const key of new Set(parts.map((part) => keyOf(part, page))))
      if (key) seen.set(key, (seen.get(key) ?? 0) + 1)
  const often = Math.max(3, pages.length / 2)
  return pages.map((parts, page) =>
    parts.map((part) => {
      const key = keyOf(part, page)
      if (key === undefined || !isLine(part)) return part
      const number = /^[-–—\s]*(Trang\s*)?\d{1,4}(\s*\/\s*\d{1,4})?[-–—\s]*$/i.test(part.draft.text)
      if (!number && (seen.get(key) ?? 0) < often) return part
      return { ...part, draft: { ...part.draft, furniture: true } satisfies DraftParagraph }
    }),
  )
}
