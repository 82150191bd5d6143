import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBrowser } from '../browser.ts'
import { openDesk, type Desk } from '../desk.ts'
import type { TestServer } from '../server.ts'
import { unitTable } from '../support/unit-table.ts'

describe.skipIf(withoutBrowser())('an officer and the units', () => {
  let desk: Desk
  let server: TestServer
  let page: Page

  beforeAll(async () => {
    desk = await openDesk({ post: 'gis' })
    ;({ server, page } = desk)
  })
  afterAll(() => desk.close())

  const proposal = (name: string) => page.locator('article.unit-proposal', { hasText: name })

  test('comes to the units from every staff page, and finds one by its old name', async () => {
    await page.getByRole('link', { name: 'Đơn vị hành chính' }).press('Enter')
    await page.waitForURL('**/can-bo/don-vi')
    await page.getByRole('row', { name: /Phường Đức Phổ/ }).waitFor()
    await desk.clean('units')
    await page.getByLabel('Tìm đơn vị').fill('pho nhon')
    await page.keyboard.press('Enter')
    await page.waitForURL('**tim=pho+nhon**')
    await page.getByRole('link', { name: 'Xã Nguyễn Nghiêm' }).press('Enter')
    await page.waitForURL('**/can-bo/don-vi/21457-20250701')
    await page.getByRole('link', { name: /Xã Phổ Nhơn/ }).waitFor()
    await desk.clean('a unit')
  })

  test('takes in a table of old and new units from a file, which without a document is proposals', async () => {
    await page.goto(`${server.public}can-bo/don-vi`)
    await page.getByRole('link', { name: 'Nhập từ tệp' }).press('Enter')
    await page.getByRole('button', { name: 'Nhập' }).press('Enter')
    await page.getByRole('alert').waitFor()
    await page.locator('#tep').setInputFiles(await unitTable(desk.data))
    await page.getByLabel('Có hiệu lực từ ngày').fill('01/07/2025')
    await page.getByRole('button', { name: 'Nhập' }).press('Enter')
    await page.getByText('4 thay đổi (4 mới là đề xuất)').waitFor()
    await desk.clean('import of units')
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
    await desk.clean('units in English')
    await proposal('Phường Cẩm Thành').locator('summary').press('Enter')
    await proposal('Phường Cẩm Thành').getByLabel('Number of the document').fill('1/NQ')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await proposal('Phường Cẩm Thành').count()).toBe(1)
    expect(desk.problems).toEqual([])
  })
})
