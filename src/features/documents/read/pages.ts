import { isLine, type Item, type Line } from './lines.ts'
import { bare, beginsLower, endsSentence } from './words.ts'

/** What stands on a page but not in the document: numbers and running heads. */
export interface Pages {
  readonly items: readonly Item[]
  readonly furniture: readonly Line[]
}

/** `2`, `- 2 -`, `Trang 2`, `2/15`. */
const pageNumber =
  /^(?:[-–—~\s]*\d{1,3}[-–—~\s]*|(?:trang|page)\s*:?\s*\d{1,4}(?:\s*(?:\/|of|trên)\s*\d{1,4})?|\d{1,4}\s*\/\s*\d{1,4})$/iu
/** Between dashes, or named: a page's number wherever it stands. */
const surely = /^(?:[-–—~]\s*\d{1,3}\s*[-–—~]|trang\s*:?\s*\d{1,4}(?:\s*(?:\/|trên)\s*\d{1,4})?)$/iu
/** The label that invented documents bear. */
const illustration = /^[([]?\s*dữ liệu minh h[ọo][ạa]?\s*[)\]]?$/iu
/** What signing by certificate prints on the page: who, of which body, when. */
const signed = /^(?:(?:đã\s+)?(?:được\s+)?ký\s+(?:số\s+)?bởi|người\s+ký|(?:ngày|thời\s+gian|giờ)\s+ký)\s*:/iu
const signedBeside = /^(?:cơ\s+quan|chức\s+vụ|e-?mail)\s*:/iu
const rule = /^[-–—_=*~.\s]+$/

/** Takes page numbers, running heads and drawn lines out; the line after one knows that a page ended before it. */
export function withoutFurniture(items: readonly Item[]): Pages {
  const repeated = runningHeads(items)
  const own = ownNumber(items)
  const kept: Item[] = []
  const furniture: Line[] = []
  let broken = false
  let ruled = false
  for (const [index, item] of items.entries()) {
    if (isLine(item) && isFurniture(items, index, item, { repeated, own })) {
      furniture.push(item)
      if (rule.test(item.strand.text) || illustration.test(item.strand.text) || isStamp(items, index))
        ruled = true
      else broken = true
      continue
    }
    kept.push(isLine(item) ? { ...item, gap: item.gap || ruled, afterPage: item.afterPage || broken } : item)
    broken = false
    ruled = false
  }
  return { items: kept, furniture }
}

interface Heads {
  readonly repeated: ReadonlySet<string>
  /** The line with the document's own number, which later pages may bear. */
  readonly own: string | null
}

const headLines = 15
const sameAs = (own: string, line: Line): boolean => bare(line.strand.text) === own

function ownNumber(items: readonly Item[]): string | null {
  const found = items
    .slice(0, headLines)
    .find((item) => isLine(item) && /^s[ốo]\s*[:.]?\s*\d+\S*\s?[-/–]\s?\p{L}/iu.test(item.strand.text))
  return found && isLine(found) ? bare(found.strand.text) : null
}

function isFurniture(items: readonly Item[], index: number, line: Line, { repeated, own }: Heads): boolean {
  const text = line.strand.text
  if (line.block.furniture || rule.test(text) || illustration.test(text)) return true
  if (surely.test(text) || isStamp(items, index)) return true
  const next = items[index + 1]
  const numbered = own !== null && index > headLines
  if (pageNumber.test(text))
    return standsAlone(items, index) || (numbered && next !== undefined && isLine(next) && sameAs(own, next))
  if (numbered && sameAs(own, line) && atPageEdge(items, index)) return true
  return atPageEdge(items, index) && repeated.has(keyOf(text))
}

function isStamp(items: readonly Item[], index: number): boolean {
  const textAt = (at: number): string => {
    const item = items[at]
    return item && isLine(item) ? item.strand.text : ''
  }
  if (signed.test(textAt(index))) return true
  return signedBeside.test(textAt(index)) && [index - 1, index + 1].some((at) => signed.test(textAt(at)))
}

/**
 * A number by itself is a page's number where white space, a page's edge or other furniture stands on both sides,
 * or where it is set in the middle and cuts a sentence.
 */
function standsAlone(items: readonly Item[], index: number): boolean {
  const line = items[index]
  const before = items[index - 1]
  const after = items[index + 1]
  if (!line || !isLine(line) || !before) return false
  if (
    (line.gap || line.afterPage || atPageEdge(items, index)) &&
    (opensAt(after) || atPageEdge(items, index))
  )
    return true
  // A scan loses the white space between a note at a page's foot and the number under it.
  if (isLine(before) && endsSentence(before.strand.text) && opensAt(after)) return true
  const cuts =
    isLine(before) &&
    after !== undefined &&
    isLine(after) &&
    !endsSentence(before.strand.text) &&
    beginsLower(after.strand.text)
  return cuts && ((line.block.indent ?? 0) > 10 || line.block.align === 'center')
}

const opensAt = (item: Item | undefined): boolean =>
  item === undefined || !isLine(item) || item.gap || item.afterPage || pageNumber.test(item.strand.text)

function atPageEdge(items: readonly Item[], index: number): boolean {
  const line = items[index]
  if (!line || !isLine(line)) return false
  if (line.afterPage) return true
  const near = [items[index - 1], items[index + 1]]
  return near.some(
    (item) => item === undefined || (isLine(item) && (item.afterPage || pageNumber.test(item.strand.text))),
  )
}

/**
 * Lines that stand at the edge of three pages or more, alike but for their numbers, and nowhere else: a duty's
 * "Thời gian thực hiện: Thường xuyên" may open a page by chance, and stands within others too.
 */
function runningHeads(items: readonly Item[]): Set<string> {
  const count = new Map<string, number>()
  const within = new Set<string>()
  for (const [index, item] of items.entries()) {
    if (!isLine(item) || item.strand.length > 120) continue
    const key = keyOf(item.strand.text)
    if (!atPageEdge(items, index)) within.add(key)
    else if (key.length >= 4) count.set(key, (count.get(key) ?? 0) + 1)
  }
  return new Set([...count].filter(([key, times]) => times >= 3 && !within.has(key)).map(([key]) => key))
}

const keyOf = (text: string): string => bare(text).replaceAll(/\d+/g, '#')
