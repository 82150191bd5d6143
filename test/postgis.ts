import { afterEach, describe, expect, test } from 'vitest'
import { workshop, type Open, type Place } from './engines.ts'
import { lackOfPostgres } from './postgres.ts'

const lack = await lackOfPostgres()

/** The tests that `define` makes run on PostgreSQL with PostGIS, which SQLite has no match for. */
export function onPostgis(define: (open: Open, place: Place) => void): void {
  describe.skipIf(lack !== undefined)('postgres with PostGIS', () => {
    const { open, place, cleanUp } = workshop('postgres')
    afterEach(cleanUp)
    define(open, place)
  })
  if (lack && process.env.CI === 'true') test('PostGIS specs run', () => expect.unreachable(lack))
}
