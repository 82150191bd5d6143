import { z } from 'zod'

const words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

/**
 * How sure a part of a mapping is. `sure` and `likely` are applied and listed; `asked` is a question: nothing is
 * set until a person answers, because two readings compete; `none`: nothing was found; `given`: a person said so.
 */
export const sureness = ['given', 'sure', 'likely', 'asked', 'none'] as const
export type Sureness = (typeof sureness)[number]

/** A possible answer to a question, with what speaks for it. */
const choice = z.strictObject({ code: z.string().min(1), reason: words })

/** How coordinates of the file are read, and by which named way they come into the record's plane. */
const crs = z.strictObject({
  /** Id of `domain/plane`: `crs84`, `vn2000-tm3-108-00` …; null while it is asked for. */
  id: z.string().min(1).nullable(),
  axes: z.enum(['xy', 'yx']),
  /** Millions before the easting that name the zone; 0 for none. */
  prefix: z.int().min(0),
  /** Id of the operation; null where both hang on the same datum. */
  operation: z.string().min(1).nullable(),
  sureness: z.enum(sureness),
  reason: words,
  /** Other readings that put the data in the town too, best first. */
  choices: z.array(
    z.strictObject({
      id: z.string().min(1),
      axes: z.enum(['xy', 'yx']),
      prefix: z.int().min(0),
      inside: z.number(),
    }),
  ),
})

const column = z.strictObject({
  /** Column of the file. */
  from: z.string(),
  /** Field of the register. */
  to: z.string().min(1),
  /** Value of the file × factor: 10000 turns hectares into m². */
  factor: z.number().optional(),
  /** How texts of the column write decimals; null where no cell shows it: then what has two readings is listed. */
  decimals: z.enum(['comma', 'dot']).nullable().default(null),
  /** Words of the file → codes of the register, where they differ. */
  codes: z.record(z.string(), z.string()).optional(),
  sureness: z.enum(sureness),
  reason: words,
})

/** What features of a layer that are drawn alike become. */
export const uses = ['entries', 'lines', 'labels', 'left'] as const
export type Use = (typeof uses)[number]

const group = z.strictObject({
  /** CAD layer as the file writes it; null where the file has none. */
  cad: z.string().nullable(),
  /** `#rrggbb`, null where nothing is drawn in colour. */
  colour: z.string().nullable(),
  kind: z.enum(['point', 'line', 'area', 'none']),
  /** Features so drawn when the mapping was made; another file may have more. */
  count: z.int().min(0),
  /**
   * `entries`: entries of the register; `lines`: line work that areas are built from; `labels`: points whose text
   * is the code or sign of the area around; `left`: not taken, with the reason.
   */
  use: z.enum(uses),
  /** What the CAD layer's name says, repaired where it came broken. */
  term: z.string().nullable(),
  /** Code that its entries get; null where none is known or where it is asked. */
  code: z.string().nullable(),
  sureness: z.enum(sureness),
  choices: z.array(choice),
  reason: words,
})

/** `TableChoice` of `platform/formats/map`. */
const tableChoice = z.strictObject({
  columns: z.strictObject({
    east: z.int().min(0),
    north: z.int().min(0),
    kind: z.enum(['plane', 'degrees']),
  }),
  decimal: z.enum([',', '.']),
  shape: z.enum(['points', 'vertices']),
  parcel: z.int().min(0).nullable(),
})

/** A way in which a coordinate table can be read, with its columns in words. */
const tableWay = z.strictObject({ choice: tableChoice, ...words.shape })

const layer = z.strictObject({
  layer: z.string(),
  crs,
  /** Column that holds the CAD layer, where the format has none of its own; and the colour's. */
  cadColumn: z.string().nullable(),
  colourColumn: z.string().nullable(),
  /** Column of the text that a label shows. */
  labelColumn: z.string().nullable(),
  columns: z.array(column),
  /** Columns that are not taken. */
  leftColumns: z.array(z.strictObject({ column: z.string(), personal: z.boolean(), reason: words })),
  /** Columns that make the source's key of an entry, in order; empty: the key is a digest of the content. */
  key: z.array(z.string()),
  keyReason: words,
  /** Features that lie in the town only with their axes the other way round are read so; else they are told. */
  turn: z.boolean().default(false),
  /** Of a coordinate table: which columns are read, and how; null where there is one way only, or no table. */
  table: tableChoice.nullable().default(null),
  /** Every way in which that table can be read, likeliest first: what a person chooses from. */
  tableWays: z.array(tableWay).default([]),
  groups: z.array(group),
})

/** How a file becomes entries of a register: data, kept and used again for the next file of the same shape. */
export const mappingSchema = z.strictObject({
  version: z.literal(1),
  register: z.string().min(1),
  /** Of the file's shape (layers, columns, CAD layers): finds the saved mapping that fits. */
  fingerprint: z.string().min(1),
  /** Field in which the land-use or other code goes; null where the register has no such field. */
  codeField: z.string().nullable(),
  /** Fields for what a CAD layer's name says, repaired, and for the name as the file writes it. */
  termField: z.string().nullable(),
  cadField: z.string().nullable(),
  stage: z.enum(['existing', 'planned']),
  /** Metres: gaps of line work that are closed. */
  tolerance: z.number().positive(),
  toleranceReason: words,
  /** Metres: rings of areas that end no farther from where they began are closed, and flagged; null: left out and told. */
  closeRings: z.number().positive().nullable().default(null),
  /** Values that all entries get: unit of a parcel map, its year, name of the plan. */
  constants: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  layers: z.array(layer),
})

export type Mapping = z.infer<typeof mappingSchema>
export type LayerMapping = z.infer<typeof layer>
export type ColumnMapping = z.infer<typeof column>
export type GroupMapping = z.infer<typeof group>
export type CrsMapping = z.infer<typeof crs>
export type TableWay = z.infer<typeof tableWay>
export type GroupKind = GroupMapping['kind']
export type Choice = z.infer<typeof choice>

/** Whether two choices read the same columns in the same way. */
export const sameTable = (one: TableWay['choice'], other: TableWay['choice'] | null | undefined): boolean =>
  other !== null &&
  other !== undefined &&
  one.decimal === other.decimal &&
  one.shape === other.shape &&
  one.parcel === other.parcel &&
  one.columns.east === other.columns.east &&
  one.columns.north === other.columns.north &&
  one.columns.kind === other.columns.kind
