import { z } from 'zod'
import { parseDay, type Day } from '../../domain/day.ts'
import type { MultiPolygon, Polygon } from '../../domain/geometry/index.ts'

/** A day as a file writes it. */
export const daySchema = z.string().transform((text, context): Day => {
  const found = parseDay(text)
  if (found) return found
  context.addIssue(`no such day: ${text}`)
  return z.NEVER
})

/**
 * Kinds of units as the law names them. Units of the middle level (quận, huyện, thị xã, thành phố thuộc tỉnh) are
 * history since 2025-07-01 (Luật 72/2025/QH15), and so is thị trấn.
 */
export const unitKindSchema = z.enum([
  'tỉnh',
  'thành phố',
  'quận',
  'huyện',
  'thị xã',
  'phường',
  'xã',
  'thị trấn',
  'đặc khu',
])
export type UnitKind = z.infer<typeof unitKindSchema>

export type Level = 'province' | 'district' | 'commune'

/** Of the national list (Quyết định 124/2004, 19/2025): two digits for a province, three, five. Codes are used again. */
export const codeSchema = z.string().regex(/^(\d{2}|\d{3}|\d{5})$/)

/**
 * What a unit is known by, for ever. Made once from the code and the first day under which it was entered, and never
 * taken apart again: codes are given to other ground, names move.
 */
export const unitIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/)

/** The act that made a change: without one, whatever else is known of it is a proposal. */
export const documentRefSchema = z.strictObject({
  number: z.string().trim().min(1).max(80),
  issuer: z.string().max(200).nullable().default(null),
  issuedOn: daySchema.nullable().default(null),
  /** Điều, khoản. */
  article: z.string().max(80).nullable().default(null),
  /** Where it was seen to stand; without one it is found by its number. */
  address: z.url({ protocol: /^https?$/ }).optional(),
})
export type DocumentRef = z.infer<typeof documentRefSchema>

export const populationSchema = z.strictObject({
  count: z.int().nonnegative(),
  /** A day, or a year alone. */
  on: z.string().regex(/^\d{4}(-\d{2}-\d{2})?$/),
  source: z.string(),
})

/** What holds of a unit over a time. */
export const unitSchema = z.strictObject({
  code: codeSchema,
  kind: unitKindSchema,
  /** Without the kind: "Nguyễn Nghiêm". */
  name: z.string().trim().min(1).max(80),
  /** Id of the unit it lies in; null for a province, or where nobody has said. */
  parent: unitIdSchema.nullable().default(null),
  /** Declared by law or the statistics office, km²; a polygon's own area is computed, never kept. */
  km2: z.number().positive().nullable().default(null),
  population: populationSchema.nullable().default(null),
  /** The act that made it, or gave it this name. */
  document: documentRefSchema.nullable().default(null),
  /** False where its first day was not known when it was entered: it is then said to have always been. */
  fromKnown: z.boolean().default(true),
})
export type Unit = z.infer<typeof unitSchema>

/** A unit over one stretch of time, as it is handed about, published and read back. */
export const unitVersionSchema = unitSchema.extend({
  id: unitIdSchema,
  from: daySchema,
  /** Exclusive; null while no end is known. */
  to: daySchema.nullable().default(null),
})
export type UnitVersion = z.infer<typeof unitVersionSchema>

/** On what a move rests. Only `document` decides; the others are proposals until an officer names the act. */
export const basisSchema = z.enum(['document', 'mapping', 'overlap', 'name'])
export type Basis = z.infer<typeof basisSchema>

/** Ground of one unit going to another on a day: all that the unit had then, or a part. */
export const moveSchema = z.strictObject({
  from: unitIdSchema,
  to: unitIdSchema,
  day: daySchema,
  part: z.enum(['whole', 'part']),
  document: documentRefSchema.nullable().default(null),
  basis: basisSchema.default('document'),
})
export type Move = z.infer<typeof moveSchema>

/** Units and what became of them: all that resolving, comparing and publishing work on. */
export interface Territory {
  readonly units: readonly UnitVersion[]
  readonly moves: readonly Move[]
}

export const territorySchema = z.strictObject({
  units: z.array(unitVersionSchema),
  moves: z.array(moveSchema),
})

/** True where a document stands behind it; what is not decided is shown as a proposal. */
export const isDecided = (move: Pick<Move, 'document'>): boolean => move.document !== null

/**
 * Where a unit lies: longitude and latitude on WGS 84 (CRS84), because the units of a nation lie in many zones of
 * VN-2000. Areas are computed in the plane of the zone.
 */
export interface Boundary {
  readonly geometry: MultiPolygon | Polygon
  /** Name of the file it came from, and whose it is. */
  readonly source: string
  /** "DỮ LIỆU MINH HỌA": drawn for the example, and gives way to a real one. */
  readonly illustration: boolean
  /** Public only where a document, or its being an illustration, lets it out. */
  readonly disclosure: 'internal' | 'public'
}
