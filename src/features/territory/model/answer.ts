import { z } from 'zod'

const document = z.strictObject({
  number: z.string(),
  issuer: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  article: z.string().nullable(),
})

/** A unit over the time of one name, as programs are told of it. */
export const unitBriefSchema = z.strictObject({
  id: z.string().describe('what the unit is known by; a code or a name alone is not enough'),
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  fullName: z.string(),
  from: z.iso.date().nullable().describe('null where the first day is not known'),
  to: z.iso.date().nullable().describe('the first day on which it is no more'),
})

export const findingSchema = z.strictObject({
  query: z.string(),
  on: z.iso.date().nullable(),
  choice: z.boolean().describe('more than one unit answers: the reader chooses'),
  units: z.array(
    unitBriefSchema.extend({
      by: z.enum(['code', 'name', 'former', 'later']),
      formerly: z.array(z.string()).describe('names and kinds that its ground bore before'),
      of: z.array(unitBriefSchema).describe('the units of another day that were asked for'),
      whole: z.boolean().describe('false: only a part of them lies here'),
      decided: z.boolean().describe('false: no document says so, it is a proposal'),
      document: document.nullable().describe('the act that made it or gave it its name'),
    }),
  ),
  namesakes: z
    .array(unitBriefSchema.extend({ now: z.array(unitBriefSchema) }))
    .describe('the same code or name on another day, and where that ground lies on the day asked'),
})
export type FindingAnswer = z.infer<typeof findingSchema>
export type UnitBrief = z.infer<typeof unitBriefSchema>

const weight = z.strictObject({
  share: z.number().nullable(),
  method: z.enum(['succession', 'polygons']).nullable(),
  certainty: z.enum(['exact', 'computed', 'proposed', 'unknown']),
})

export const crosswalkSchema = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  tolerance: z
    .number()
    .describe('a common part below this share of what a unit has in common is a sliver of inexact drawing'),
  rows: z.array(
    z.strictObject({
      from: unitBriefSchema,
      to: unitBriefSchema,
      area: weight.describe('share of the ground of `from`'),
      population: weight.describe('share of the people of `from`'),
      common: z.number().nullable().describe('m² that both have in common by their polygons'),
      documents: z.array(z.string()),
    }),
  ),
  lost: z.array(unitBriefSchema).describe('units of the first day of which nobody knows where they went'),
  found: z.array(unitBriefSchema).describe('units of the second day of which nobody knows whence they came'),
  disagreements: z.array(
    z.strictObject({ from: unitBriefSchema, to: unitBriefSchema, polygons: z.number() }),
  ),
  slivers: z
    .array(z.strictObject({ from: unitBriefSchema, to: unitBriefSchema, area: z.number() }))
    .describe('common parts, m², taken for inexact drawing: in no share'),
  uncovered: z
    .array(z.strictObject({ unit: unitBriefSchema, share: z.number() }))
    .describe('units of which more than the tolerance lies in none of those they went to'),
})
export type CrosswalkAnswer = z.infer<typeof crosswalkSchema>
