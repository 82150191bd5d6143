import { existsSync, realpathSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { planWorkbook, targetsCsv, tasksCsv } from '../../src/features/plan/publish/tables.ts'
import { publishedPlan } from '../../src/features/plan/rules/published.ts'
import { csvRows } from '../../src/features/territory/read/csv.ts'
import { find, inFolder, office, run } from '../../src/platform/formats/program.ts'
import { acceptedPlanOfThiDu, stateOfThiDu } from '../support/accepted-plan.ts'

const plan = publishedPlan(acceptedPlanOfThiDu(), stateOfThiDu)
const tabled = { targets: plan.targets, tasks: plan.tasks, notice: 'DỮ LIỆU MINH HỌA' }
const book = () => planWorkbook(tabled, [['Kế hoạch', 'Phát triển đô thị']])
/** The CSV of the same tables, without the sign that keeps a spreadsheet from running a cell. */
const expected = [targetsCsv(tabled), tasksCsv(tabled)].map((text) =>
  csvRows(text.replace(/^\uFEFF/, '')).map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, ''))),
)

/** LibreOffice without Calc opens no workbook; its Calc is a part of its own. */
const calc = (() => {
  const path = find(office)
  const library = process.platform === 'win32' ? 'sclo.dll' : 'libsclo.so'
  return path !== undefined && existsSync(join(dirname(realpathSync(path)), library))
})()

test('the workbook holds cell by cell what the CSV of the same plan holds', async () => {
  const sheets = await readExcelFile(Buffer.from(await book()))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Chỉ tiêu', 'Nhiệm vụ', 'Nguồn'])
  const told = sheets.slice(0, 2).map(({ data }) => data.map((row) => row.map((cell) => String(cell ?? ''))))
  expect(told).toEqual(expected)
})

test.skipIf(!calc)('so it does opened in Calc (needs libreoffice-calc)', { timeout: 120_000 }, async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'plan.xlsx'), await book())
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    // Commas, quotes, UTF-8, values as shown, every sheet a file of its own.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
    const args = [profile, '--headless', '--norestore', '--convert-to', filter, '--outdir', folder]
    await run(office, { name: 'plan.xlsx', args: [...args, join(folder, 'plan.xlsx')] })
    const opened = await Promise.all(
      ['Chỉ tiêu', 'Nhiệm vụ'].map(async (sheet) =>
        csvRows(await readFile(join(folder, `plan-${sheet}.csv`), 'utf8')),
      ),
    )
    expect(opened).toEqual(expected)
  })
})
