import { glob, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

/** Forms that the two engines read differently, or that one of them does not know. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [
    /->>?\s*['"$]/,
    'properties go through jsonText, jsonNumber and jsonFlag (->> gives 10 here and "10" there)',
  ],
  [/\bnow\(\)|\bcurrent_(date|time|timestamp)\b|\bdatetime\(|\bstrftime\(/i, 'the instant is handed in'],
  [/\bi?like\b/i, 'search goes by a folded column (LIKE minds case on one engine only)'],
  [/\w::\w/, 'cast(x as t) is read by both'],
  [/\b(autoincrement|serial|bigserial|identity)\b/i, 'ids come from the key of the source'],
  [/\browid\b|\bctid\b/i, 'a row is known by its key'],
  [/\b(insert or (replace|ignore)|replace into)\b/i, 'on conflict … do is read by both'],
  [
    /\b(jsonb?|uuid|date|timestamp|timestamptz|numeric|boolean|varchar)\b\s*(not null|,|\))/i,
    'types are text, integer, real, blob',
  ],
  [
    /\b(group_concat|string_agg|json_group_array|json_agg|ifnull|date_trunc)\s*\(/i,
    'aggregates and dates are put together in code',
  ],
]

/** Where an engine is spoken to in its own words. */
const ownWords =
  /platform\/db\/(sqlite|postgres|shape|dialect)|\.(sqlite|postgres)\.sql$|registers\/store\/made\/|\.test\.ts$/

/** The SQL of a migration, or what stands in the `sql` templates of a file. */
function sqlOf(path: string, text: string): string {
  if (path.endsWith('.sql')) return text.replaceAll(/--.*$/gm, '')
  return [...text.matchAll(/\bsql(?:\.raw\()?(?:<[^`]*?>)?`([^`]*)`/g)].map((found) => found[1]).join('\n')
}

function faults(path: string, text: string): string[] {
  const code = sqlOf(path, text)
  return forbidden.flatMap(([form, instead]) => {
    const found = form.exec(code)
    return found ? [`${path}: "${found[0]}": ${instead}`] : []
  })
}

describe('SQL reads the same on both engines', () => {
  test('no store, and no migration for both, uses a form of one engine', async () => {
    const found: string[] = []
    const places = [
      'src/features/*/store{.ts,/**/*.ts}',
      'src/platform/{db,jobs}/**/*.ts',
      'db/migrations/*.sql',
    ]
    for await (const path of glob(places))
      if (!ownWords.test(path.replaceAll('\\', '/')))
        found.push(...faults(path, await readFile(path, 'utf8')))
    expect(found).toEqual([])
  })

  test.each([
    "body ->> 'a'",
    'x > now()',
    "a ilike 'b'",
    'a::text',
    'id integer primary key autoincrement',
    'day date not null',
    'insert or ignore into a',
  ])('a planted %s is named', (text) => {
    expect(faults('a.sql', text)).toHaveLength(1)
    expect(faults('store.ts', 'sql<number>`' + text + '`')).toHaveLength(1)
  })
})
