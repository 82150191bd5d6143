import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { acceptedPlanOfThiDu, stateOfThiDu } from '../../../../test/support/accepted-plan.ts'
import type { AcceptedPlan } from '../model/accepted.ts'
import { publishedPlanSchema } from '../model/published.ts'
import { publishedPlan } from '../rules/published.ts'
import { pagePaths, planArtefacts } from './artefacts.ts'
import type { Press } from './press.ts'

const plan = publishedPlan(acceptedPlanOfThiDu(), stateOfThiDu)
const bytes = (text: string) => new TextEncoder().encode(text)

/** A press of one page and three assets, of which the font is named by the style alone. */
const press: Press = {
  page: (path, { plan: { state } }) =>
    Promise.resolve(`<link rel="stylesheet" href="/assets/a-1.css"><h1>${state.town} ${path}</h1>`),
  asset: (path) =>
    Promise.resolve(
      {
        '/assets/a-1.css': { bytes: bytes('a{src:url(/assets/f-2.woff2)}'), type: 'text/css; charset=utf-8' },
        '/assets/f-2.woff2': { bytes: bytes('/assets/not-a-name.png'), type: 'font/woff2' },
      }[path] ?? null,
    ),
}

const textOf = async (path: string, of = plan) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await planArtefacts(of, press)).get(path)?.bytes)

describe('what leaves the office is what may leave it', () => {
  test('the data is the plan as its schema says', async () => {
    expect(publishedPlanSchema.parse(JSON.parse(await textOf('api/plan.json')))).toEqual(plan)
  })

  test('no name of a person, no open question, no place in the text', async () => {
    const files = await planArtefacts(plan, press)
    const all = [...files.values()].map((file) => new TextDecoder().decode(file.bytes)).join('\n')
    expect(all).not.toMatch(/Người Ký|Nguyễn Văn|Câu hỏi nội bộ|"at":\[/)
    expect(plan.recipients.map((recipient) => recipient.name)).toEqual([
      'Thường trực Tỉnh ủy',
      null,
      'Các đ/c Thị ủy viên',
      'Lưu Văn phòng',
    ])
  })

  test('every data file of an illustration says so, and of nothing else', async () => {
    const files = await planArtefacts(plan, press)
    const data = [...files.keys()].filter((path) => /\.(json|csv)$/.test(path))
    expect(data).toHaveLength(6)
    for (const path of data) expect(await textOf(path), path).toContain('DỮ LIỆU MINH HỌA')
    const real = publishedPlan(
      { ...acceptedPlanOfThiDu(), illustration: false },
      { ...stateOfThiDu, illustration: false },
    )
    for (const path of data) expect(await textOf(path, real), path).not.toContain('MINH HỌA')
  })
})

describe('an edition stands alone and can be made again', () => {
  test('pages of both languages, and every asset that they name', async () => {
    const files = await planArtefacts(plan, press)
    expect(pagePaths(plan)).toHaveLength(2 * (8 + plan.tasks.length))
    for (const path of ['index.html', 'en/index.html', 'nhiem-vu/1.1/index.html', 'en/tasks/time/index.html'])
      expect(files.get(path)?.type).toBe('text/html; charset=utf-8')
    expect(files.has('assets/a-1.css')).toBe(true)
    expect(files.has('assets/f-2.woff2')).toBe(true)
    expect(files.has('assets/not-a-name.png')).toBe(false)
  })

  test('a page that names what the build does not have is not published', async () => {
    const broken = { ...press, asset: () => Promise.resolve(null) }
    await expect(planArtefacts(plan, broken)).rejects.toThrow('/assets/a-1.css')
  })

  test('rows in another order, keys in another order: the same bytes', async () => {
    const shuffled = publishedPlan(shuffle(acceptedPlanOfThiDu()), stateOfThiDu)
    const [one, other] = [await planArtefacts(plan, press), await planArtefacts(shuffled, press)]
    expect([...other.keys()].sort()).toEqual([...one.keys()].sort())
    for (const [path, file] of one) expect(other.get(path), path).toEqual(file)
  })
})

test('a table opens in Excel with every value and its words', async () => {
  const text = await textOf('api/targets.csv')
  expect(text.startsWith('\uFEFFMã,Chỉ tiêu,')).toBe(true)
  expect(text).toContain('do-thi-hoa,Tỷ lệ đô thị hoá,,%,2025,>=,55,tối thiểu 55%,2021,"khoảng 48,6%"')
  expect(await textOf('api/tasks.csv')).toContain('"Ủy ban nhân dân thị xã; các cơ quan, đơn vị liên quan"')
})

test('the workbook has a row a value and a row a task, and says whose it is and that it is made up', async () => {
  const book = (await planArtefacts(plan, press)).get('api/plan.xlsx')
  expect(book?.type).toContain('spreadsheetml')
  const files = unzipSync(book?.bytes ?? new Uint8Array())
  const sheet = (no: number) => strFromU8(files[`xl/worksheets/sheet${no}.xml`] ?? new Uint8Array())
  const values = plan.targets.flatMap((target) => target.values)
  expect(sheet(1).match(/<row /g)).toHaveLength(1 + values.length)
  expect(sheet(2).match(/<row /g)).toHaveLength(1 + plan.tasks.length)
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n')
  for (const said of ['DỮ LIỆU MINH HỌA', 'Thị ủy Thí Dụ', '2024-03-04', 'a'.repeat(64), 'b'.repeat(64)])
    expect(all).toContain(said)
  expect(all).not.toMatch(/Người Ký|Nguyễn Văn/)
})

/** The same plan with its lists and keys turned round, as another engine might hand them over. */
function shuffle(plan: AcceptedPlan): AcceptedPlan {
  const turn = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).reverse()) as T
  const list = <T extends object>(items: readonly T[]) => items.map(turn).reverse()
  return {
    ...turn(plan),
    clauses: list(plan.clauses),
    targets: list(plan.targets),
    tasks: list(plan.tasks),
    assignments: list(plan.assignments),
    footnotes: list(plan.footnotes),
    recipients: list(plan.recipients),
    basis: list(plan.basis),
  }
}
