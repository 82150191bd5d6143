import type { Span } from '../../../domain/span.ts'

/** A printed line of a text file. */
export interface Line {
  /** Its text without blanks at both ends. */
  readonly at: Span
  readonly text: string
  /** Everything on the line, blanks too: columns are told from it. */
  readonly raw: string
  readonly start: number
  readonly page: number
  readonly gapBefore: boolean
}

/** Lines of a clean text that hold something. A form feed, which the text no longer holds, opens a page. */
export function linesOf(text: string, feeds: readonly number[]): Line[] {
  const lines: Line[] = []
  let gap = false
  let page = 1
  let start = 0
  for (const raw of text.split('\n')) {
    while (page <= feeds.length && (feeds[page - 1] ?? Infinity) <= start + leading(raw)) page++
    const content = raw.trim()
    const from = start + leading(raw)
    if (content === '') gap = true
    else {
      lines.push({ at: [from, from + content.length], text: content, raw, start, page, gapBefore: gap })
      gap = false
    }
    start += raw.length + 1
  }
  return lines
}

const leading = (raw: string) => raw.length - raw.trimStart().length

/** Takes form feeds out and says where they stood; a line that one cuts is two lines. */
export function takeFeeds(text: string): { readonly text: string; readonly feeds: readonly number[] } {
  const feeds: number[] = []
  let whole = ''
  text.split('\f').forEach((page, i) => {
    if (i > 0 && whole !== '' && !whole.endsWith('\n')) whole += '\n'
    if (i > 0) feeds.push(whole.length)
    whole += page
  })
  return { text: whole, feeds }
}
