import { z } from 'zod'

/** What an edition says of its own state; from the record, so that the same facts give the same bytes. */
export const publishedStateSchema = z.strictObject({
  /** The town as the public knows it. */
  town: z.string(),
  /** Whose it is and who answers for it. */
  agency: z.strictObject({ id: z.string(), name: z.string() }),
  /** Where to ask, as the office wrote it; null where it has not. */
  contact: z.string().nullable(),
  /** "Theo dữ liệu đến ngày". */
  asOf: z.iso.date(),
  revision: z.strictObject({ number: z.int(), at: z.iso.datetime(), digest: z.string() }),
  illustration: z.boolean(),
})
export type PublishedState = z.infer<typeof publishedStateSchema>
