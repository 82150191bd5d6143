import { z } from 'zod'
import { parseDay, type Day } from '../../../domain/day.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => parseDay(text) !== null, 'there is no such day')
  .transform((text) => text as Day)

const expected = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
)

/** What a case says in any of its questions: as known on a day, and what must come out. */
const beside = {
  name: z.string().min(1),
  known: day.optional(),
  /** The answer may hold more; what is named here must be as said. `fault` names a refusal by its code. */
  expect: expected,
}

/** One question of the law with its facts; lawyers read and add them. */
export const caseSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('value'), parameter: z.string(), on: day, ...beside }),
  z.strictObject({
    rule: z.literal('norm'),
    parameter: z.string(),
    measured: z.number(),
    on: day,
    ...beside,
  }),
  z.strictObject({
    rule: z.literal('deadline'),
    deadline: z.string(),
    start: day,
    on: day.optional(),
    ...beside,
  }),
  z.strictObject({ rule: z.literal('working-day'), on: day, ...beside }),
  z.strictObject({ rule: z.literal('land-use'), code: z.string(), on: day, ...beside }),
  z.strictObject({
    rule: z.literal('norms-day'),
    on: day,
    appraised: day.optional(),
    approved: day.optional(),
    adjusted: day.optional(),
    ...beside,
  }),
])

/** `law/cases/**.yaml`. */
export const caseFileSchema = z.strictObject({
  description: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  cases: z.array(caseSchema).min(1),
})

export type LawCase = z.infer<typeof caseSchema>
