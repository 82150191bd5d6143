import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { registerFiles } from '../../src/app/registers.ts'
import type { Day } from '../../src/domain/day.ts'
import type { Law } from '../../src/features/law/index.ts'
import {
  readRegisters,
  registerSchemas,
  registersTable,
  type Catalogue,
} from '../../src/features/registers/index.ts'
import { projectRoot, shippedLaw, shippedRegisters } from '../support/law.ts'

const today = '2026-11-22' as Day
let law: Law
let catalogue: Catalogue
beforeAll(async () => {
  law = await shippedLaw()
  catalogue = await shippedRegisters()
})

describe('the registers that dothi ships', () => {
  test('are read without a fault', async () => {
    const { faults } = readRegisters(await registerFiles(projectRoot), law)
    expect(faults.map((fault) => fault.sentence('en'))).toEqual([])
  })

  test('hold what an office keeps, and every layer of the national dossier that is not a border of units', () => {
    const ids = catalogue.on(today).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(
      expect.arrayContaining([
        'planning-zones',
        'parcels',
        'flood-points',
        'prevailing-plans',
        'neighbourhoods',
        'ht-chuc-nang-su-dung-dat-a',
        'qh-phan-khu-quy-hoach-a',
        'mg-moc-gioi-quy-hoach-p',
      ]),
    )
    expect(ids.filter((id) => /^(ht|qh|mg)-/.test(id)).length).toBeGreaterThan(140)
    expect(ids.filter((id) => /hanh-chinh/.test(id))).toEqual([])
  })

  test('before the circular there was no such dossier', () => {
    expect(catalogue.on('2025-06-30' as Day).filter(({ group }) => group !== null)).toEqual([])
  })

  test('nothing is public from the start, and what is under ground or secret waits for a document that names it', () => {
    for (const { id, disclosure } of catalogue.on(today)) expect([id, disclosure]).not.toEqual([id, 'public'])
    const byDocument = catalogue.on(today).filter(({ release }) => release === 'by-document')
    expect(byDocument.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'parcels',
        'underground-works',
        'utility-lines',
        'control-points',
        'defence-security-land',
        'plans-in-preparation',
        'ht-cong-trinh-ngam-a',
        'qh-mang-luoi-phan-phoi-dien-l',
        'mg-moc-gioi-quy-hoach-p',
      ]),
    )
    expect(catalogue.find('defence-security-land', today).disclosure).toBe('restricted')
    expect(catalogue.find('parcels', today).copy).toBe(true)
  })

  test('stand in a table for readers, register by register and field by field', async () => {
    const path = join(projectRoot, 'docs/registers.generated.md')
    const text = registersTable(catalogue.on(today))
    if (process.env['DOTHI_BLESS'] === '1') await writeFile(path, text)
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  test('every file names the schema an editor checks it by, and the schemas are those the reader goes by', async () => {
    for (const { path, text } of await registerFiles(projectRoot))
      expect([path, text.split('\n')[0]]).toEqual([
        path,
        expect.stringMatching(/^# yaml-language-server: \$schema=schema\/(register|lists)\.json$/),
      ])
    for (const [name, text] of registerSchemas()) {
      const path = join(projectRoot, 'registers/schema', name)
      if (process.env['DOTHI_BLESS'] === '1') await writeFile(path, text)
      expect([name, await readFile(path, 'utf8')]).toEqual([name, text])
    }
  })
})
