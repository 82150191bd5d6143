import { z } from 'zod'
import { daySchema, sourceSchema } from '../../documents/model.ts'
import { planReadingSchema } from '../model.ts'

/**
 * A plan as it stands in the record: what officers accepted, in the shape it was read in. Only what was accepted
 * or corrected is here; what was refused stays in the proposal's journal.
 */
export const acceptedPlanSchema = planReadingSchema.omit({ source: true, issues: true }).extend({
  /** The plan's own key: the same for a corrected copy of the same document. */
  key: z.string(),
  /** Opaque id of the agency whose record holds it. */
  agency: z.string(),
  source: sourceSchema.omit({ text: true }),
  /** First day the plan holds, included. */
  validFrom: daySchema,
  disclosure: z.enum(['internal', 'public']),
  /** True where the town is an illustration: every output then says so. */
  illustration: z.boolean(),
  /** Values that an officer put in place of what was read: candidate id → reason. */
  corrections: z.record(z.string(), z.string()),
})

export type AcceptedPlan = z.infer<typeof acceptedPlanSchema>
