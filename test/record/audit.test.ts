import { describe, expect, test } from 'vitest'
import { auditVerify, facts, personalValue, type TownRecord } from '../../src/platform/db/index.ts'
import { eachEngine, openRaw, rawSql } from '../engines.ts'
import { author, someHistory, target } from './history.ts'

interface Cell {
  readonly where: string
  readonly column: string
  readonly value: string | number | null
}

const literal = (value: Cell['value'] = null) =>
  value === null ? 'null' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`

/** Every cell of the tables that the audit answers for. */
async function cells(record: TownRecord): Promise<[table: string, cell: Cell][]> {
  const names = ['revision', 'fact_version', 'personal_value'] as const
  return record.read(async (db) => {
    const found: [string, Cell][] = []
    for (const name of names) {
      const key = record.tables.find((table) => table.name === name)?.key ?? []
      const rows = await db
        .selectFrom(name as 'fact_version')
        .selectAll()
        .execute()
      for (const row of rows as unknown as Record<string, Cell['value']>[]) {
        const where = key.map((part) => `${part} = ${literal(row[part])}`).join(' and ')
        for (const [column, value] of Object.entries(row)) found.push([name, { where, column, value }])
      }
    }
    return found
  })
}

/** The value with one byte altered; a value where there was none. */
function altered({ column, value }: Cell): string | number {
  if (typeof value === 'number') return column === 'long' ? 1 - value : value + 1000
  if (value === null) return /^(revision|erased|closed|reach|number)/.test(column) ? 3000 : '2099-12-31'
  return String.fromCodePoint((value.codePointAt(0) ?? 0) ^ 1) + value.slice(1)
}

describe('the log of revisions is the audit chain', () => {
  eachEngine((open, _, place) => {
    test('one altered byte in any column is found', async () => {
      const at = await place()
      const record = await open(undefined, at)
      await someHistory(record)
      expect(await auditVerify(record)).toMatchObject({ whole: true, revisions: 7 })
      const every = await cells(record)
      expect(every.length).toBeGreaterThan(150)
      await using raw = await openRaw(at)
      const missed: string[] = []
      let tried = 0
      for (const [table, cell] of every) {
        const set = (value: Cell['value']) =>
          `update ${table} set ${cell.column} = ${literal(value)} where ${cell.where}`
        // What the database itself refuses (two versions that overlap, an end before its start) needs no audit.
        const changed = await raw.run(set(altered(cell))).then(
          () => true,
          () => false,
        )
        if (!changed) continue
        tried++
        const back = cell.where.replace(
          `${cell.column} = ${literal(cell.value)}`,
          `${cell.column} = ${literal(altered(cell))}`,
        )
        if ((await auditVerify(record)).whole) missed.push(`${table}.${cell.column} where ${cell.where}`)
        await raw.run(`update ${table} set ${cell.column} = ${literal(cell.value)} where ${back}`)
      }
      expect(missed).toEqual([])
      expect(tried).toBeGreaterThan(0.9 * every.length)
      expect(await auditVerify(record)).toMatchObject({ whole: true })
    })

    test('a row taken out or slipped in is found, and a revision cut out of the middle', async () => {
      const at = await place()
      const record = await open(undefined, at)
      await someHistory(record)
      await rawSql(
        at,
        `insert into fact_version values ('thi-xa', 'target', 'new', '2020-01-01', null, 2, null, '{}')`,
      )
      expect(await auditVerify(record)).toMatchObject({ findings: [{ revision: 2, what: 'content' }] })
      await rawSql(at, `delete from fact_version where id = 'new'`, `delete from revision where number = 3`)
      expect(await auditVerify(record)).toMatchObject({ whole: false })
    })

    test('a person is forgotten and the chain still holds', async () => {
      const record = await open()
      await someHistory(record)
      await record.read(async (db) => {
        expect(await personalValue(db, 'thi-xa', 'p1')).toBeUndefined()
        expect(await personalValue(db, 'thi-xa', 'p2')).toBe('Trần Thị B')
        const kept = await db.selectFrom('personal_value').select('value').where('key', '=', 'p1').execute()
        expect(kept.map((row) => row.value)).toEqual([null, null])
      })
      expect(await auditVerify(record)).toMatchObject({ whole: true })
    })

    test('work that changed nothing leaves no revision', async () => {
      const record = await open()
      await someHistory(record)
      const { revision } = await record.commit(author, 'nothing', async () => {})
      expect(await auditVerify(record)).toMatchObject({ revisions: 7 })
      expect(await record.read((db) => facts(db, 'thi-xa', target).timeline(revision))).toHaveLength(6)
    })
  })
})
