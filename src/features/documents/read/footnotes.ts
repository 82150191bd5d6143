import { Strand } from '../../../domain/strand.ts'
import type { Footnote } from '../model.ts'
import { isLine, joined, type Item, type Line } from './lines.ts'
import { labelsOf } from './numbering.ts'
import { beginsLower, endsLoose, endsSentence } from './words.ts'

export interface Notes {
  readonly items: readonly Item[]
  readonly footnotes: readonly Footnote[]
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const begins = new RegExp(
  String.raw`^(?:⁽([${raised}]+)⁾|([${raised}]+)|\((\d{1,3})\)|\[\^?(\d{1,3})\]:?)\s*(?=\S)`,
  'u',
)
/** "1 Năm 2025, …" at a page's foot, where scanning or copying has set the raised number plain. */
const plainNumber = /^(\d{1,2})\s+(?=\p{Lu})/u
/** No official paper cries out: behind a word a "!" is a raised 1 that recognition took for one. */
const cried = /(?<=[\p{L}\d%)”"²³])!(?=[\s;,.)]|$)/u
/** A note that lost its number at a page's foot says where its figures come from. */
const sourced = /^(?:[!'’]\s*)?(?:Theo|Nguồn|Số liệu|Tính đến|Năm \d{4}|Cuối năm \d{4})(?!\p{L})/u
const opens = (text: string) => begins.exec(text) ?? plainNumber.exec(text)
const mark = new RegExp(
  String.raw`⁽([${raised}]+)⁾|(?<=[\p{L}\d%)”".,;])(?<!\d\s?[km]?m)([${raised}]+)|(?<=[\p{L}%)”"])\((\d{1,3})\)|(?<=\S)\[\^?(\d{1,3})\](?!:)|(?<=\d%)(\d{1,2})(?=[\s;,.)]|$)`,
  'gu',
)

/** Takes the notes at the foot of pages out of the running text; the line after them goes on with the line before. */
export function withoutFootnotes(items: readonly Item[]): Notes {
  const marks = marksOf(items)
  const lost = lostNote(items)
  const kept: Item[] = []
  const footnotes: Footnote[] = []
  let broken = false
  let index = 0
  while (index < items.length) {
    const item = items[index]
    if (!item) break
    const end = isLine(item) ? noteEnd(items, index, marks, lost) : index
    if (end > index) {
      footnotes.push(...notesOf(items.slice(index, end).filter(isLine)))
      broken = true
      index = end
      continue
    }
    kept.push(isLine(item) && broken ? { ...item, afterPage: true } : item)
    broken = false
    index++
  }
  return { items: kept, footnotes }
}

/** Where a mark first stands, and whether it is a raised number: others may be no marks. */
interface Mark {
  readonly index: number
  readonly raised: boolean
}

/** Numbers of the marks in the running text, with the first item each stands in. */
function marksOf(items: readonly Item[]): ReadonlyMap<number, Mark> {
  const found = new Map<number, Mark>()
  for (const [index, item] of items.entries())
    for (const match of isLine(item) ? item.strand.text.matchAll(mark) : []) {
      const no = numberOf(match)
      if (match.index > 0 && !found.has(no))
        found.set(no, { index, raised: (match[1] ?? match[2]) !== undefined })
    }
  const index = items.findIndex((item) => isLine(item) && cried.test(item.strand.text))
  if (index >= 0 && !found.has(1)) found.set(1, { index, raised: true })
  return found
}

function numberOf(match: RegExpExecArray | RegExpMatchArray): number {
  const digits = match.slice(1).find((group) => group !== undefined) ?? ''
  return Number(digits.replaceAll(/[^\d]/gu, (digit) => String(raised.indexOf(digit))))
}

/** The note at a page's foot that lost its number, where a mark before it was taken for "!"; -1 where none did. */
function lostNote(items: readonly Item[]): number {
  const cry = items.findIndex((item) => isLine(item) && cried.test(item.strand.text))
  if (cry < 0) return -1
  return items.findIndex((item, index) => {
    const next = items[index + 1]
    const foot = next === undefined || (isLine(next) && next.afterPage)
    return index > cry && isLine(item) && item.gap && foot && sourced.test(item.strand.text)
  })
}

/** Where the notes that begin at `start` end; `start` where none begins there. */
function noteEnd(
  items: readonly Item[],
  start: number,
  marks: ReadonlyMap<number, Mark>,
  lost: number,
): number {
  const isNote = (index: number): boolean => {
    const item = items[index]
    if (!item || !isLine(item)) return false
    if (item.block.note !== null) return true
    if (index === lost) return true
    const match = opens(item.strand.text)
    const known = match && marks.get(numberOf(match))
    const plain = match !== null && /^\d/.test(match[0])
    return !!known && known.index < index && (!plain || (known.raised && item.gap))
  }
  if (!isNote(start)) return start
  let last = start
  for (let index = start + 1; index < items.length && mayBelong(items[index]); index++)
    if (isNote(index)) last = index
  return resume(items, start, last)
}

/** A numbered item or a table ends the search for further notes of the same page. */
function mayBelong(item: Item | undefined): boolean {
  if (!item || !isLine(item)) return false
  return (
    !labelsOf(item.strand).some((label) => label.style !== 'bracket') && !/^Nơi nhận/i.test(item.strand.text)
  )
}

/** The first item after the last note of a page that belongs to the running text again. */
function resume(items: readonly Item[], start: number, last: number): number {
  const first = items[start]
  if (first && isLine(first) && first.block.note !== null) return last + 1
  const before = items[start - 1]
  const cut =
    before !== undefined &&
    isLine(before) &&
    (endsLoose(before.strand.text) || !endsSentence(before.strand.text))
  let end = last + 1
  while (end < items.length && goesOn(items, end)) end++
  if (cut)
    for (let index = end; index < items.length && mayBelong(items[index]); index++) {
      const item = items[index]
      if (item && isLine(item) && beginsLower(item.strand.text)) return index
    }
  return end
}

/** A printed line of the same paragraph as the line before it. */
function goesOn(items: readonly Item[], index: number): boolean {
  const item = items[index]
  return (
    item !== undefined && isLine(item) && !item.gap && !item.afterPage && labelsOf(item.strand).length === 0
  )
}

function notesOf(lines: readonly Line[]): Footnote[] {
  const groups: { no: number; lines: Line[] }[] = []
  for (const line of lines) {
    const match = opens(line.strand.text)
    const last = groups.at(-1)
    // Only a note whose mark was taken for "!" begins without a number: recognition does so with a 1.
    const no = line.block.note ?? (match ? numberOf(match) : last ? null : 1)
    if (no === null || (last && last.no === no)) last?.lines.push(line)
    else groups.push({ no, lines: [match ? { ...line, strand: line.strand.slice(match[0].length) } : line] })
  }
  return groups.map(({ no, lines }) => footnote(no, inParagraphs(lines)))
}

/** Paragraphs of a note stay on lines of their own. */
function inParagraphs(lines: readonly Line[]): Strand {
  const paragraphs: Line[][] = []
  for (const line of lines)
    if (line.gap || paragraphs.length === 0) paragraphs.push([line])
    else paragraphs.at(-1)?.push(line)
  return Strand.join(
    paragraphs.flatMap((group, index) =>
      index === paragraphs.length - 1 ? [joined(group)] : [joined(group), group.at(-1)?.tail ?? Strand.empty],
    ),
  )
}

const footnote = (no: number, strand: Strand): Footnote => ({ no, text: strand.text, at: strand.at() })
