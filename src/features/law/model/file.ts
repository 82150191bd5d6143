import { z } from 'zod'

/** A day of the calendar as a key or a value; that it exists is looked at when the file is read. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

/**
 * How we know a value. `seen`: read in the legal text itself or in an official data file; `secondary`: read in a
 * second-hand place; `memory`: general knowledge, no source seen; `assumed`: a placeholder, or our own choice.
 */
export const certainties = ['seen', 'secondary', 'memory', 'assumed'] as const
export const certaintySchema = z.enum(certainties)

const reference = z.strictObject({
  /** Id of a legal document, a key of `law/documents/*.yaml`. */
  document: z.string(),
  /** As the document numbers it: `điều 54, khoản 1`, `Bảng 2.9`. */
  article: z.string().min(1).optional(),
})

const limitKinds = ['working-day', 'day', 'month', 'year'] as const
export const deadlineSchema = z.strictObject({
  count: z.number().int().positive(),
  of: z.enum(limitKinds),
  /** The time is a least, not a most: a consultation that lasts 20 days at least. */
  least: z.boolean().optional(),
  /** True where the law says that who is silent until then consents. */
  silenceConsents: z.boolean(),
})

const cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), words])
const row = z.record(z.string(), cell)

const columnKinds = ['text', 'number', 'flag', 'day', 'colour', 'words', 'list'] as const
export const columnSchema = z.strictObject({
  kind: z.enum(columnKinds),
  /** Of a number; a key of `law/units.yaml`. */
  unit: z.string().optional(),
  /** Of a text or a list: what it may be. */
  codes: z.array(z.string()).optional(),
  optional: z.boolean().optional(),
  description: words.optional(),
})

/** What stands beside a value, whatever its kind. */
const beside = {
  certainty: certaintySchema,
  /** The day this rule set came to hold it: what "as known on a day" asks. */
  recorded: day,
  reference,
  /** What a person should look up: needed where the value is unknown, welcome where it is not seen. */
  lookUp: words.optional(),
  note: words.optional(),
}

function reading<V extends z.ZodType>(value: V) {
  /** `null`: repealed from this day; `unknown`: in force, but not read by us. */
  return { value: z.union([value, z.null(), z.literal('unknown')]), ...beside }
}

function entry<V extends z.ZodType>(value: V) {
  return z.strictObject({
    ...reading(value),
    /** The document itself lets the value reach back before it took effect. */
    retroactive: z.literal(true).optional(),
    /** Who compared it with the gazette for the project, and when; an office's own checks stand in its record. */
    checked: z.strictObject({ by: z.string().min(1), on: day }).optional(),
    /** What the rule set held for this day before `recorded`: kept, so that an old answer can be made again. */
    earlier: z.array(z.strictObject({ ...reading(value), why: words })).optional(),
  })
}

function values<V extends z.ZodType>(value: V) {
  return z.record(day, entry(value))
}

const head = {
  description: words,
  /** The day by which the value is asked for, which is not always today. */
  applies: words,
}

/** One value or table, in force from a day: a file below `law/` whose path is its name. */
export const parameterFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...head,
    kind: z.literal('number'),
    unit: z.string(),
    /** What is measured may at most, or must at least, be this. */
    bound: z.enum(['at-most', 'at-least', 'more-than']).optional(),
    values: values(z.number()),
  }),
  z.strictObject({ ...head, kind: z.literal('flag'), values: values(z.boolean()) }),
  z.strictObject({ ...head, kind: z.literal('text'), values: values(z.string().min(1)) }),
  z.strictObject({ ...head, kind: z.literal('deadline'), values: values(deadlineSchema) }),
  z.strictObject({
    ...head,
    kind: z.literal('table'),
    columns: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), columnSchema),
    /** Columns that together name a row. */
    key: z.array(z.string()).min(1),
    values: values(z.array(row)),
  }),
])

const documentKinds = [
  'constitution',
  'code',
  'law',
  'resolution',
  'decree',
  'decision',
  'circular',
  'standard',
  'notice',
] as const

export const documentSchema = z.strictObject({
  kind: z.enum(documentKinds),
  /** As printed: `217/2026/NĐ-CP`. */
  number: z.string().min(1),
  title: words,
  issuer: words,
  issued: day.nullable(),
  /** First day in force; end exclusive. */
  from: day,
  to: day.optional(),
  /** Where a page about this very document was seen, and on which day; null where we have seen none. */
  text: z.strictObject({ address: z.url({ protocol: /^https?$/ }), seen: day }).nullable(),
  certainty: certaintySchema,
  amends: z.array(z.string()).optional(),
  replaces: z.array(z.string()).optional(),
  note: words.optional(),
})

/** `law/documents/*.yaml`: id → document. */
export const documentsFileSchema = z.record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/), documentSchema)

/** `law/units.yaml`: id → unit of measure. */
export const unitsFileSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/),
  z.strictObject({ name: words, symbol: z.string() }),
)

/** `law/sets.yaml`: first folder → name of the rule set. */
export const setsFileSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/),
  z.strictObject({ name: words, note: words.optional() }),
)

export type ParameterFile = z.infer<typeof parameterFileSchema>
export type ParameterKind = ParameterFile['kind']
export type Certainty = z.infer<typeof certaintySchema>
export type Deadline = z.infer<typeof deadlineSchema>
export type Column = z.infer<typeof columnSchema>
export type Row = z.infer<typeof row>
