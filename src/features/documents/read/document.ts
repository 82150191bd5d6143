import { Strand } from '../../../domain/strand.ts'
import type { SourceText, Table } from '../../../domain/source-text.ts'
import type { DocumentReading, ReadingIssue, ReadTable } from '../model.ts'
import { basisOf } from './basis.ts'
import { clausesOf, type BodyPart } from './clauses.ts'
import { withoutFootnotes } from './footnotes.ts'
import { headOf, headValues, issuerIn } from './head.ts'
import { horizonOf } from './horizon.ts'
import { isLine, linesOf, type Item, type Line } from './lines.ts'
import { withoutFurniture } from './pages.ts'
import { paragraphsOf } from './paragraphs.ts'
import { recipientsOf } from './recipients.ts'
import { signatureOf } from './signer.ts'
import { tableOf } from './tables.ts'
import { unread } from './unread.ts'
import { zonesOf } from './zones.ts'

/** Reads an administrative document: its head, clauses, tables, notes, recipients, and what is wrong with the text. */
export function readDocument(source: SourceText): DocumentReading {
  const pages = withoutFurniture(linesOf(source))
  const notes = withoutFootnotes(pages.items)
  const zones = zonesOf(notes.items)
  const body = partsOf(source, zones.body)
  const appendix = partsOf(source, zones.appendix)
  const clauses = clausesOf([...body.parts, ...appendix.parts])
  const running = source.text
  const headLines = headOf(zones.head)
  const opening = clauses.opening.map((whole) => whole.strand)
  const signature = signatureOf(zones.signature, running)
  const values = headValues(headLines, headLines.issuer ?? issuerIn(opening), running)
  const horizon = horizonOf(headLines.title, opening)
  const reading = {
    head: {
      ...values,
      signer: signature?.signer ?? null,
      horizon: horizon?.horizon ?? null,
      at: {
        ...values.at,
        ...(signature ? { signer: signature.at } : {}),
        ...(horizon ? { horizon: horizon.at } : {}),
        ...(opening.length > 0 ? { opening: Strand.join(opening).at() } : {}),
      },
    },
    basis: basisOf([...opening, ...(headLines.title ? [headLines.title] : [])]),
    opening,
    clauses: clauses.clauses,
    tables: clauses.tables,
    footnotes: notes.footnotes,
    recipients: recipientsOf(zones.recipients),
  }
  const issues: ReadingIssue[] = [...body.issues, ...appendix.issues, ...clauses.issues]
  return {
    ...reading,
    issues: [
      ...issues,
      ...unread(source, reading, [...headLines.formal, ...clauses.labels], pages.furniture, issues),
    ],
  }
}

/** Lines as whole paragraphs and tables made whole, in reading order. */
function partsOf(source: SourceText, items: readonly Item[]): { parts: BodyPart[]; issues: ReadingIssue[] } {
  const parts: BodyPart[] = []
  const issues: ReadingIssue[] = []
  let lines: Line[] = []
  let tables: Table[] = []
  const flushLines = (): void => {
    const wholes = paragraphsOf(lines)
    issues.push(...wholes.issues)
    parts.push(...wholes.paragraphs.map((whole) => ({ kind: 'text' as const, whole })))
    lines = []
  }
  const flushTables = (): void => {
    if (tables.length > 0) parts.push({ kind: 'table', table: whole(source, tables, parts) })
    tables = []
  }
  for (const item of items)
    if (isLine(item)) {
      flushTables()
      lines.push(item)
    } else {
      flushLines()
      tables.push(item.table)
    }
  flushLines()
  flushTables()
  return { parts, issues }
}

function whole(source: SourceText, tables: readonly Table[], before: readonly BodyPart[]): ReadTable {
  const last = before.at(-1)
  return tableOf(source, tables, last?.kind === 'text' ? last.whole.strand : null)
}
