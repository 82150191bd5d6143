import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, withoutBrowser } from '../browser.ts'
import { openDesk, type Desk } from '../desk.ts'
import type { TestServer } from '../server.ts'
import { enterMapTown } from '../support/map-town.ts'

describe.skipIf(withoutBrowser())('an officer and the registers', () => {
  let desk: Desk
  let server: TestServer
  let page: Page

  beforeAll(async () => {
    desk = await openDesk({
      post: 'quan-ly-do-thi',
      webgl: true,
      prepare: (data) => enterMapTown(data, { parcels: 400, zones: 250 }),
    })
    ;({ server, page } = desk)
  })
  afterAll(() => desk.close())

  const open = (path: string) => page.goto(`${server.public}can-bo/so-bo${path}`)
  const mapReady = () => page.locator('.map[data-state="ready"]').waitFor()
  const onMap = (text: string) => page.locator('.map-said', { hasText: text }).waitFor()

  test('comes to the registers from every page, and sees which have entries', async () => {
    await page.getByRole('link', { name: 'Lớp dữ liệu' }).press('Enter')
    await page
      .getByRole('row', { name: /Vùng chức năng/ })
      .first()
      .waitFor()
    await desk.clean('registers')
  })

  test('filters, and walks through the rows by arrows; the map shows the same entry', async () => {
    await open('/planning-zones?loc-code=ODT&tim=khu+o+so')
    await mapReady()
    await onMap('Trên bản đồ')
    await page.locator('tbody th a').first().focus()
    await page.keyboard.press('ArrowDown')
    await onMap('ODT Khu ở số 2')
    expect(await page.locator('tr.chosen').innerText()).toContain('Khu ở số 2')
    await desk.clean('register')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('tim')
  })

  test('a click on the map selects the row', async () => {
    await open('/planning-zones?tim=khu+o+so+1')
    await onMap('Trên bản đồ')
    await page.locator('.map[data-drawn="all"]').waitFor()
    const box = await page.locator('.map').boundingBox()
    if (!box) throw new Error('no map')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await onMap('Khu ở số 1')
    await page.locator('tr.chosen', { hasText: 'Khu ở số 1' }).waitFor()
  })

  test('the table goes on without a seam: the next rows come by themselves', async () => {
    await open('/planning-zones?xep=-area')
    await page.locator('.scroll').first().waitFor()
    await page.locator('tbody th a').first().focus()
    const loaded = page.getByText(/^Đã tải/)
    const first = await loaded.innerText()
    await page.keyboard.press('End')
    await page.waitForFunction(
      (was) => ![...document.querySelectorAll('output')].some((one) => one.textContent === was),
      first,
    )
  })

  test('a fault of a shape is marked on the map and told in words on the entry', async () => {
    await open('/planning-zones?tim=khu+o+so+3')
    await onMap('1 hình có lỗi')
    await page.locator('tbody th a').first().press('Enter')
    await page.getByText('Ranh giới tự cắt').waitFor()
    await desk.clean('entry with a fault')
  })

  test('an entry is changed from a day, its history tells what differs, and the change is taken back', async () => {
    await open('/planning-zones?tim=khu+o+so+2')
    await page.locator('tbody th a').first().press('Enter')
    await page.getByText('30.000 m²').first().waitFor()
    expect(await page.locator('.facts', { hasText: 'Giáp với' }).innerText()).toContain('Khu ở số 1')
    const form = page.locator('#sua')
    await form.locator('summary').press('Enter')
    await form.getByLabel('Tên chức năng').fill('Khu ở mới')
    await form.locator('input[name="day"]').fill('01/03/2026')
    await form.getByLabel('Lý do').fill('Điều chỉnh cục bộ')
    await form.getByLabel('Lý do').press('Enter')
    await page.getByText('Đã ghi vào hồ sơ.').waitFor()
    await page.getByRole('heading', { name: 'ODT Khu ở mới' }).waitFor()
    expect(await page.locator('del').allInnerTexts()).toContain('Khu ở số 2')
    await desk.clean('entry with a history')
    await page.locator('summary', { hasText: 'Hoàn tác một lần ghi' }).press('Enter')
    await page.locator('form', { hasText: 'Một lần ghi mới' }).getByLabel('Lý do').fill('Nhầm ô')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'ODT Khu ở số 2' }).waitFor()
  })

  const saved = () => page.getByText('Đã ghi vào hồ sơ.').waitFor()
  const save = async (reason: string) => {
    await page.getByLabel('Lý do').fill(reason)
    await page.getByLabel('Lý do').press('Enter')
  }
  const table = (name: 'coordinates' | 'cut') => page.locator(`textarea[name="${name}"]`)
  /** The middle of the map, where the entry lies with a third of its width around it, and pixels for each of its metres. */
  const onScreen = async (width: number, height: number) => {
    await page.locator('.map[data-drawn="all"]').waitFor()
    // A picture of it scrolls it into view: measured before, it would lie elsewhere.
    await page.locator('.map').scrollIntoViewIfNeeded()
    const box = await page.locator('.map').boundingBox()
    if (!box) throw new Error('no map')
    const [across, up] = [width, height].map((metres) => metres + (2 * width) / 3) as [number, number]
    const scale = Math.min((box.width - 48) / across, (box.height - 48) / up)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, scale }
  }
  const draw = async () => {
    await page.getByRole('link', { name: 'Sửa hình, tách, gộp' }).press('Enter')
    await mapReady()
    await page.locator('.map[data-tool="open"]').waitFor()
  }

  test('a new entry is typed without a map; what overlaps is told with its place, and saved by a yes', async () => {
    await open('/planning-zones')
    await page.getByRole('link', { name: 'Nhập đối tượng mới' }).press('Enter')
    await mapReady()
    await table('coordinates').fill('1637900,456 602000,123')
    await page.getByLabel('Mã chức năng').selectOption('DKV')
    await page.getByLabel('Tên chức năng').fill('Công viên')
    await page.getByLabel('Nguồn').fill('Đồ án (minh họa)')
    await save('Bổ sung')
    await page.getByRole('alert').filter({ hasText: 'dòng 1: quá ít đỉnh' }).waitFor()
    const corners = [
      '1637900,456 602000,123',
      '1637900,456 602300,123',
      '1638000,456 602300,123',
      '1638000,456 602000,123',
    ]
    await table('coordinates').fill(corners.join('\n'))
    await page.getByLabel('Lý do').press('Enter')
    await page.getByRole('alert').filter({ hasText: 'không khớp với đối tượng bên cạnh' }).waitFor()
    await page.getByLabel('Vẫn lưu').check()
    await page.getByLabel('Lý do').press('Enter')
    await saved()
    await page.getByText('30.000 m²').first().waitFor()
    await open('/planning-zones/moi')
    await desk.clean('a new entry')
  })

  test('an area is cut by a line that snaps to its borders, joined again on the map, and both are taken back', async () => {
    await open('/planning-zones?tim=khu+o+so+1')
    await page.locator('tbody th a').first().press('Enter')
    await draw()
    await desk.clean('drawing')
    const { x: east, y: north, scale } = await onScreen(200, 150)
    // Dragged, and taken back by the key.
    const before = await table('coordinates').inputValue()
    await page.mouse.move(east + 100 * scale, north - 75 * scale)
    await page.mouse.down()
    await page.mouse.move(east + 80 * scale, north - 60 * scale, { steps: 6 })
    await page.mouse.up()
    await page.waitForFunction((was) => document.querySelector('textarea')?.value !== was, before)
    await page.keyboard.press('Control+z')
    expect(await table('coordinates').inputValue()).toBe(before)
    // A line from about one border to about the other: only snapping makes it cut.
    await page.getByLabel('Tách bằng một đường vẽ').press('Space')
    // Another tool bar is of another height: the map is where it stays only then.
    await page.getByRole('button', { name: 'Vẽ đường cắt' }).waitFor()
    const { x, y } = await onScreen(200, 150)
    const plain = await page.locator('.map').screenshot()
    await page.mouse.click(x, y - 75 * scale)
    await page.mouse.move(x, y, { steps: 3 })
    await page.mouse.click(x + 20 * scale, y + 75 * scale)
    await page.mouse.click(x + 20 * scale, y + 75 * scale)
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('[name="cut"]')?.value !== '',
    )
    await page.locator('.map[data-drawn="all"]').waitFor()
    expect((await page.locator('.map').screenshot()).equals(plain)).toBe(false)
    await save('Tách ô')
    await saved()
    expect(await page.locator('.facts', { hasText: 'Giáp với' }).innerText()).toContain('Khu ở số 1')
    // Joined with the other half by a click on it.
    await draw()
    await page.getByLabel('Gộp với đối tượng bên cạnh').press('Space')
    const half = await onScreen(110, 150)
    // Off the middle of the view, where the entry itself lies, on that side on which its other half does.
    const west = (await table('coordinates').inputValue()).includes('602000,123')
    await page.mouse.click(half.x + (west ? 90 : -90) * half.scale, half.y)
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLSelectElement>('[name="other"]')?.selectedOptions[0]?.text ===
        'ODT Khu ở số 1',
    )
    await save('Gộp lại')
    await saved()
    await page.getByText('30.000 m²').first().waitFor()
    await page.locator('summary', { hasText: 'Hoàn tác một lần ghi' }).press('Enter')
    await page.locator('form', { hasText: 'Một lần ghi mới' }).getByLabel('Lý do').fill('Nhầm')
    await page.keyboard.press('Enter')
    await page.getByRole('note').filter({ hasText: 'không có phiên bản này' }).waitFor()
    await open('/planning-zones?tim=khu+o+so+1')
    expect(await page.locator('tbody tr').count()).toBe(2)
  })

  const corners = () => table('coordinates').inputValue()
  /** Waits until the table of coordinates says so many corners, and as many lines that begin a hole. */
  const cornersAre = (on: Page, number: number, holes = 0) =>
    on.waitForFunction(
      ([many, inner]) => {
        const lines = (document.querySelector('textarea')?.value ?? '').split('\n')
        const said = lines.filter((one) => one.startsWith('Lỗ')).length
        return said === inner && lines.length - said === many
      },
      [number, holes] as const,
    )

  test('an area is drawn by mouse with a hole in it, a line by finger; steps go back by the key', async () => {
    await open('/planning-zones/moi?xep=1')
    await mapReady()
    await page.locator('.map[data-tool="open"][data-drawn="all"]').waitFor()
    const box = await page.locator('.map').boundingBox()
    if (!box) throw new Error('no map')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const ring = (side: number) =>
      [
        [-side, -side],
        [side, -side],
        [side, side],
        [-side, side],
      ] as [number, number][]
    for (const [east, north] of ring(120)) await page.mouse.click(x + east, y + north)
    await page.getByRole('button', { name: 'Kết thúc nét' }).press('Enter')
    await cornersAre(page, 4)
    await page.getByRole('button', { name: 'Vẽ lỗ' }).press('Enter')
    for (const [east, north] of ring(40)) await page.mouse.click(x + east, y + north)
    // Closed by its last vertex, as the hint says.
    await page.mouse.click(x - 40, y + 40)
    await cornersAre(page, 8, 1)
    await page.keyboard.press('Control+z')
    await cornersAre(page, 4)
    await page.keyboard.press('Control+z')
    expect(await corners()).toBe('')
    await open('/red-lines/moi')
    await desk.beside({ hasTouch: true, viewport: { width: 360, height: 740 } }, async (phone) => {
      await phone.locator('.map[data-tool="open"][data-drawn="all"]').waitFor()
      await phone.locator('.map').scrollIntoViewIfNeeded()
      const seen = await phone.locator('.map').boundingBox()
      if (!seen) throw new Error('no map')
      for (const at of [0.3, 0.5, 0.7])
        await phone.touchscreen.tap(seen.x + at * seen.width, seen.y + seen.height * (0.4 + at / 5))
      await phone.getByRole('button', { name: 'Kết thúc nét' }).tap()
      await cornersAre(phone, 3)
    })
  })

  test('parcels are read, and the page says why they are not edited', async () => {
    await open('/parcels')
    await page.getByRole('note').waitFor()
    await page.locator('tbody th a').first().press('Enter')
    await page.getByText('Nguồn và dấu vết').waitFor()
    expect(await page.getByText('Sửa nội dung').count()).toBe(0)
  })

  test('without script the table is read page by page, and a machine without WebGL says so', async () => {
    await open('/planning-zones')
    await desk.beside({ javaScriptEnabled: false }, async (other) => {
      await other.getByRole('link', { name: 'Tải thêm' }).click()
      await other.getByRole('link', { name: 'Về đầu bảng' }).waitFor()
      expect(await other.locator('tbody tr').count()).toBe(100)
    })
    const plain = await openBrowser({ webgl: false })
    const context = await plain.newContext({ storageState: await page.context().storageState() })
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByText('Máy này không vẽ được bản đồ').waitFor()
    await plain.close()
  })

  test('no page broke its own policy, threw, or asked anybody else for anything', () => {
    expect(desk.problems).toEqual([])
    expect(desk.foreign).toEqual([])
  })
})
