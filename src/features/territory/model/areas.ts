import { z } from 'zod'
import { daySchema, unitIdSchema } from '../model.ts'

/** The boundary of a unit over a stretch of time, as it was measured in a plane. */
const measuredSchema = z.strictObject({
  unit: unitIdSchema,
  from: daySchema,
  to: daySchema.nullable(),
  m2: z.number(),
  /** Drawn for the example: compared with its like alone, never with a real one. */
  illustration: z.boolean(),
})
export type Measured = z.infer<typeof measuredSchema>

/** What boundaries measure, and what any two of them have in common: all that shares of ground are made of. */
export const areasSchema = z.strictObject({
  /** The VN-2000 plane that was measured in, and the operation that led from CRS84 into it. */
  plane: z.string(),
  operation: z.string(),
  boundaries: z.array(measuredSchema),
  /** Pairs by their places in `boundaries`, each once, m². */
  common: z.array(z.strictObject({ a: z.int(), b: z.int(), m2: z.number() })),
  /** Boundaries that cannot be measured: why, and where in longitude and latitude. */
  broken: z.array(
    z.strictObject({
      unit: unitIdSchema,
      reason: z.string(),
      at: z.tuple([z.number(), z.number()]).nullable(),
    }),
  ),
})
export type Areas = z.infer<typeof areasSchema>
