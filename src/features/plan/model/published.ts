import { z } from 'zod'
import { publishedStateSchema, type PublishedState } from '../../../domain/published-state.ts'
import {
  basisSchema,
  clauseSchema,
  footnoteSchema,
  headSchema,
  recipientSchema,
} from '../../documents/model.ts'
import {
  assignmentSchema,
  baselineSchema,
  bodySchema,
  targetSchema,
  targetValueSchema,
  taskSchema,
  taskTimeSchema,
} from '../model.ts'

/**
 * Names a thing in addresses and links, unlike its number, which a document may use twice. The first keeps the
 * number (`1.1`), the next is `1.1-2`.
 */
const key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
export { publishedStateSchema, type PublishedState }

const place = { at: true } as const
const body = bodySchema.omit(place)
const bodies = z.array(body)

/** `api/plan.json` of an edition: the accepted plan as the public may have it. */
export const publishedPlanSchema = z.strictObject({
  /** "DỮ LIỆU MINH HỌA" where the town is an illustration, else null. */
  notice: z.string().nullable(),
  state: publishedStateSchema,
  /** SHA-256 of the document that was read. */
  source: z.string(),
  validFrom: z.iso.date(),
  document: headSchema.omit({ ...place, signer: true }).extend({
    /** Office and on whose behalf; a name is personal data and stays in the document. */
    signer: z.strictObject({ title: z.string().nullable(), onBehalfOf: z.string().nullable() }).nullable(),
  }),
  basis: z.array(basisSchema.omit(place)),
  clauses: z.array(clauseSchema.omit(place)),
  targets: z.array(
    targetSchema.omit(place).extend({
      key,
      values: z.array(targetValueSchema.omit(place)),
      baseline: baselineSchema.omit(place).nullable(),
    }),
  ),
  tasks: z.array(
    taskSchema.omit(place).extend({
      key,
      directing: bodies,
      lead: bodies,
      implementing: bodies,
      coordinating: bodies,
      output: z.string().nullable(),
      time: taskTimeSchema.omit(place),
    }),
  ),
  assignments: z.array(assignmentSchema.omit(place).extend({ key, bodies })),
  footnotes: z.array(footnoteSchema.omit(place)),
  recipients: z.array(
    recipientSchema.omit(place).extend({
      /** Null where it is a person: the public edition names none. */
      name: z.string().nullable(),
    }),
  ),
})
export type PublishedPlan = z.infer<typeof publishedPlanSchema>
export type PublishedTarget = PublishedPlan['targets'][number]
export type PublishedValue = PublishedTarget['values'][number]
export type PublishedTask = PublishedPlan['tasks'][number]
export type PublishedBody = z.infer<typeof body>
export type PublishedClause = PublishedPlan['clauses'][number]
