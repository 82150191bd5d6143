import type { SourceText, Table } from '../../../domain/source-text.ts'
import { Strand } from '../../../domain/strand.ts'
import type { ReadingIssue } from '../model.ts'
import type { BodyPart } from './clauses.ts'
import { isLine, type Item, type Line } from './lines.ts'
import { labelsOf } from './numbering.ts'
import { paragraphsOf } from './paragraphs.ts'
import { tablesOf } from './tables.ts'

export interface Parts {
  readonly parts: readonly BodyPart[]
  readonly issues: readonly ReadingIssue[]
  readonly furniture: readonly Strand[]
}

/** Lines as whole paragraphs, and tables made whole, in reading order. */
export function partsOf(source: SourceText, items: readonly Item[]): Parts {
  const parts: BodyPart[] = []
  const issues: ReadingIssue[] = []
  const furniture: Strand[] = []
  for (const run of runs(items))
    if (run.kind === 'lines') {
      const wholes = paragraphsOf(run.lines)
      issues.push(...wholes.issues)
      parts.push(...wholes.paragraphs.map((whole) => ({ kind: 'text' as const, whole })))
    } else {
      const caption = captionOf(parts)
      const whole = tablesOf(source, run.tables, caption)
      furniture.push(...whole.furniture)
      parts.push(...whole.tables.map((table) => ({ kind: 'table' as const, table })))
    }
  return { parts, issues, furniture }
}

type Run =
  | { readonly kind: 'lines'; readonly lines: Line[] }
  | { readonly kind: 'tables'; readonly tables: Table[] }

/** Lines that follow each other, and tables that do. */
function runs(items: readonly Item[]): Run[] {
  const found: Run[] = []
  for (const item of items) {
    const last = found.at(-1)
    if (isLine(item)) {
      if (last?.kind === 'lines') last.lines.push(item)
      else found.push({ kind: 'lines', lines: [item] })
    } else if (last?.kind === 'tables') last.tables.push(item.table)
    else found.push({ kind: 'tables', tables: [item.table] })
  }
  return found
}

/** The words just before a table: its title may run over a few short paragraphs. */
function captionOf(before: readonly BodyPart[]): Strand | null {
  const words: Strand[] = []
  for (let index = before.length - 1; index >= 0 && words.length < 4; index--) {
    const part = before[index]
    if (part?.kind !== 'text' || part.whole.strand.length > 300) break
    words.unshift(part.whole.strand)
    if (labelsOf(part.whole.strand).length > 0) break
  }
  return words.length > 0 ? Strand.join(words, ' ') : null
}
