import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { forPostgres, migrate, migrationFolder, migrationsOf } from '../../src/platform/db/migrate.ts'
import { openEngine } from '../../src/platform/db/record.ts'
import { eachEngine, rawSql } from '../engines.ts'
import { golden } from '../golden.ts'

/** Tables whose rows belong to no agency: they describe the record itself, or the nation. */
const withoutAgency = new Set(['migration', 'unit_version'])
/** Tables that the audit chain does not hold, each for a reason. */
const unaudited = new Set([
  'migration', // checked against the files at every start
  'revision', // is the chain
  'job', // a queue; what jobs do to facts is audited
  // Made from the kept bytes, and made again from them; what is taken of it is audited.
  'import_work',
  'import_issue',
  'import_change',
])

describe('the schema', () => {
  eachEngine((open, name, place) => {
    const opened: Awaited<ReturnType<typeof openEngine>>[] = []
    // Before the place is taken away: Windows keeps a file that is open.
    afterEach(async () => {
      for (const engine of opened.splice(0)) await engine.close()
    })
    const engineAt = async () => {
      const engine = await openEngine(await place())
      opened.push(engine)
      return engine
    }

    test('is what the golden file says, so that a reviewer sees what a migration does', async () => {
      const engine = await engineAt()
      await migrate(engine, await migrationsOf(name))
      await golden(`schema.${name}.sql`, await engine.read((db) => engine.schema(db)))
    })

    test('puts agency first in every key, and every table under the audit', async () => {
      const { tables } = await open()
      for (const { name: table, key, columns } of tables) {
        if (!withoutAgency.has(table)) expect(key[0], table).toBe('agency')
        const marked = columns.includes('revision') || columns.includes('revision_from')
        expect(marked, `${table} is audited`).toBe(!unaudited.has(table))
      }
    })

    test('the database itself refuses two current versions that overlap', async () => {
      const at = await place()
      await open(undefined, at)
      const version = (from: string, to: string | null, until: number | null) =>
        `insert into fact_version values ('a', 'k', 'x', '${from}', ${to ? `'${to}'` : 'null'}, ${until ? 1 : 2}, ${until ?? 'null'}, '{}')`
      await rawSql(at, version('2020-01-01', '2021-01-01', null), version('2021-01-01', null, null))
      await expect(rawSql(at, version('2020-12-31', null, null))).rejects.toThrow(/overlap/)
      await expect(rawSql(at, version('2019-01-01', '2020-01-02', null))).rejects.toThrow(/overlap/)
      await rawSql(at, version('2019-01-01', null, 2))
      const again = `update fact_version set revision_to = null where valid_from = '2019-01-01'`
      await expect(rawSql(at, again)).rejects.toThrow(/overlap/)
      const longer = `update fact_version set valid_to = null where valid_to = '2021-01-01'`
      await expect(rawSql(at, longer)).rejects.toThrow(/overlap/)
    })

    test('a record of a newer dothi is refused and not touched', async () => {
      const at = await place()
      await (await open(undefined, at)).close()
      await rawSql(at, `insert into migration values (9999, 'later', 'x')`)
      await expect(open(undefined, at)).rejects.toMatchObject({
        code: 'record-newer',
        params: { found: 9999 },
      })
    })

    test('a migration changed after it was applied is named', async () => {
      const at = await place()
      await (await open(undefined, at)).close()
      await rawSql(at, `update migration set digest = 'other' where number = 1`)
      await expect(open(undefined, at)).rejects.toMatchObject({ code: 'record-strange' })
    })

    test('a record that changes under a running server is noticed: it would be read wrongly', async () => {
      const at = await place()
      const record = await open(undefined, at)
      await record.demandSchema()
      await rawSql(at, `insert into migration values (9999, 'later', 'x')`)
      await expect(record.demandSchema()).rejects.toMatchObject({ code: 'record-newer' })
      await rawSql(at, `delete from migration where number in (1, 9999)`)
      await expect(record.demandSchema()).rejects.toMatchObject({ code: 'record-strange' })
    })

    test('a migration that fails halfway leaves the record as it was', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'dothi-migrations-'))
      onTestFinished(() => rm(folder, { recursive: true }))
      await cp(migrationFolder, folder, { recursive: true })
      const known = await migrationsOf(name)
      const file = `${String(known.length + 1).padStart(4, '0')}_broken.sql`
      await writeFile(
        join(folder, file),
        'create table half (agency text primary key) strict;\ncreate nonsense;',
      )
      const engine = await engineAt()
      await migrate(engine, known)
      const before = await engine.read((db) => engine.schema(db))
      await expect(migrate(engine, await migrationsOf(name, folder))).rejects.toThrow(/nonsense/)
      expect(await engine.read((db) => engine.schema(db))).toBe(before)
      await migrate(engine, known)
    })
  })

  test('what PostgreSQL wants otherwise is changed outside comments only', () => {
    expect(forPostgres('create table a (b text, c integer) strict; -- text')).toBe(
      'create table a (b text collate "C", c bigint); ',
    )
  })
})
