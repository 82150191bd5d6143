import { z } from 'zod'
import { publishedStateSchema } from '../../../domain/published-state.ts'
import { territorySchema } from '../model.ts'
import { areasSchema } from './areas.ts'

/** `api/units.json` of an edition: units of all valid time with what became of them. Names and codes are public law. */
export const publishedTerritorySchema = territorySchema.extend({
  /** "DỮ LIỆU MINH HỌA" where the town is an illustration, else null. */
  notice: z.string().nullable(),
  state: publishedStateSchema,
  /** The act that let the edition out; null where the town is an illustration. */
  release: z
    .strictObject({
      kind: z.string(),
      number: z.string().nullable(),
      issuer: z.string(),
      issuedOn: z.iso.date().nullable(),
    })
    .nullable()
    .default(null),
  /** What the boundaries that are public measure; null where none is. */
  areas: areasSchema.nullable().default(null),
})
export type PublishedTerritory = z.infer<typeof publishedTerritorySchema>
