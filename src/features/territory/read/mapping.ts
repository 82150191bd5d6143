import { z } from 'zod'
import { parseDay } from '../../../domain/day.ts'
import { codeSchema, type DocumentRef } from '../model.ts'
import { splitFullName } from '../rules/names.ts'
import { csvRows } from './csv.ts'
import type { IssueCode, ReadIssue, ReadMove, TerritoryReading } from './model.ts'

/** One row of "old unit → new unit", before it is checked. */
interface Row {
  readonly at: string
  readonly old: readonly [code: string, name: string]
  readonly new: readonly [code: string, name: string]
  readonly part: string
  readonly day: string
  readonly document: string
  readonly province: string | null
}

const columns = ['old_code', 'old_name', 'new_code', 'new_name'] as const

/** True where the first line names the columns of a mapping. */
export function isMappingTable(text: string): boolean {
  const [head] = csvRows(text.slice(0, text.indexOf('\n') + 1 || undefined))
  return head !== undefined && columns.every((name) => head.includes(name))
}

/**
 * A table of old and new units: `old_code`, `old_name`, `new_code`, `new_name` (names with their kind), and where
 * known `merge_kind` (full, partial), `resolution`, `effective_from`.
 */
export function readMappingTable(text: string): TerritoryReading {
  const [head = [], ...lines] = csvRows(text)
  const issues: ReadIssue[] = []
  const rows = lines.flatMap((cells, index): Row[] => {
    const at = `line ${index + 2}`
    if (cells.length !== head.length) {
      issues.push({ code: 'row-columns', at, found: `${cells.length} ≠ ${head.length}` })
      return []
    }
    const cell = (name: string) => cells[head.indexOf(name)]?.trim() ?? ''
    return [
      {
        at,
        old: [cell('old_code'), cell('old_name')],
        new: [cell('new_code'), cell('new_name')],
        part: cell('merge_kind'),
        day: cell('effective_from'),
        document: cell('resolution'),
        province: null,
      },
    ]
  })
  return readingOf(rows, issues)
}

const mergesSchema = z.array(z.object({ old_id: z.string(), name: z.string(), type: z.string() })).max(500)

/** A tree of provinces and their units, each with the units it was made of (`level1_id`, `level2s`, `merges`). */
export const mappingTreeSchema = z.object({
  data: z
    .array(
      z.object({
        level1_id: z.string(),
        name: z.string(),
        merges: mergesSchema,
        level2s: z
          .array(z.object({ level2_id: z.string(), name: z.string(), merges: mergesSchema }))
          .max(2_000),
      }),
    )
    .max(100),
})

export function readMappingTree(
  tree: z.infer<typeof mappingTreeSchema>,
  wanted: (province: string) => boolean,
): TerritoryReading {
  const issues: ReadIssue[] = []
  const rows = tree.data.flatMap(({ level1_id: province, name, merges, level2s }): Row[] => {
    if (!wanted(province)) {
      issues.push({ code: 'province-skipped', at: province, found: name })
      return []
    }
    const row =
      (to: readonly [string, string], inside: string | null) => (merge: (typeof merges)[number]) => ({
        at: `${province}/${to[0]}/${merge.old_id}`,
        old: [merge.old_id, merge.name] as const,
        new: to,
        part: merge.type,
        day: '',
        document: '',
        province: inside,
      })
    return [
      ...merges.map(row([province, name], null)),
      ...level2s.flatMap((unit) => unit.merges.map(row([unit.level2_id, unit.name], province))),
    ]
  })
  return readingOf(rows, issues)
}

function readingOf(rows: readonly Row[], issues: ReadIssue[]): TerritoryReading {
  const moves = rows.flatMap((row) => moveOf(row, (code, found) => issues.push({ code, at: row.at, found })))
  return { form: 'moves', units: [], moves, issues }
}

function moveOf(row: Row, tell: (code: IssueCode, found: string) => void): ReadMove[] {
  const [from, to] = [row.old, row.new].map(([code, full]) => {
    const name = splitFullName(full)
    if (!codeSchema.safeParse(code).success) tell('code-invalid', code)
    else if (!name) tell('kind-unknown', full)
    else return { code, ...name, province: row.province }
    return null
  })
  const part = partOf(row.part)
  if (part === null) tell('part-unknown', row.part)
  const day = row.day === '' ? null : parseDay(row.day)
  if (row.day !== '' && day === null) tell('day-invalid', row.day)
  if (!from || !to || part === null || (row.day !== '' && day === null)) return []
  // Where a unit came from, its province is not said: it may have been another then.
  return [
    { at: row.at, from: { ...from, province: null }, to, part, day, document: documentOf(row.document) },
  ]
}

function partOf(text: string): ReadMove['part'] | null {
  if (text === '' || text === 'full' || text === 'whole') return 'whole'
  return text === 'partial' || text === 'part' ? 'part' : null
}

const documentOf = (number: string): DocumentRef | null =>
  number === '' ? null : { number, issuer: null, issuedOn: null, article: null }
