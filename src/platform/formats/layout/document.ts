import type { Draft, DraftParagraph, DraftTable } from '../builder.ts'
import { markFurniture } from './furniture.ts'
import type { PageContent } from './model.ts'
import { markReferences, splitNotes } from './notes.ts'
import { pagesParts } from './page.ts'

/** All pages as drafts: text and tables in reading order, then the notes. */
export function documentDrafts(pages: readonly PageContent[]): Draft[] {
  const parts = markFurniture(pagesParts(pages), (page) => pages[page]?.height ?? 1)
  const body: Draft[] = []
  const notes: DraftParagraph[] = []
  let open: number | null = null
  for (const [i, page] of parts.entries()) {
    const split = splitNotes(page, pages[i]?.rules ?? [], open)
    body.push(...split.body.map((part) => part.draft))
    notes.push(...split.notes)
    open = split.open ?? open
  }
  const known = new Set(notes.flatMap((note) => (typeof note.note === 'number' ? [note.note] : [])))
  return [...repeatedHeaders(body).map((draft) => withMarks(draft, known)), ...notes]
}

function withMarks(draft: Draft, known: ReadonlySet<number>): Draft {
  if (draft.kind === 'paragraph') return { ...draft, text: markReferences(draft.text, known) }
  const rows = draft.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      paragraphs: cell.paragraphs.map((found) => ({ ...found, text: markReferences(found.text, known) })),
    })),
  }))
  return { ...draft, rows }
}

/** Rows that open a table and come again at the top of the next page's table are its header. */
function repeatedHeaders(drafts: readonly Draft[]): Draft[] {
  const heads = new Map<DraftTable, number>()
  let last: DraftTable | undefined
  for (const draft of drafts) {
    if (draft.kind === 'paragraph' && !draft.furniture) last = undefined
    if (draft.kind !== 'table') continue
    const same = last && last.page !== draft.page ? sameRows(last, draft) : 0
    if (last && same > 0) {
      heads.set(last, Math.max(heads.get(last) ?? 0, same))
      heads.set(draft, same)
    }
    last = draft
  }
  return drafts.map((draft) => {
    const head = draft.kind === 'table' ? (heads.get(draft) ?? 0) : 0
    return draft.kind === 'table' && head > 0
      ? { ...draft, rows: draft.rows.map((row, i) => ({ ...row, header: i < head })) }
      : draft
  })
}

function sameRows(a: DraftTable, b: DraftTable): number {
  let same = 0
  while (same < Math.min(a.rows.length, b.rows.length - 1) && rowKey(a, same) === rowKey(b, same)) same++
  return same
}

const rowKey = (table: DraftTable, row: number): string =>
  JSON.stringify(
    table.rows[row]?.cells.map((cell) => [cell.column, cell.paragraphs.map((found) => found.text)]),
  )
