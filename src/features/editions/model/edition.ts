import { z } from 'zod'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Version of the manifest's form that is written; those before it are read, one after it is refused. */
export const manifestSchemaVersion = 2

export const collectionSchema = z.enum(['plan', 'territory', 'map', 'figures', 'duties', 'documents'])
export type Collection = z.infer<typeof collectionSchema>

/** Path inside an edition: relative, `/`, no dot segments, so that no name can lead out of it. */
export const filePathSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/)
  .max(200)

export const editionFileSchema = z.strictObject({
  digest,
  /** Bytes. */
  size: z.int().nonnegative(),
  type: z.string(),
})

/** The act that lets the collection out; null only where the whole is an illustration. */
export const releaseSchema = z.strictObject({
  kind: z.string(),
  number: z.string().nullable(),
  issuer: z.string(),
  issuedOn: z.iso.date().nullable(),
})

/** Everything an edition says of itself besides its files; it comes from the record, never from the clock. */
export const editionMetaSchema = z.strictObject({
  /** Whose edition it is: the opaque id of the agency. */
  agency: z.string(),
  /** The town as the public knows it. */
  town: z.string(),
  /** State of the record it was made from: number, instant and chained digest of the revision. */
  revision: z.strictObject({ number: z.int().nonnegative(), at: z.iso.datetime(), digest }),
  /** "Theo dữ liệu đến ngày": the last day whose facts are in it. */
  asOf: z.iso.date(),
  /** What it was made from, by name: documents, files of registers. */
  inputs: z.record(z.string(), digest),
  /** Versions of the programs that made it. */
  software: z.record(z.string(), z.string()),
  /** SHA-256 of the law files that it was made by; null where none was asked. */
  law: digest.nullable().default(null),
  release: releaseSchema.nullable(),
  /** True: "DỮ LIỆU MINH HỌA" stands on every page, file and answer. */
  illustration: z.boolean(),
})
export type EditionMeta = z.input<typeof editionMetaSchema>

export const manifestSchema = editionMetaSchema.extend({
  schema: z.union([z.literal(1), z.literal(manifestSchemaVersion)]),
  collection: collectionSchema,
  /** Id of the edition that this one replaces. */
  previous: digest.nullable(),
  files: z.record(filePathSchema, editionFileSchema),
})
export type Manifest = z.infer<typeof manifestSchema>
export type EditionFile = z.infer<typeof editionFileSchema>

/** A file to be published. */
export interface Artefact {
  readonly bytes: Uint8Array
  /** Media type, with its charset where it is text. */
  readonly type: string
}
