import { Strand } from '../../../domain/strand.ts'
import type { SourceText } from '../../../domain/source-text.ts'
import type { DocumentHead, DocumentReading, ReadingIssue } from '../model.ts'
import { basisOf } from './basis.ts'
import { clausesOf, type Clauses } from './clauses.ts'
import { closingOf } from './closing.ts'
import { withoutFootnotes } from './footnotes.ts'
import { headOf, headValues, type HeadLines } from './head.ts'
import { horizonOf } from './horizon.ts'
import { issuerOf } from './issuer.ts'
import { linesOf } from './lines.ts'
import { withoutFurniture } from './pages.ts'
import { partsOf, type Parts } from './parts.ts'
import { recipientsOf, recipientsTitle } from './recipients.ts'
import { signatureOf } from './signer.ts'
import { toneSlips } from './tones.ts'
import { unitSlips } from './units.ts'
import { unread } from './unread.ts'
import { zonesOf, type Zones } from './zones.ts'

/** Reads an administrative document: its head, clauses, tables, notes, recipients, and what is wrong with the text. */
export function readDocument(source: SourceText): DocumentReading {
  const pages = withoutFurniture(linesOf(source))
  const notes = withoutFootnotes(pages.items)
  const zones = zonesOf(notes.items)
  const body = partsOf(source, zones.body)
  const { parts, closing } = closingOf(body.parts)
  const main = clausesOf(parts)
  const annexes = annexesOf(source, zones)
  const lines = headOf(zones.head)
  const opening = main.opening.map((whole) => whole.strand)
  const annexText = annexes.flatMap((annex) => annex.opening.map((whole) => whole.strand))
  const furniture = [
    ...pages.furniture.map((line) => line.strand),
    ...[body, ...annexes].flatMap((part) => part.furniture),
  ]
  const reading = {
    head: head(source, zones, lines, {
      opening,
      closing,
      annexes: annexText,
      formal: lines.formal,
      furniture,
    }),
    basis: basisOf([...opening, ...(lines.title ? [lines.title] : [])]),
    opening,
    clauses: [main, ...annexes].flatMap((part) => part.clauses),
    tables: [main, ...annexes].flatMap((part) => part.tables),
    footnotes: notes.footnotes,
    recipients: recipientsOf(zones.recipients),
  }
  const parted = [main, ...annexes]
  const issues = [
    ...body.issues,
    ...parted.flatMap((part) => part.issues),
    ...toneSlips(source.text),
    ...unitSlips(source.text),
  ]
  const titles = zones.recipients.map((line) =>
    line.strand.slice(0, recipientsTitle.exec(line.strand.text)?.[0].length ?? 0),
  )
  const known = [...lines.formal, ...titles, ...parted.flatMap((part) => part.labels)]
  // A doubtful word that no value took is still told as unread, so doubts do not count as taken.
  return { ...reading, issues: [...issues, ...unread(source, reading, known, issues), ...doubtsOf(source)] }
}

/** Words that the reader of a scan is not sure of: what was meant only the paper says, so nothing is suggested. */
function doubtsOf({ doubts }: SourceText): ReadingIssue[] {
  return doubts.map(({ found, at }) => ({ code: 'doubtful-word', found, suggest: null, at: [[...at]] }))
}

/** Each annex is numbered by itself: `PL.II.1`, `PL2.II.1`. */
function annexesOf(source: SourceText, zones: Zones): (Clauses & Pick<Parts, 'furniture'>)[] {
  return zones.annexes.map((items, index) => {
    const { parts, issues, furniture } = partsOf(source, items)
    const clauses = clausesOf(parts, zones.annexes.length > 1 ? `PL${index + 1}.` : 'PL.')
    return { ...clauses, furniture, issues: [...issues, ...clauses.issues] }
  })
}

/**
 * Text that stands outside every value still has its place in `at`: `opening`, `closing`, `annexes`, `formal` (the
 * nation's name, bodies above) and `furniture` (page numbers, running heads).
 */
function head(
  source: SourceText,
  zones: Zones,
  lines: HeadLines,
  texts: Readonly<Record<'opening' | 'closing' | 'annexes' | 'formal' | 'furniture', readonly Strand[]>>,
): DocumentHead {
  const signature = signatureOf(zones.signature, source.text)
  const issuer = issuerOf({ ...lines, opening: texts.opening, behalf: signature?.behalf ?? null })
  const values = headValues(lines, issuer, source.text)
  const horizon = horizonOf(lines.title, texts.opening)
  const at = { ...values.at }
  if (signature) at['signer'] = signature.at
  if (horizon) at['horizon'] = horizon.at
  for (const [field, strands] of Object.entries(texts))
    if (strands.length > 0) at[field] = Strand.join(strands).at()
  return { ...values, signer: signature?.signer ?? null, horizon: horizon?.horizon ?? null, at }
}
