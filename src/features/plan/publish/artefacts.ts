import { canonicalJson, type Json } from '../../../domain/canonical-json.ts'
import { xlsxType } from '../../../platform/formats/xlsx/index.ts'
import type { PublishedPlan } from '../model/published.ts'
import { documentTitle } from '../pages/public/document-title.ts'
import { publishedPages, pathOf, taskPath } from '../pages/public/paths.ts'
import { searchEntries } from '../rules/search.ts'
import { addAssets, pageFile, textFile } from '../../../platform/press/index.ts'
import type { PlanFile, Press } from './press.ts'
import { planWorkbook, targetsCsv, tasksCsv } from './tables.ts'

/**
 * The files of the plan's edition: the data, the pages made from it in both languages, and every style, font and
 * picture that a page asks for, so that the edition stands alone on any server. The same plan and build give the
 * same bytes.
 */
export async function planArtefacts(plan: PublishedPlan, press: Press): Promise<Map<string, PlanFile>> {
  const files = await dataFiles(plan)
  const view = { plan, search: searchEntries(plan) }
  for (const path of pagePaths(plan)) {
    const html = await press.page(path, view)
    files.set(pageFile(path), textFile(html, 'text/html; charset=utf-8'))
  }
  await addAssets(files, press)
  return files
}

const json = 'application/json; charset=utf-8'
const table = 'text/csv; charset=utf-8'

/** The data itself; each file says whose it is, of which state, and that it is an illustration where it is one. */
async function dataFiles(plan: PublishedPlan): Promise<Map<string, PlanFile>> {
  const { notice, state, source } = plan
  const write = (value: object) => textFile(canonicalJson(value as Json), json)
  return new Map([
    ['api/plan.json', write(plan)],
    ['api/targets.json', write({ notice, state, source, targets: plan.targets })],
    ['api/tasks.json', write({ notice, state, source, tasks: plan.tasks })],
    ['api/targets.csv', textFile(targetsCsv(plan), table)],
    ['api/tasks.csv', textFile(tasksCsv(plan), table)],
    ['api/plan.xlsx', { bytes: await planWorkbook(plan, aboutOf(plan)), type: xlsxType }],
    ['search.json', write({ notice, state, source, entries: searchEntries(plan) })],
  ])
}

/** What a reader of the workbook must know who has nothing but the workbook. */
function aboutOf({ document, state, source, validFrom }: PublishedPlan) {
  return [
    ['Kế hoạch', documentTitle(document)],
    ['Số, ký hiệu', document.number ?? 'Văn bản không ghi'],
    ['Cơ quan ban hành', document.issuer ?? 'Văn bản không ghi'],
    ['Hiệu lực từ ngày', validFrom],
    ['Theo dữ liệu đến ngày', state.asOf],
    ['Cơ quan công bố', state.agency.name],
    ['Lần ghi số', state.revision.number],
    ['Mã kiểm tra toàn vẹn của lần ghi', state.revision.digest],
    ['Văn bản gốc (SHA-256)', source],
  ] as const
}

/** Every page that is a file of the edition, by its address. */
export function pagePaths(plan: PublishedPlan): string[] {
  return (['vi', 'en'] as const).flatMap((language) => [
    ...publishedPages.map((page) => pathOf(page, language)),
    ...plan.tasks.map((task) => taskPath(task.key, language)),
  ])
}
