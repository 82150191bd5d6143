import { parse } from 'yaml'
import { z } from 'zod'
import { comparatorSchema, targetAmountSchema } from '../../src/features/plan/model.ts'

/*
 * The truth of one sample: what a careful officer reads in it, written by hand from the document.
 *
 * What is left out is not judged: a section (`clauses`) or a field (`issuer` of a basis) that is absent says nothing.
 * `null` says that the document does not tell; `[]` says that the document has none.
 * Texts are compared without case, white space, `*`, and the mark or punctuation at the end. `text` of a clause, a task, a footnote
 * and an assignment is only its beginning; all other texts are whole.
 * Conventions where a text may be read in two ways stand in README.md.
 */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const said = z.string().min(1)

/** A body as written; `{ text, named: false }` where the text leaves open who is meant. */
const bodySchema = z.union([
  said.transform((text) => ({ text, named: true })),
  z.strictObject({ text: said, named: z.boolean() }),
])
const bodies = z.array(bodySchema).default([])

const documentSchema = z.strictObject({
  kind: said.nullable().optional(),
  number: said.nullable().optional(),
  issuer: said.nullable().optional(),
  place: said.nullable().optional(),
  issuedOn: day.nullable().optional(),
  title: said.nullable().optional(),
  signer: z
    .strictObject({
      name: said.nullable(),
      title: said.nullable(),
      onBehalfOf: said.nullable(),
    })
    .nullable()
    .optional(),
  horizon: z
    .strictObject({ from: z.int().nullable(), to: z.int().nullable(), vision: z.int().nullable() })
    .nullable()
    .optional(),
})

const basisSchema = z.strictObject({
  kind: said.nullable(),
  number: said.nullable(),
  issuer: said.nullable().optional(),
  issuedOn: day.nullable(),
})

const clauseSchema = z.strictObject({
  id: said,
  /** Left out where title and first sentence run into one. */
  heading: z.boolean().optional(),
  text: said,
})

/** `[year, comparator, value]`; a class of town is `{ class: V, part: all }`. */
const valueSchema = z.tuple([z.int().nullable(), comparatorSchema, targetAmountSchema])

const targetSchema = z.strictObject({
  indicator: said,
  unit: said.nullable().optional(),
  values: z.array(valueSchema).min(1),
  baseline: valueSchema.nullable().default(null),
})

const timeSchema = z.strictObject({
  kind: z.enum(['standing', 'periodic', 'month', 'quarter', 'year', 'range', 'until', 'unstated']),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
})

const taskSchema = z.strictObject({
  no: said,
  group: said.nullable().default(null),
  text: said,
  directing: bodies,
  lead: bodies,
  implementing: bodies,
  coordinating: bodies,
  output: said.nullable().default(null),
  time: timeSchema,
})

const assignmentSchema = z.strictObject({ no: said, bodies, text: said.optional() })

const issueSchema = z.strictObject({
  code: z.enum(['tone-slip', 'repeated-fragment', 'page-break', 'stray-mark']),
  found: said,
  suggest: said.optional(),
})

export const truthSchema = z.strictObject({
  document: documentSchema,
  basis: z.array(basisSchema).optional(),
  clauses: z.array(clauseSchema).optional(),
  targets: z.array(targetSchema).optional(),
  tasks: z.array(taskSchema).optional(),
  assignments: z.array(assignmentSchema).optional(),
  footnotes: z.array(z.strictObject({ no: z.int(), text: said })).optional(),
  recipients: z.array(z.strictObject({ name: said, purpose: said.nullable().default(null) })).optional(),
  /** Issues that a reader must report; it may report more. */
  issues: z.array(issueSchema).optional(),
})

export type Truth = z.infer<typeof truthSchema>

/** The truth in a YAML text; throws, naming the path, on anything that the schema does not know. */
export function parseTruth(yaml: string): Truth {
  return truthSchema.parse(parse(yaml))
}
