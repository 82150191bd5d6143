import { z } from 'zod'
import { disclosures, stages } from './entry.ts'

const words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const key = z.string().regex(/^[a-z][A-Za-z0-9]*$/)
const code = z.strictObject({ code: z.string().min(1), name: words })
/** As `law/` says it: how we know that a register, field or list must be so. */
const certainty = z.enum(['seen', 'secondary', 'memory', 'assumed'])

/** The codes that a value may be. */
const codes = z.union([
  z.array(code).min(1),
  /** A list of `registers/lists.yaml`. */
  z.strictObject({ list: z.string() }),
  /** Tables of `law/`, by the column of the code: what the law holds on the day is asked, not copied. */
  z.strictObject({
    law: z
      .array(z.strictObject({ parameter: z.string(), code: z.string(), name: z.string().optional() }))
      .min(1),
  }),
])

export const fieldTypes = ['text', 'number', 'integer', 'day', 'code', 'boolean', 'area'] as const

const field = z.strictObject({
  key,
  name: words,
  type: z.enum(fieldTypes),
  /** Of a number; an area is in m² unless it says otherwise. */
  unit: z.string().min(1).optional(),
  codes: codes.optional(),
  required: z.boolean().default(false),
  /** May be asked for, and is kept in an index. */
  queryable: z.boolean().default(false),
  /** Numbers outside are refused. */
  least: z.number().optional(),
  most: z.number().optional(),
  /** Letters of a text. */
  length: z.int().positive().optional(),
  /** Of an area: the ground that the entry's own shape covers, so that one can be held against the other. */
  measures: z.literal('shape').optional(),
  /** Its value is that of a field of another register: a zone names its plan. */
  reference: z.strictObject({ register: z.string().min(1), field: key }).optional(),
  note: words.optional(),
})

/** What the file of a register says: `registers/<id>.yaml`. */
export const definitionFileSchema = z.strictObject({
  name: words,
  description: words,
  /** `any`: points, lines and areas beside each other; `optional` entries may have no place. */
  geometry: z.enum(['point', 'line', 'area', 'any']),
  optionalGeometry: z.boolean().default(false),
  stages: z.array(z.enum(stages)).min(1),
  /** Positional accuracy in metres, where an entry does not bring its own; null where nobody can say. */
  accuracy: z.number().positive().nullable(),
  statuses: codes,
  source: words,
  disclosure: z.enum(disclosures).default('internal'),
  /**
   * How its entries may become public. `register`: a document may release them all; `by-document`: only those
   * that a document names, one by one.
   */
  release: z.enum(['register', 'by-document']),
  /**
   * How its areas lie beside each other. `whole`: those of one plan leave no gap and do not overlap; `apart`: they do not
   * overlap, and between them are streets.
   */
  coverage: z.enum(['whole', 'apart']).optional(),
  /** A dated copy of what another body keeps: read, never edited here. */
  copy: z.boolean().default(false),
  /** Fields that tell the source's entries apart: the key of the source. */
  key: z.array(key).min(1).optional(),
  /** Fields that name an entry by themselves, as another body gave them: never computed. */
  givenCodes: z.array(key).default([]),
  /** Placeholders are keys of fields: `Tờ {sheet}, thửa {number}`. */
  label: z.string().min(1),
  /** How it is drawn: a colour, or the colour that a table of the law gives to a field's code. */
  style: z.union([
    z.strictObject({ colour: z.string().regex(/^#[0-9a-f]{6}$/) }),
    z.strictObject({ field: key, law: z.string(), code: z.string(), colour: z.string() }),
  ]),
  /** Layers of the national planning dossier that it is written to. */
  dossier: z
    .array(z.strictObject({ part: z.enum(['existing', 'planned', 'markers']), layer: z.string() }))
    .default([]),
  basis: words.optional(),
  certainty,
  fields: z.array(field).min(1),
})

/** `registers/lists.yaml`: lists of codes that several registers share. */
export const listsFileSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/),
  z.strictObject({ name: words, certainty, codes: z.array(code).min(1) }),
)

export type DefinitionFile = z.infer<typeof definitionFileSchema>
export type FieldFile = z.infer<typeof field>
export type CodesFile = z.infer<typeof codes>

/** JSON Schema of the files of `registers/`, for editors: name of the schema's file → its text. */
export function registerSchemas(): ReadonlyMap<string, string> {
  const text = (schema: z.ZodType) => `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`
  return new Map([
    ['register.json', text(definitionFileSchema)],
    ['lists.json', text(listsFileSchema)],
  ])
}
