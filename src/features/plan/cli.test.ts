import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommandLine } from '../../platform/cli/index.ts'
import { readCommand } from './cli.ts'
import { planReadingSchema } from './model.ts'

const plan = `ỦY BAN NHÂN DÂN
THỊ XÃ THÍ DỤ

Số: 12/KH-UBND

Thí Dụ, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Trồng cây năm 2024

I. MỤC TIÊU

- Tỷ lệ cây xanh đến năm 2025 đạt trên 12%.

II. NHIỆM VỤ

1. Trồng cây ven sông.

- Cơ quan chủ trì: Phòng Quản lý đô thị.

- Thời gian: Quý II/2024.
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dothi-read-'))
  await writeFile(join(folder, 'plan.txt'), plan)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const said = { out: '', err: '' }
  const streams = {
    out: { write: (text: string) => (said.out += text) },
    err: { write: (text: string) => (said.err += text) },
  }
  const code = await runCommandLine([readCommand()], ['read', ...args], streams, '1.0.0')
  return { code, ...said }
}

describe('npx dothi read', () => {
  test('a program gets one JSON document that keeps to the schema', async () => {
    const { code, out } = await run(join(folder, 'plan.txt'), '--json')
    const reading = planReadingSchema.parse(JSON.parse(out))
    expect(code).toBe(0)
    expect(out.trimEnd()).not.toContain('\n')
    expect(reading.targets).toMatchObject([{ values: [{ year: 2025, comparator: '>', value: 12 }] }])
    expect(reading.tasks).toMatchObject([{ no: '1', lead: [{ text: 'Phòng Quản lý đô thị' }] }])
  })

  test('a person gets the same as text, with what is unclear said', async () => {
    const { out } = await run(join(folder, 'plan.txt'))
    expect(out).toContain('2025: trên 12%')
    expect(out).toContain('chủ trì: Phòng Quản lý đô thị')
    expect(out).toContain('chưa rõ sản phẩm')
    expect((await run(join(folder, 'plan.txt'), '--lang', 'en')).out).toContain('lead: Phòng Quản lý đô thị')
  })

  test('a file that is not there is a sentence, not a stack trace', async () => {
    const { code, out, err } = await run(join(folder, 'none.docx'))
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('none.docx')
    expect(err).not.toContain('at ')
  })
})
