import { createHash, randomBytes } from 'node:crypto'
import type { Writing } from './fact-writer.ts'
import type { Db } from './tables.ts'

/**
 * Values that belong to a person, under a key that facts and revisions may hold in their stead. Erasing takes
 * salt and value; the audit chain keeps the digest, from which without the salt nothing can be guessed.
 */
export interface PersonalWriter {
  set(key: string, value: string): Promise<void>
  /** Takes every value ever kept under the key. The commit that does so stays in the log. */
  erase(key: string): Promise<void>
}

export function personalWriter({ db, agency, revision }: Writing): PersonalWriter {
  const ofKey = (key: string) => ({ agency, key })
  const supersede = (key: string) =>
    db
      .updateTable('personal_value')
      .set({ revision_to: revision })
      .where((one) => one.and(ofKey(key)))
      .where('revision_to', 'is', null)
      .execute()
  return {
    set: async (key, value) => {
      await db
        .deleteFrom('personal_value')
        .where((one) => one.and({ ...ofKey(key), revision_from: revision }))
        .execute()
      await supersede(key)
      const salt = randomBytes(16).toString('hex')
      await db
        .insertInto('personal_value')
        .values({
          ...ofKey(key),
          revision_from: revision,
          revision_to: null,
          erased_in: null,
          digest: saltedDigest(salt, value),
          salt,
          value,
        })
        .execute()
    },
    erase: async (key) => {
      await supersede(key)
      await db
        .updateTable('personal_value')
        .set({ erased_in: revision, salt: null, value: null })
        .where((one) => one.and(ofKey(key)))
        .where('erased_in', 'is', null)
        .execute()
    },
  }
}

/** The value now kept under a key; undefined where there is none, or it was erased. */
export async function personalValue(db: Db, agency: string, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('personal_value')
    .select('value')
    .where((one) => one.and({ agency, key }))
    .where('revision_to', 'is', null)
    .executeTakeFirst()
  return row?.value ?? undefined
}

export const saltedDigest = (salt: string, value: string): string =>
  createHash('sha256').update(`${salt}\n${value}`).digest('hex')
