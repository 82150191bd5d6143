import { afterEach, describe, expect, test } from 'vitest'
import { workshop, type Open, type Place } from './engines.ts'
import { hasPostgis, postgisHint } from './postgres.ts'

const available = await hasPostgis()
if (!available) process.stderr.write(`${postgisHint}\n`)

/** The tests that `define` makes run on PostgreSQL with PostGIS, which SQLite has no match for. */
export function onPostgis(define: (open: Open, place: Place) => void): void {
  describe.skipIf(!available)('postgres with PostGIS', () => {
    const { open, place, cleanUp } = workshop('postgres')
    afterEach(cleanUp)
    define(open, place)
  })
  if (!available && process.env.CI === 'true')
    test('PostGIS specs run', () => expect.unreachable(postgisHint))
}
