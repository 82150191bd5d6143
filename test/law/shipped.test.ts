import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lawFiles, lawFolder } from '../../src/app/law.ts'
import { editorSchemas, numberAt, readLaw, runCases } from '../../src/features/law/index.ts'
import { wordsToFind } from '../../src/features/law/rules/document.ts'
import { columnWords } from '../../src/features/law/messages/columns.ts'
import { projectRoot, shippedLaw } from '../support/law.ts'

const folder = lawFolder(projectRoot)

describe('the law that dothi ships', () => {
  test('is read without a fault', async () => {
    const { faults } = readLaw(await lawFiles(folder))
    expect(faults.map((fault) => fault.sentence('en'))).toEqual([])
  })

  test('every case of law comes out as its author says', async () => {
    const files = await lawFiles(folder)
    const { cases, faults } = runCases(await shippedLaw(), files)
    expect(faults.map((fault) => fault.sentence('en'))).toEqual([])
    expect(cases.length).toBeGreaterThan(100)
  })

  test('every norm that is a limit has a case just below, at and just above each of its values', async () => {
    const law = await shippedLaw()
    const { cases } = runCases(law, await lawFiles(folder))
    for (const { id, bound, entries } of law.parameters.values()) {
      const limits =
        bound === null ? [] : entries.filter(({ readings }) => readings.at(-1)?.state === 'value')
      for (const { from, readings } of limits) {
        const limit = Number(readings.at(-1)?.value)
        const sides = cases.flatMap((one) =>
          one.rule === 'norm' && one.parameter === id && numberAt(law, id, one).use.from === from
            ? [Math.sign(one.measured - limit)]
            : [],
        )
        expect([id, from, [...new Set(sides)].sort()]).toEqual([id, from, [-1, 0, 1]])
      }
    }
  })

  test('every column of a table has a name in words', async () => {
    const nameless = [...(await shippedLaw()).parameters.values()].flatMap(({ id, columns }) =>
      Object.entries(columns).flatMap(([name, { description }]) =>
        description || columnWords[name] ? [] : [`${id}: ${name}`],
      ),
    )
    expect(nameless).toEqual([])
  })

  test('a document that nobody has seen at an address is found by a number or a title, in both languages', async () => {
    const documents = [...(await shippedLaw()).documents.values()]
    const seen = documents.flatMap(({ text }) => (text ? [text.address] : []))
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(12)
    for (const document of documents.filter(({ text }) => !text))
      expect(wordsToFind(document)).toMatch(/\d|Luật/)
  })

  test('every file names the schema an editor checks it by', async () => {
    for (const { path, text } of await lawFiles(folder)) {
      const up = '../'.repeat(path.split('/').length - 1)
      expect([path, text.split('\n')[0]]).toEqual([
        path,
        expect.stringMatching(
          new RegExp(
            `^# yaml-language-server: \\$schema=${up}schema/(parameter|documents|units|sets|cases)\\.json$`,
          ),
        ),
      ])
    }
  })

  test('the schemas for editors are those the reader goes by (npm run bless renews them)', async () => {
    for (const [name, text] of editorSchemas()) {
      const path = join(folder, 'schema', name)
      if (process.env['DOTHI_BLESS'] === '1') await writeFile(path, text)
      expect([name, await readFile(path, 'utf8')]).toEqual([name, text])
    }
  })
})
