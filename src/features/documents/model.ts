import { z } from 'zod'
import type { Strand } from '../../domain/strand.ts'

/** A place in the text as read: `[start, end)` in UTF-16 units of `source.text`. */
export const spanSchema = z.tuple([z.int().nonnegative(), z.int().nonnegative()])
/** Where a value stands; several spans where it was joined over a page break. */
export const placesSchema = z.array(spanSchema)
/** A calendar day, ISO 8601. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const sourceSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  format: z.enum(['txt', 'md', 'docx', 'html', 'pdf', 'doc', 'scan']),
  text: z.string(),
  pages: z.int().positive().nullable(),
})

/** What a document says of itself (Nghị định 30/2020 and the Party's layout). Null: the text does not say. */
export const headSchema = z.strictObject({
  kind: z.string().nullable(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  place: z.string().nullable(),
  issuedOn: daySchema.nullable(),
  title: z.string().nullable(),
  signer: z
    .strictObject({
      name: z.string().nullable(),
      title: z.string().nullable(),
      onBehalfOf: z.string().nullable(),
    })
    .nullable(),
  horizon: z
    .strictObject({ from: z.int().nullable(), to: z.int().nullable(), vision: z.int().nullable() })
    .nullable(),
  at: z.record(z.string(), placesSchema),
})

export const basisSchema = z.strictObject({
  kind: z.string().nullable(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: daySchema.nullable(),
  text: z.string(),
  at: placesSchema,
})

export const clauseSchema = z.strictObject({
  /** Path of numbers from the top: `III.2.1`. */
  id: z.string(),
  no: z.string(),
  parent: z.string().nullable(),
  heading: z.boolean(),
  text: z.string(),
  at: placesSchema,
})

export const footnoteSchema = z.strictObject({ no: z.int(), text: z.string(), at: placesSchema })
export const recipientSchema = z.strictObject({
  name: z.string(),
  /** `báo cáo`, `lưu`, … as written; null where nothing is said. */
  purpose: z.string().nullable(),
  at: placesSchema,
})
/** A fault of the text (scanning, page break, repetition): what stands there and what was most likely meant. */
export const readingIssueSchema = z.strictObject({
  code: z.string(),
  found: z.string(),
  suggest: z.string().nullable(),
  at: placesSchema,
})

export type DocumentHead = z.infer<typeof headSchema>
export type Basis = z.infer<typeof basisSchema>
export type Clause = z.infer<typeof clauseSchema>
export type Footnote = z.infer<typeof footnoteSchema>
export type Recipient = z.infer<typeof recipientSchema>
export type ReadingIssue = z.infer<typeof readingIssueSchema>

/**
 * A clause with its own text in place: what later readers take values from. `text` and `at` hold the clause
 * whole: `strand`, then each paragraph of `body` on a line of its own.
 */
export interface ClauseNode extends Clause {
  /** Its first paragraph: number and marks taken out, footnote marks kept as `⁽¹⁾`, lines and page breaks joined. */
  readonly strand: Strand
  /** The paragraphs of the clause that have no number of their own (`- Thời gian: …`), bullets kept. */
  readonly body: readonly Strand[]
  /** Tables that stand in this clause. */
  readonly tables: readonly ReadTable[]
}

/** A table made whole: pages joined, repeated headers dropped, merged cells given to every row they cover. */
export interface ReadTable {
  /** The words just before it ("Phụ lục", its title), for telling what it lists. */
  readonly caption: Strand | null
  readonly header: readonly Strand[]
  readonly rows: readonly ReadRow[]
}

export interface ReadRow {
  /** One strand a column; for a group row that runs over the whole table, `group` holds it and cells are empty. */
  readonly cells: readonly Strand[]
  readonly group: Strand | null
}

/** A document read: everything but the plan's own content. */
export interface DocumentReading {
  readonly head: DocumentHead
  readonly basis: readonly Basis[]
  /** The sentences between the title and the first number. */
  readonly opening: readonly Strand[]
  /** In reading order, every level. */
  readonly clauses: readonly ClauseNode[]
  /** Tables that belong to no clause (appendices). */
  readonly tables: readonly ReadTable[]
  readonly footnotes: readonly Footnote[]
  readonly recipients: readonly Recipient[]
  readonly issues: readonly ReadingIssue[]
}
