import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { Document, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBrowser } from '../browser.ts'
import { openDesk, type Desk } from '../desk.ts'
import type { TestServer } from '../server.ts'

const sample = new URL('../documents/samples/ke-hoach-thoat-nuoc.docx', import.meta.url)

/** A plan as small as can be; `river` is the one sentence in which its corrected copy differs. */
function smallPlan(river: string): Promise<Buffer> {
  const lines = [
    'ỦY BAN NHÂN DÂN PHƯỜNG THÍ DỤ',
    'Số: 7/KH-UBND',
    'Thí Dụ, ngày 05 tháng 3 năm 2026',
    'KẾ HOẠCH',
    'Trồng cây trên địa bàn phường Thí Dụ năm 2026',
    'I. MỤC TIÊU',
    'Tỷ lệ đường phố có cây xanh đạt tối thiểu 60% vào năm 2026.',
    'II. NHIỆM VỤ',
    `1. ${river}`,
    '- Cơ quan chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị.',
    '- Thời gian thực hiện: Năm 2026.',
    '2. Chăm sóc cây xanh ở các trường học.',
    '- Cơ quan chủ trì: Trung tâm Dịch vụ tổng hợp.',
    '- Thời gian thực hiện: Thường xuyên.',
  ]
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }))
}

describe.skipIf(withoutBrowser())('an officer at work', () => {
  let desk: Desk
  let server: TestServer
  let page: Page

  beforeAll(async () => {
    desk = await openDesk()
    ;({ server, page } = desk)
  })
  afterAll(() => desk.close())

  const status = () => page.locator('output.bar').innerText()
  /** One of the review's keys, once the page hears them. */
  const key = async (name: string) => {
    await page.waitForSelector('html[data-keys]')
    await page.keyboard.press(name)
  }
  const current = () => page.locator('.proposal[aria-current] h2 a').innerText()
  const importFile = async (name: string, buffer: Buffer) => {
    await page.goto(`${server.public}can-bo`)
    await page.locator('#tep').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await page.locator('#tep').press('Tab')
    await page.keyboard.press('Enter')
  }

  test('chooses a post by keyboard; nothing is asked of anybody before that', async () => {
    await page.waitForURL('**/can-bo/vi-tri')
    await desk.clean('choose a post')
    await page.getByRole('button', { name: 'Làm việc với vị trí này' }).nth(2).focus()
    const post = page.locator('li:has(button:focus) p').first()
    expect(await post.innerText()).toBeTruthy()
    await page.goto(`${server.public}can-bo/vi-tri`)
    await page.locator('button[value="quan-ly-do-thi"]').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/can-bo')
    await page.getByText('Chưa có tài liệu nào.').waitFor()
    await desk.clean('no document')
  })

  test('is told beside the form what is wrong with a file', async () => {
    await page.getByRole('button', { name: 'Đọc tài liệu' }).press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('Chưa chọn tệp nào')
    await importFile('hong.docx', Buffer.from('PK\u0003\u0004 not a Word file'))
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('hong.docx')
  })

  test('of a secret paper nothing is kept, and the sentence says so', async () => {
    const lines = ['ỦY BAN NHÂN DÂN PHƯỜNG THÍ DỤ', 'MẬT', 'KẾ HOẠCH', 'Nội dung']
    const secret = await Packer.toBuffer(
      new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
    )
    await importFile('mat.docx', secret)
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toMatch(/mật/i)
    await page.goto(`${server.public}can-bo`)
    await page.getByText('Chưa có tài liệu nào.').waitFor()
  })

  test('imports a plan and checks it by keys alone: move, accept, correct, leave out, undo', async () => {
    await importFile('thoat-nuoc.docx', await readFile(sample))
    await page.waitForURL('**/can-bo/tai-lieu/*')
    await desk.clean('review')
    await page.goto(`${page.url()}?loai=task`)
    await page.waitForSelector('html[data-keys]')
    const first = await current()
    await key('j')
    await page.waitForFunction(
      (was) => document.querySelector('.proposal[aria-current] h2 a')?.textContent !== was,
      first,
    )
    expect(await current()).not.toBe(first)
    // The place of the selected one is lit in the text.
    const words = await page.locator('.proposal[aria-current] dd').nth(1).innerText()
    expect(await page.locator('.place.lit').first().innerText()).toContain(words.slice(0, 20))
    await key('k')
    await page.waitForFunction(
      (was) => document.querySelector('.proposal[aria-current] h2 a')?.textContent === was,
      first,
    )
    await key('a')
    await page.getByText('Đã chấp nhận.').waitFor()
    await key('e')
    await page.getByLabel('Sản phẩm').fill('Báo cáo hằng quý')
    await page.getByLabel('Sản phẩm').press('Enter')
    // The browser itself asks for the reason first.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason')
    await desk.clean('correct')
    await page.getByLabel('Lý do').fill('Bản gốc ghi rõ sản phẩm')
    await page.getByLabel('Lý do').press('Enter')
    await page.getByText('Đã ghi nhận bản sửa').waitFor()
    await key('x')
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'reason')
    await page.keyboard.type('Trùng với nhiệm vụ khác')
    await page.keyboard.press('Enter')
    await page.getByText('Đã bỏ; lý do được giữ.').waitFor()
    expect(await page.locator('.proposal.refused').count()).toBe(1)
    await key('u')
    await page.getByText('Đã hoàn tác bước trước.').waitFor()
    expect(await page.locator('.proposal.refused').count()).toBe(0)
    expect(await page.locator('.proposal.corrected').count()).toBe(1)
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Phím tắt' }).waitFor()
    await page.keyboard.press('Escape')
  })

  test('a click in the text selects what stands there', async () => {
    const place = page.locator('.place:not(.lit)', { hasText: 'Lắp đặt trạm đo mưa' }).first()
    await place.click()
    await page.waitForFunction(() =>
      document.querySelector('.place.lit')?.textContent.includes('Lắp đặt trạm đo mưa'),
    )
    expect(await current()).toContain('3.1')
  })

  test('leaves out all of a kind with one reason, and sees what the text leaves open where it stands', async () => {
    const here = page.url()
    await page.goto(`${here.split('?')[0]}?loai=recipient`)
    await page.getByRole('link', { name: /^Bỏ cả 5 mục/ }).press('Enter')
    await page.getByLabel('Lý do').fill('Không thuộc kế hoạch')
    await desk.clean('leave out all')
    await page.getByLabel('Lý do').press('Enter')
    await page.getByText('Đã bỏ; lý do được giữ.').waitFor()
    expect(await page.locator('.proposal.refused').count()).toBe(5)
    await page.getByRole('button', { name: 'Hoàn tác' }).press('Enter')
    await page.getByText('Đã hoàn tác bước trước.').waitFor()
    await page.getByRole('link', { name: /^Nội dung cần làm rõ/ }).click()
    await page.locator('.point a').nth(1).click()
    await page.locator('.place.lit').first().waitFor()
    await desk.clean('open points')
    await page.goto(here)
  })

  test('a step that somebody else has overtaken is refused with the way on', async () => {
    const stale = await page.context().newPage()
    await stale.goto(page.url())
    await page.waitForSelector('html[data-keys]')
    await key('a')
    await page.getByText('Đã chấp nhận.').waitFor()
    await stale.getByRole('button', { name: 'Chấp nhận', exact: true }).click()
    await stale.getByRole('alert').waitFor()
    expect(await stale.getByRole('alert').innerText()).toContain('tải lại trang')
    await stale.close()
  })

  async function acceptRest(): Promise<void> {
    await page.locator('.kinds').waitFor()
    const all = page.getByRole('button', { name: /^Chấp nhận cả/ })
    for (const link of await page
      .locator('.kinds a')
      .evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).href))) {
      await page.goto(link)
      if ((await all.count()) === 0) continue
      await all.press('Enter')
      await page.getByText('Đã chấp nhận.').waitFor()
    }
  }

  test('saves only what is checked, sees it in the record, and can take it back', async () => {
    await page.getByRole('link', { name: 'Lưu vào hồ sơ' }).click()
    await page.getByText('nên chưa lưu được').waitFor()
    await desk.clean('not ready to save')
    await page.getByRole('link', { name: 'Về trang kiểm tra' }).first().click()
    await page.locator('.kinds').waitFor()
    await acceptRest()
    await page.getByRole('link', { name: 'Lưu vào hồ sơ' }).click()
    await page.getByLabel('Hiệu lực từ ngày').waitFor()
    await desk.clean('save')
    expect(await page.getByLabel('Hiệu lực từ ngày').inputValue()).toBe('06/02/2026')
    await page.getByLabel('Hiệu lực từ ngày').fill('31/02/2026')
    await page.keyboard.press('Enter')
    await page.getByText('Không có ngày này').waitFor()
    await page.getByLabel('Hiệu lực từ ngày').fill('06/02/2026')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/can-bo/ke-hoach/**')
    await page.getByText('Đã lưu vào hồ sơ.').waitFor()
    expect(await page.locator('main').innerText()).toContain('Bản gốc ghi rõ sản phẩm')
    await desk.clean('plan')
    const plan = page.url()
    await page.getByLabel('Lý do').fill('Lưu nhầm')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/can-bo/tai-lieu/**')
    expect(await status()).toContain('Đã hoàn tác việc lưu.')
    expect((await page.context().request.get(plan)).status()).toBe(404)
  })

  test('the same file again changes nothing and says so', async () => {
    await importFile('thoat-nuoc-2.docx', await readFile(sample))
    await page.waitForURL('**/can-bo/tai-lieu/*')
    expect(await status()).toContain('đã được nhập trước đây')
  })

  test('of a corrected copy only the differences are asked', async () => {
    await importFile('trong-cay.docx', await smallPlan('Trồng cây dọc bờ sông.'))
    await page.waitForURL('**/can-bo/tai-lieu/*')
    await acceptRest()
    await page.getByRole('link', { name: 'Lưu vào hồ sơ' }).click()
    await page.getByLabel('Hiệu lực từ ngày').press('Enter')
    await page.waitForURL('**/can-bo/ke-hoach/**')
    await importFile('trong-cay-dinh-chinh.docx', await smallPlan('Trồng cây dọc bờ biển.'))
    await page.waitForURL('**/can-bo/tai-lieu/*')
    await page.getByText('Chỉ những chỗ khác nhau cần kiểm tra.').waitFor()
    await page.goto(`${page.url()}?loai=task`)
    expect(await page.locator('.proposal.proposed').count()).toBe(1)
    expect(await page.locator('.proposal del').innerText()).toContain('bờ sông')
    await desk.clean('difference')
  })

  test('without script every step is a plain form', async () => {
    await desk.beside({ javaScriptEnabled: false }, async (plain) => {
      await plain.getByRole('link', { name: 'Bỏ', exact: true }).click()
      await plain.getByLabel('Lý do').fill('Chưa có bản đính chính')
      await plain.getByRole('button', { name: 'Bỏ' }).click()
      await plain.getByText('Đã bỏ; lý do được giữ.').waitFor()
    })
  })

  test('speaks English where it is asked to', async () => {
    await page.goto(`${server.public}en/can-bo`)
    await page.getByRole('heading', { name: 'Documents' }).waitFor()
    await desk.clean('English')
  })

  test('no page broke its own policy or threw', () => expect(desk.problems).toEqual([]))
})
