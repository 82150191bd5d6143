import { Strand } from '../../../domain/strand.ts'
import type { ClauseNode, ReadingIssue, ReadTable } from '../model.ts'
import { labelsOf, mendedRoman, rank, type Label, type Style } from './numbering.ts'
import type { Whole } from './paragraphs.ts'
import { endsSentence, isCapitals } from './words.ts'

export type BodyPart =
  | { readonly kind: 'text'; readonly whole: Whole }
  | { readonly kind: 'table'; readonly table: ReadTable }

export interface Clauses {
  readonly clauses: readonly ClauseNode[]
  /** What stands before the first number. */
  readonly opening: readonly Whole[]
  /** Tables before the first number. */
  readonly tables: readonly ReadTable[]
  /** The numbers themselves. */
  readonly labels: readonly Strand[]
  readonly issues: readonly ReadingIssue[]
}

interface Draft {
  readonly id: string
  readonly no: string
  readonly style: Style
  readonly order: readonly number[]
  readonly parent: Draft | null
  strand: Strand
  tail: Strand
  readonly body: Whole[]
  readonly tables: ReadTable[]
  children: number
}

/** Numbered paragraphs as a tree; each takes the paragraphs without a number that follow it. */
export function clausesOf(parts: readonly BodyPart[], root = ''): Clauses {
  const drafts: Draft[] = []
  const opening: Whole[] = []
  const tables: ReadTable[] = []
  const issues: ReadingIssue[] = []
  const seen: Seen = { ids: new Map(), last: new Map() }
  const labels: Strand[] = []
  const romans = hasRomans(parts)
  let open: Draft[] = []
  for (const part of parts) {
    const last = drafts.at(-1)
    if (part.kind === 'table') {
      ;(last?.tables ?? tables).push(part.table)
      continue
    }
    const label = accepted(part.whole, open, romans)
    if (label) {
      open = parentsOf(open, label)
      const draft = draftOf(part.whole, label, open.at(-1) ?? null, seen, root)
      reportNumber(draft, label, seen, part.whole, issues)
      labels.push(part.whole.strand.slice(0, label.length))
      open.push(draft)
      drafts.push(draft)
    } else if (last && last.strand.length === 0 && last.body.length === 0) {
      // "Chương I" stands alone on its line; its title is the next.
      last.strand = part.whole.strand
      last.tail = part.whole.tail
    } else (last?.body ?? opening).push(part.whole)
  }
  return { clauses: drafts.map(nodeOf), opening, tables, labels, issues }
}

/** The label that fits the order of what is open; null where the number is only part of the text. */
function accepted(whole: Whole, open: readonly Draft[], romans: boolean): Label | null {
  const labels = labelsOf(whole.strand)
  const first = labels[0]
  if (romans && first && isCapitals(whole.strand.text.slice(first.length))) {
    const before = open.findLast((draft) => draft.style === 'roman')
    const mended = mendedRoman(first, (before?.order[0] ?? 0) + 1)
    if (mended) return mended
  }
  return (
    labels.find((label) => fits(label, open)) ??
    labels.find((label) => whole.gap && !label.loose && clear(label)) ??
    null
  )
}

/** Headings in capitals are numbered in roman somewhere: then a `1.` before capitals is one that lost its shape. */
const hasRomans = (parts: readonly BodyPart[]): boolean =>
  parts.some(
    (part) =>
      part.kind === 'text' &&
      labelsOf(part.whole.strand).some(
        (label) => label.style === 'roman' && isCapitals(part.whole.strand.text.slice(label.length)),
      ),
  )

/** Follows a number that is open, or is the first of its style. */
function fits(label: Label, open: readonly Draft[]): boolean {
  if (label.order.some((place) => place === 0)) return false
  if (byWord.has(label.style)) return true
  const sibling = open.findLast(
    (draft) => draft.style === label.style && draft.order.length === label.order.length,
  )
  if (sibling && (isNext(sibling.order, label.order) || skipsLetter(sibling, label))) return true
  if (label.order.length > 1) {
    const above = open.findLast(
      (draft) => draft.style === 'number' && draft.order.length === label.order.length - 1,
    )
    return (
      label.order.at(-1) === 1 &&
      (!above || above.order.every((place, index) => place === label.order[index]))
    )
  }
  return label.order[0] === 1 && !label.loose && (label.style !== 'letter' || open.length > 0)
}

/** `đ)` after `c)`: d and đ are taken for each other. */
const skipsLetter = (sibling: Draft, label: Label): boolean =>
  label.style === 'letter' && (label.order[0] ?? 0) - (sibling.order[0] ?? 0) === 2

