import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectClean } from '../axe.ts'
import { openBrowser, withoutBrowser } from '../browser.ts'
import { dothi, exampleFolder, startServer, type TestServer } from '../server.ts'
import { unitTable } from '../support/unit-table.ts'

describe.skipIf(withoutBrowser())('an officer and the units', () => {
  let folder: Awaited<ReturnType<typeof exampleFolder>>
  let server: TestServer
  let browser: Browser
  let page: Page
  const problems: string[] = []

  beforeAll(async () => {
    folder = await exampleFolder()
    const table = await unitTable(folder.data)
    const { code, err } = await dothi(['territory', 'import', table, '--on', '2025-07-01'], folder.data).ended
    expect(code, err).toBe(0)
    server = await startServer(folder.data)
    browser = await openBrowser()
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    page.setDefaultTimeout(15_000)
    page.on('pageerror', (error) => problems.push(String(error)))
    await page.goto(server.staff)
    await page.locator('button[value="gis"]').press('Enter')
    await page.waitForURL('**/can-bo')
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    await folder.remove()
  })

  /** What `expectClean` says of the address where the officer is, with every form open. */
  async function clean(what: string): Promise<void> {
    const storageState = await page.context().storageState()
    const context = await browser.newContext({ bypassCSP: true, storageState })
    const other = await context.newPage()
    await other.goto(page.url())
    await other.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)))
    await expectClean(other, what)
    await context.close()
  }
  const proposal = (name: string) => page.locator('article.unit-proposal', { hasText: name })

  test('comes to the units from every staff page, and finds one by its old name', async () => {
    await page.getByRole('link', { name: 'Đơn vị hành chính' }).press('Enter')
    await page.waitForURL('**/can-bo/don-vi')
    await page.getByRole('row', { name: /Phường Đức Phổ/ }).waitFor()
    await clean('units')
    await page.getByLabel('Tìm đơn vị').fill('pho nhon')
    await page.keyboard.press('Enter')
    await page.waitForURL('**tim=pho+nhon**')
    await page.getByRole('link', { name: 'Xã Nguyễn Nghiêm' }).press('Enter')
    await page.waitForURL('**/can-bo/don-vi/21457-20250701')
    await page.getByRole('link', { name: /Xã Phổ Nhơn/ }).waitFor()
    await clean('a unit')
  })

  test('the units of a day before, and a day that is none', async () => {
    await page.goto(`${server.public}can-bo/don-vi`)
    await page.getByLabel('Vào ngày').fill('31/12/2024')
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: /Xã Phổ Nhơn/ }).waitFor()
    await page.getByLabel('Vào ngày').fill('31/02/2025')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('Không đọc được ngày')
  })

  test('names the act behind a proposal by keyboard, and refuses another', async () => {
    await page.goto(`${server.public}can-bo/don-vi`)
    await proposal('Phường Nghĩa Lộ').locator('summary').press('Enter')
    await proposal('Phường Nghĩa Lộ').getByLabel('Số văn bản').fill('1677/NQ-UBTVQH15')
    await page.keyboard.press('Enter')
    await page.getByText('Đã ghi văn bản quyết định.').waitFor()
    expect(await proposal('Phường Nghĩa Lộ').count()).toBe(0)
    await page.getByRole('button', { name: 'Bỏ đề xuất: Phường Chánh Lộ' }).press('Enter')
    await page.getByText('Đã bỏ đề xuất.').waitFor()
    expect(await proposal('Phường Cẩm Thành').locator('li').count()).toBe(1)
    await page.getByRole('link', { name: 'Phường Nghĩa Lộ' }).press('Enter')
    await page.getByRole('link', { name: /Phường Trần Phú/ }).waitFor()
    expect(await page.locator('main').innerText()).toContain('1677/NQ-UBTVQH15')
  })

  test('who may not decide is told so; the pages are there in English', async () => {
    await page.goto(`${server.public}can-bo/vi-tri`)
    await page.locator('button[value="giam-sat"]').press('Enter')
    await page.waitForURL('**/can-bo')
    await page.goto(`${server.public}en/can-bo/don-vi`)
    await clean('units in English')
    await proposal('Phường Cẩm Thành').locator('summary').press('Enter')
    await proposal('Phường Cẩm Thành').getByLabel('Number of the document').fill('1/NQ')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await proposal('Phường Cẩm Thành').count()).toBe(1)
    expect(problems).toEqual([])
  })
})
