import { sql, type RawBuilder } from 'kysely'
import type { EngineName } from '../../../../platform/db/index.ts'

/**
 * PostgreSQL finds a text by its groups of three letters. SQLite reads the index of labels, which holds all texts, and
 * goes to the entries only where the words stand.
 */
export function holdsWords(
  engine: EngineName,
  agency: string,
  kind: RawBuilder<unknown>,
  words: readonly string[],
): RawBuilder<boolean>[] {
  if (words.length === 0) return []
  const held = (alias: string, word: string) =>
    sql<boolean>`instr(${sql.ref(`${alias}.search`)}, ${word}) > 0`
  if (engine === 'sqlite')
    return [
      sql<boolean>`v.rowid in (select w.rowid from entry_version as w
        where w.agency = ${agency} and w.kind = ${kind}
          and ${sql.join(
            words.map((word) => held('w', word)),
            sql` and `,
          )})`,
    ]
  const pattern = (word: string) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
  return words.map((word) => sql<boolean>`(v.search like ${pattern(word)} and ${held('v', word)})`)
}