/** "Chương II", "Điều 5.": the word says that a number begins; articles count on through chapters. */
const byWord: ReadonlySet<Style> = new Set(['part', 'chapter', 'section', 'article'])

function isNext(before: readonly number[], now: readonly number[]): boolean {
  return now.every((place, index) => place === (before[index] ?? 0) + (index === now.length - 1 ? 1 : 0))
}

/** Out of order, yet so plainly a number at the start of a paragraph that it is taken and reported. */
function clear(label: Label): boolean {
  const last = label.order.at(-1) ?? 0
  return (
    last > 0 &&
    last <= 60 &&
    label.style !== 'upper' &&
    (label.style !== 'number' || label.order.length > 1 || last <= 40)
  )
}

/** What the new number stands under. */
function parentsOf(open: readonly Draft[], label: Label): Draft[] {
  const parents = [...open]
  while (parents.length > 0) {
    const top = parents.at(-1)
    if (!top || isParent(top, label)) break
    parents.pop()
  }
  return parents
}

function isParent(top: Draft, label: Label): boolean {
  if (top.style === label.style)
    return (
      top.order.length < label.order.length && top.order.every((place, index) => place === label.order[index])
    )
  return rank[top.style] < rank[label.style]
}

/** What came before: how often each path, and the last of each style under each parent. */
interface Seen {
  readonly ids: Map<string, number>
  readonly last: Map<string, Draft>
}

function draftOf(whole: Whole, label: Label, parent: Draft | null, seen: Seen, root: string): Draft {
  const base = idOf(label, parent, root)
  const times = (seen.ids.get(base) ?? 0) + 1
  seen.ids.set(base, times)
  const id = times === 1 ? base : `${base}~${times}`
  if (parent) parent.children++
  const { style, no, order } = label
  const strand = whole.strand.slice(label.length)
  return { id, no, style, order, parent, strand, tail: whole.tail, body: [], tables: [], children: 0 }
}

const prefix: Partial<Record<Style, string>> = { part: 'P', chapter: 'C', section: 'M', article: 'Đ' }

/** Path of numbers; an article counts through the whole document, so chapters are no part of its path. */
function idOf(label: Label, parent: Draft | null, root: string): string {
  const no = label.style === 'part' ? String(label.order[0] ?? '') : label.no
  const own = `${prefix[label.style] ?? ''}${no}`
  if (label.style === 'article' || !parent) return root + own
  const container = label.order.length > 1 ? above(parent) : parent
  return container ? `${container.id}.${own}` : root + own
}

/** For `2.1` the path goes on from what `2` stands under. */
function above(draft: Draft): Draft | null {
  return draft.style === 'number' ? (draft.parent ? above(draft.parent) : null) : draft
}

function reportNumber(draft: Draft, label: Label, seen: Seen, whole: Whole, issues: ReadingIssue[]): void {
  const at = whole.strand.slice(0, label.length).trim()
  if (label.mended) issues.push({ code: 'number-slip', found: at.text, suggest: `${label.no}.`, at: at.at() })
  if (draft.id.includes('~'))
    issues.push({ code: 'number-repeated', found: at.text, suggest: null, at: at.at() })
  const place = `${draft.parent?.id ?? ''} ${draft.style}`
  const before = seen.last.get(place)
  seen.last.set(place, draft)
  const expected = before
    ? isNext(before.order, draft.order)
    : draft.order.at(-1) === 1 || draft.style === 'article'
  if (!expected && !draft.id.includes('~'))
    issues.push({ code: 'number-order', found: at.text, suggest: null, at: at.at() })
}

function nodeOf(draft: Draft): ClauseNode {
  const { id, no, parent, strand, body, tables } = draft
  const parts = [strand, ...body.map((whole) => whole.strand)]
  const tails = [draft.tail, ...body.map((whole) => whole.tail)]
  const all = Strand.join(
    parts.flatMap((part, index) =>
      index === parts.length - 1 ? [part] : [part, tails[index] ?? Strand.empty],
    ),
  )
  return {
    id,
    no,
    parent: parent?.id ?? null,
    heading: isHeading(draft),
    text: all.text,
    at: all.at(),
    strand,
    body: body.map((whole) => whole.strand),
    tables,
  }
}

function isHeading({ strand, body, children, tables, style }: Draft): boolean {
  if (children > 0) return !/\.[\s:]*$/.test(strand.text)
  const title =
    !endsSentence(strand.text) ||
    (/[^.;]\s*:$/.test(strand.text) && !/[.;]\s*:$/.test(strand.text) && strand.length < 80)
  return title && (body.length > 0 || tables.length > 0 || isCapitals(strand.text) || style === 'roman')
}
