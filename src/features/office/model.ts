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

/** A name in both languages, Vietnamese first. */
const words = z.strictObject({ vi: z.string(), en: z.string() })

/**
 * What a post may be trusted with. `clerk` files documents, `officer` checks what was read and saves it, `leader`
 * sees all of the agency and undoes, `publisher` releases, `engineer` keeps maps and data, `supervisor` reads what
 * is published (People's Council, Fatherland Front), `administrator` runs the machine and sees no content.
 */
export const roleSchema = z.enum([
  'clerk',
  'officer',
  'leader',
  'publisher',
  'engineer',
  'supervisor',
  'administrator',
])
export type Role = z.infer<typeof roleSchema>

export const agencySchema = z.strictObject({ id, name: z.string(), ...dated })
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

/** `towns/<town>/town.yaml`. */
export const townSchema = z.strictObject({
  id,
  name: words,
  province: words,
  /** `notice` stands on every output of such a town. */
  illustration: z.boolean(),
  notice: words.optional(),
  /** The VN-2000 plane in which its record keeps places, by its name in `law/coordinates`. */
  plane: z.string(),
  /** Where citizens turn to. */
  office: z.strictObject({ agency: id, ...words.shape, hours: words }).optional(),
  /** The plan the town brings along, read and accepted when its record is made. */
  plan: z
    .strictObject({
      document: z.string(),
      /** In whose record it stands, and the post in whose name it is accepted. */
      agency: id,
      post: id,
      /** First day it holds, where the document itself states none: given by hand, never guessed. */
      validFrom: day.optional(),
      publish: z.boolean().default(false),
      releasedBy: words.optional(),
    })
    .optional(),
  agencies: z.array(agencySchema).min(1),
  posts: z.array(postSchema).min(1),
  people: z.array(personSchema).default([]),
  incumbencies: z.array(incumbencySchema).default([]),
  /** Files beside this one: the administrative units with what became of them, and their boundaries. */
  territory: z.strictObject({ units: z.string(), boundaries: z.string() }).optional(),
  /** Entries of registers in a folder of GeoJSON, a file for each register. */
  registers: z
    .strictObject({
      folder: z.string(),
      /** The post in whose name they are entered. */
      post: id,
      /** The document beside them that makes some registers public, and the post that releases by it. */
      release: z.strictObject({
        document: z.string(),
        number: z.string(),
        issuer: z.string(),
        issuedOn: day,
        post: id,
        registers: z.array(z.string()),
      }),
    })
    .optional(),
})

export type Agency = z.infer<typeof agencySchema>
export type Post = z.infer<typeof postSchema>
export type Person = z.infer<typeof personSchema>
export type Incumbency = z.infer<typeof incumbencySchema>
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
