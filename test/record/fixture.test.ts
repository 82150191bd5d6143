import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { auditVerify, facts, personalValue, restore, type TownRecord } from '../../src/platform/db/index.ts'
import { eachEngine } from '../engines.ts'
import { day, target } from './history.ts'

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url))
const fixtures = await readdir(folder)

/** What `someHistory` left behind, whichever version wrote it. */
async function expectSomeHistory(record: TownRecord): Promise<void> {
  expect(await auditVerify(record)).toMatchObject({ whole: true, revisions: 7 })
  await record.read(async (db) => {
    const read = facts(db, 'thi-xa', target)
    const goals = async (on: string, known?: number | string) =>
      (await read.asOf({ on: day(on), known: known as never })).map((one) => [one.id, one.value.goal])
    expect(await goals('2024-06-01')).toEqual([
      ['green', 9.5],
      ['urban', 50],
    ])
    expect(await goals('2024-06-01', 2)).toEqual([
      ['green', 9],
      ['urban', 50],
    ])
    expect(await goals('2026-06-01', '2026-11-02')).toEqual([['urban', 60]])
    expect((await goals('2026-06-01')).map(([id]) => id)).toEqual(['a', 'b', 'c', 'urban'])
    expect(await goals('2030-01-01')).toHaveLength(3)
    expect(await personalValue(db, 'thi-xa', 'p1')).toBeUndefined()
    expect(await personalValue(db, 'thi-xa', 'p2')).toBe('Trần Thị B')
  })
}

describe('a record of every released version still opens', () => {
  test('the version of this checkout is among them', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
    expect(fixtures).toContain(`${version}.sqlite.gz`)
    expect(fixtures).toContain(`${version}.backup.gz`)
  })

  eachEngine((open, engine, place) => {
    for (const name of fixtures.filter((one) => one.endsWith('.backup.gz')))
      test(`${name} is restored`, async () => {
        const at = await place()
        await restore(join(folder, name), at)
        await expectSomeHistory(await open(undefined, at))
      })

    if (engine === 'sqlite')
      for (const name of fixtures.filter((one) => one.endsWith('.sqlite.gz')))
        test(`${name} is opened`, async () => {
          const at = await place()
          if (at.kind === 'sqlite') await writeFile(at.file, gunzipSync(await readFile(join(folder, name))))
          await expectSomeHistory(await open(undefined, at))
        })
  })
})
