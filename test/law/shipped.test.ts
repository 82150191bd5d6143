import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lawFiles, lawFolder, readLawFolder } from '../../src/app/law.ts'
import { editorSchemas } from '../../src/features/law/index.ts'
import { projectRoot } from '../support/law.ts'

const folder = lawFolder(projectRoot)

describe('the law that dothi ships', () => {
  test('is read without a fault', async () => {
    const { faults } = await readLawFolder(folder)
    expect(faults.map((fault) => fault.sentence('en'))).toEqual([])
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
