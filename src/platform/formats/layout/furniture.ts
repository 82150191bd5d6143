import type { DraftParagraph } from '../builder.ts'
import { isLine, type PageLine, type PagePart } from './page.ts'

/** The part of the page, from either edge, in which running heads and page numbers stand. */
const edge = 0.1
const pageNumber = /^[-–—\s]*(Trang\s*)?\d{1,4}(\s*\/\s*\d{1,4})?[-–—\s]*$/i

/**
 * Marks page numbers, and lines that come again on most pages at the same height and nowhere else: what stands
 * within a page too ("Thời gian: Thường xuyên") is text that only happened to open some pages.
 */
export function markFurniture(
  pages: readonly (readonly PagePart[])[],
  height: (page: number) => number,
): PagePart[][] {
  const heightOf = (line: PageLine, page: number): number => line.y / height(page)
  const atEdge = (line: PageLine, page: number): boolean =>
    heightOf(line, page) <= edge || heightOf(line, page) >= 1 - edge
  const keyOf = (line: PageLine, page: number): string =>
    `${Math.round(heightOf(line, page) * 100)}/${textKey(line)}`
  const seen = new Map<string, number>()
  const within = new Set<string>()
  for (const [page, parts] of pages.entries())
    for (const line of parts.filter(isLine)) {
      if (!atEdge(line, page)) within.add(textKey(line))
      else seen.set(keyOf(line, page), (seen.get(keyOf(line, page)) ?? 0) + 1)
    }
  const often = Math.max(3, pages.length / 2)
  const isFurniture = (line: PageLine, page: number): boolean =>
    atEdge(line, page) &&
    (pageNumber.test(line.draft.text) ||
      ((seen.get(keyOf(line, page)) ?? 0) >= often && !within.has(textKey(line))))
  return pages.map((parts, page) =>
    parts.map((part) => (isLine(part) && isFurniture(part, page) ? marked(part) : part)),
  )
}

const textKey = (line: PageLine): string => line.draft.text.replaceAll(/\d+/g, '#')

const marked = (line: PageLine): PageLine => ({
  ...line,
  draft: { ...line.draft, furniture: true } satisfies DraftParagraph,
})
