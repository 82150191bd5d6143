import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import { dropped, misplaced } from '../../../../test/documents/places.ts'
import { readSource } from '../../../platform/formats/index.ts'
import { refuseSecret } from '../rules.ts'
import { readDocument } from './document.ts'

const documents = join(import.meta.dirname, '../../../../test/documents')
const files = ['samples', 'layouts'].flatMap((set) =>
  readdirSync(join(documents, set)).map((file) => join(documents, set, file)),
)
const texts = files.filter((file) => /\.(?:txt|md)$/.test(file)).map((file) => readFileSync(file, 'utf8'))
const runs = process.env['DOTHI_LONG'] ? 1000 : 100

describe('what stands in the document stands in its reading, in its place', () => {
  test.each(files)('%s', async (file) => {
    const source = await readSource(readFileSync(file), { name: file })
    const reading = readDocument(source)
    expect(misplaced(source.text, reading)).toEqual([])
    expect(dropped(source.text, reading)).toEqual([])
  })

  test('property: pages torn, lines lost, joined and repeated: still nothing is dropped in silence', () => {
    const damage = fc.array(
      fc.record({ at: fc.nat(400), kind: fc.constantFrom('gap', 'page', 'join', 'lose', 'twice', 'mark') }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(fc.constantFrom(...texts), damage, (text, faults) => {
        const lines = text.split('\n')
        for (const { at, kind } of faults) harm(lines, at % lines.length, kind)
        const source = plainText(lines.join('\n'), 'a.md')
        const reading = readDocument(source)
        expect(misplaced(source.text, reading)).toEqual([])
        expect(dropped(source.text, reading)).toEqual([])
        const ids = reading.clauses.map((clause) => clause.id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { parent } of reading.clauses) if (parent !== null) expect(ids).toContain(parent)
      }),
      { numRuns: runs },
    )
  })
})

function harm(lines: string[], at: number, kind: string): void {
  const line = lines[at] ?? ''
  if (kind === 'gap') lines.splice(at, 0, '')
  if (kind === 'page') lines.splice(at, 0, '', '7', '')
  if (kind === 'join') lines.splice(at, 2, `${line} ${lines[at + 1] ?? ''}`)
  if (kind === 'lose') lines.splice(at, 1)
  if (kind === 'twice') lines.splice(at, 0, line)
  if (kind === 'mark') lines[at] = `**${line}**`
}

test.each([
  ['numbers that never grow', '1. A\n'.repeat(20_000)],
  ['a number without end', `Số: 1${'-a'.repeat(50_000)}`],
  ['notes that name each other', 'x(1)\n(1) a\n'.repeat(10_000)],
  ['kinds without documents', 'Nghị quyết '.repeat(20_000)],
])('a text made to stall the reader does not: %s', (_, text) => {
  const start = performance.now()
  refuseSecret(text)
  readDocument(plainText(text))
  expect(performance.now() - start).toBeLessThan(20_000)
})
