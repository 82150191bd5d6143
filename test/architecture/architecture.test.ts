import { readFile } from 'node:fs/promises'
import { glob } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import {
  cycles,
  importFaults,
  lengthFaults,
  purityFaults,
  sqlFaults,
  stateFaults,
  type Sources,
} from './rules.ts'

async function project(): Promise<Sources> {
  const sources = new Map<string, string>()
  for await (const path of glob('{src,scripts,test,bench,towns,bin}/**/*.{ts,tsx,js}'))
    sources.set(path.replaceAll('\\', '/'), await readFile(path, 'utf8'))
  return sources
}

describe('the rooms hold, so that the next person finds each thing where it belongs', async () => {
  const sources = await project()
  test('imports go down only', () => expect(importFaults(sources)).toEqual([]))
  test('no import cycle', () => expect(cycles(sources)).toEqual([]))
  test('SQL stands only in store and platform/db', () => expect(sqlFaults(sources)).toEqual([]))
  test('pure files do no I/O', () => expect(purityFaults(sources)).toEqual([]))
  test('no module-level state', () => expect(stateFaults(sources)).toEqual([]))
  test('no file over 400 lines', () => expect(lengthFaults(sources)).toEqual([]))
})

describe('each rule catches what it is there for', () => {
  const planted = (path: string, text: string): Sources => new Map([[path, text]])

  test.each([
    ['src/domain/a.ts', "import { x } from '../platform/log.ts'"],
    ['src/platform/a.ts', "import { x } from '../features/plan/index.ts'"],
    ['src/features/documents/actions.ts', "import { x } from '../plan/index.ts'"],
    ['src/features/plan/actions.ts', "import { x } from '../documents/store.ts'"],
    ['src/features/editions/actions.ts', "import { x } from '../plan/index.ts'"],
    ['src/features/plan/pages/a.tsx', "import { save } from '../actions.ts'"],
    ['src/features/plan/pages/a.tsx', "import { x } from '../../../platform/log.ts'"],
    ['src/ui/a.tsx', "import { x } from '../features/plan/model.ts'"],
    ['src/features/plan/api.ts', "export * from '../../app/main.ts'"],
  ])('%s: %s goes up', (path, text) => expect(importFaults(planted(path, text))).toHaveLength(1))

  test.each([
    ['src/features/plan/pages/a.tsx', "import type { Save } from '../actions.ts'"],
    ['src/features/plan/pages/a.tsx', "import { type Save } from '../actions.ts'"],
    ['src/features/plan/model.ts', "import { x } from '../documents/model.ts'"],
    ['src/features/plan/actions.ts', "import { x } from '../documents/index.ts'"],
    ['src/app/main.ts', "import { x } from '../features/plan/store.ts'"],
  ])('%s: %s is allowed', (path, text) => expect(importFaults(planted(path, text))).toEqual([]))

  test('a cycle is named', () => {
    const two: Sources = new Map([
      ['src/domain/a.ts', "import { b } from './b.ts'"],
      ['src/domain/b.ts', "import { a } from './a.ts'"],
    ])
    expect(cycles(two)).toEqual(['src/domain/a.ts → src/domain/b.ts → src/domain/a.ts'])
  })

  test('SQL in actions, and the tool that makes it', () => {
    const path = 'src/features/plan/actions.ts'
    expect(sqlFaults(planted(path, 'run(`select * from plan`)'))).toHaveLength(1)
    expect(sqlFaults(planted(path, "import { sql } from 'kysely'"))).toHaveLength(1)
    expect(sqlFaults(planted('src/features/plan/store.ts', 'run(`select * from plan`)'))).toEqual([])
  })

  test.each([
    "import fs from 'node:fs'",
    'const now = Date.now()',
    'const d = new Date()',
    'await fetch(url)',
  ])('a pure file with %s', (text) =>
    expect(purityFaults(planted('src/features/plan/rules.ts', text))).toHaveLength(1),
  )

  test('module-level let, and a file too long', () => {
    expect(stateFaults(planted('src/domain/a.ts', 'let count = 0'))).toHaveLength(1)
    expect(lengthFaults(planted('src/domain/a.ts', 'x\n'.repeat(401)))).toHaveLength(1)
  })
})
