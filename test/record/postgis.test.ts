import { expect, test } from 'vitest'
import { openRaw } from '../engines.ts'
import { onPostgis } from '../postgis.ts'

onPostgis((open, place) => {
  test('a table of a record can hold a geometry made of its WKB, found by place', async () => {
    const at = await place()
    await open(undefined, at)
    await using raw = await openRaw(at)
    await raw.run(`
      create table shape (wkb bytea, place geometry generated always as (st_geomfromwkb(wkb)) stored);
      create index on shape using gist (place);
      insert into shape values (st_asbinary('point(587000 1638000)'::geometry))`)
    const found = (box: string) =>
      raw.run(`do $$ begin
        assert exists (select from shape where place && st_makeenvelope(${box})), 'nothing there';
      end $$`)
    await found('586999, 1637999, 587001, 1638001')
    await expect(found('0, 0, 1, 1')).rejects.toThrow('nothing there')
  })
})
