import { z } from 'zod'
import { collectionSchema } from './edition.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** The public half of an agency's key, as everybody may keep it. */
export const publicKeySchema = z.strictObject({
  /** The first 16 digits of the SHA-256 of the public key: what is read out on the telephone. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  algorithm: z.literal('Ed25519'),
  /** 32 bytes in base64url (RFC 8037). */
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  agency: z.string(),
  /** First day on which it seals. */
  from: z.iso.date(),
  /** Day from which it seals no more; null where it still does. */
  to: z.iso.date().nullable(),
  /** From `on` on nothing is trusted that bears it: somebody else may have it. */
  revoked: z.strictObject({ on: z.iso.date(), why: z.string().min(1) }).nullable(),
})
export type PublicKey = z.infer<typeof publicKeySchema>

export const keyListSchema = z.strictObject({
  schema: z.literal(1),
  keys: z.array(publicKeySchema).min(1),
})

/** "Mã kiểm tra toàn vẹn": shows who published a text and that it is unchanged. It is no signature in law (chữ ký số). */
export const sealSchema = z.strictObject({
  key: z.string(),
  sealedOn: z.iso.date(),
  /** 64 bytes in base64url, over `sealedText`. */
  seal: z.string(),
})
export type Seal = z.infer<typeof sealSchema>

/** An edition that must not be used: what was wrong with it. */
export const withdrawalSchema = z.strictObject({
  collection: collectionSchema,
  edition: digest,
  on: z.iso.date(),
  reason: z.string().min(1),
})
export type Withdrawal = z.infer<typeof withdrawalSchema>

/** Version of the form of the list and of what it names. */
export const currentVersion = 2

/** The small list that names the edition in force of each collection, what was withdrawn, and the keys. */
export const currentSchema = z.strictObject({
  schema: z.literal(currentVersion),
  editions: z.partialRecord(collectionSchema, digest),
  withdrawn: z.array(withdrawalSchema),
  /** Digest of `keys.json`; null before anything was sealed. */
  keys: digest.nullable(),
  seal: sealSchema.nullable(),
})
export type Current = z.infer<typeof currentSchema>

/** The list as dothi 0.1 wrote it, before there were seals. */
export const firstCurrentSchema = z.strictObject({
  schema: z.literal(1),
  editions: z.partialRecord(collectionSchema, digest),
})
