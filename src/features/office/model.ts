import { z } from 'zod'
import { parseDay, type Day } from '../../domain/day.ts'

/** A day as a town's file writes it. */
const day = z.string().transform((text, context): Day => {
  const found = parseDay(text)
  if (found) return found
  context.addIssue(`no such day: ${text}`)
  return z.NEVER
})

/** Ids are opaque and never change, whatever becomes of the name. */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/)
/** First day included, end exclusive; absent where nobody has said. */
const dated = { from: day.optional(), to: day.optional() }

/**
 * What a post may be trusted with. `clerk` files documents, `officer` checks what was read and saves it, `leader`
 * sees all of the agency and undoes, `publisher` releases, `supervisor` reads published states only (People's
 * Council, Fatherland Front), `administrator` runs the machine and sees no content.
 */
export const roleSchema = z.enum(['clerk', 'officer', 'leader', 'publisher', 'supervisor', 'administrator'])
export type Role = z.infer<typeof roleSchema>

export const unitSchema = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(['province', 'town', 'ward', 'commune']),
  parent: id.optional(),
  ...dated,
})
export const agencySchema = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(['party', 'council', 'government', 'front', 'office', 'other']),
  parent: id.optional(),
  /** Units it answers for. */
  units: z.array(id).default([]),
  ...dated,
})
export const postSchema = z.strictObject({
  id,
  agency: id,
  name: z.string(),
  roles: z.array(roleSchema).min(1),
  ...dated,
})
/** A person is known by an id; the name is a personal value and is kept apart. */
export const personSchema = z.strictObject({ id, name: z.string() })
/** Who fills a post for a time. */
export const incumbencySchema = z.strictObject({ post: id, person: id, ...dated })

/** A document that the town brings along, read and accepted when its record is made. */
export const townDocumentSchema = z.strictObject({
  file: z.string(),
  agency: id,
  /** Post in whose name it is accepted. */
  post: id,
  /** First day it holds, where the document itself states none: given by hand, never guessed. */
  validFrom: day.optional(),
  publish: z.boolean().default(false),
})

/** `towns/<town>/town.yaml`. */
export const townSchema = z.strictObject({
  town: id,
  name: z.string(),
  /** "DỮ LIỆU MINH HỌA" stands on every output of such a town. */
  illustration: z.boolean(),
  units: z.array(unitSchema),
  agencies: z.array(agencySchema).min(1),
  posts: z.array(postSchema).min(1),
  people: z.array(personSchema).default([]),
  incumbencies: z.array(incumbencySchema).default([]),
  documents: z.array(townDocumentSchema).default([]),
})

export type Unit = z.infer<typeof unitSchema>
export type Agency = z.infer<typeof agencySchema>
export type Post = z.infer<typeof postSchema>
export type Person = z.infer<typeof personSchema>
export type Incumbency = z.infer<typeof incumbencySchema>
export type TownDocument = z.infer<typeof townDocumentSchema>
export type Town = z.infer<typeof townSchema>

/** Who acts: a person, for a post of an agency, with the post's roles. */
export interface Actor {
  readonly agency: string
  readonly post: string
  readonly person: string
  readonly roles: readonly Role[]
}

/** Anyone at all: no agency, no post, no role. */
export const anyone: Actor = { agency: '', post: '', person: '', roles: [] }

export type Disclosure = 'internal' | 'public'

/** What an action is done to, as far as rights go. */
export interface Thing {
  readonly agency: string
  readonly disclosure: Disclosure
}
