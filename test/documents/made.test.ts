import { readFile } from 'node:fs/promises'
import { zipSync } from 'fflate'
import { afterEach, expect, test, vi } from 'vitest'
import { planDocument } from '../../scripts/make-plan-document.ts'
import { steadyFile } from '../../src/platform/formats/steady.ts'

const town = new URL('../../towns/duc-pho/', import.meta.url)
const digits = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

afterEach(() => vi.unstubAllEnvs())

test("the example's Word file is what its text makes: whoever edits one finds the other", async () => {
  const made = await planDocument(await readFile(new URL('plan.md', town), 'utf8'))
  const kept = await readFile(new URL('plan.docx', town))
  expect(digits(made) === digits(kept), 'node scripts/make-plan-document.ts duc-pho').toBe(true)
})

test('a file that is made has the same bytes wherever on earth it is made', () => {
  const core = new TextEncoder().encode('<dcterms:created>2024-05-06T07:08:09.123Z</dcterms:created>')
  const file = zipSync({ 'docProps/core.xml': core, 'word/document.xml': core })
  const hours = new Set<number>()
  const made = ['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => {
    vi.stubEnv('TZ', zone)
    hours.add(new Date(2026, 0, 1).getTimezoneOffset())
    return digits(steadyFile(file))
  })
  expect(hours.size).toBe(4)
  expect(new Set(made).size).toBe(1)
})
