import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRecord } from '../../src/platform/db/index.ts'
import { formatsInstalled } from '../../src/platform/formats/index.ts'
import { enqueue } from '../../src/platform/jobs/index.ts'
import { expectClean } from '../axe.ts'
import { withoutBrowser } from '../browser.ts'
import { openDesk, type Desk } from '../desk.ts'
import { picturePdf } from '../formats/picture-pdf.ts'
import { exampleFolder, startServer, type TestServer } from '../server.ts'
import { zone } from '../support/import-desk.ts'

const author = { agency: 'uy-ban', post: 'quan-ly-do-thi', person: 'p' }

/** Leaves a reading to the server's worker whose file is gone from the disk, as a broken disk leaves it. */
async function queueLostFile(data: string, name: string): Promise<void> {
  const record = await openRecord({ kind: 'sqlite', file: join(data, 'record.sqlite') })
  const sha256 = 'e'.repeat(64)
  const input = { sha256, name, size: 1 }
  await enqueue(record, author, { name: 'plan.import' }, input, `import-${sha256}`)
  await record.close()
}

describe.skipIf(withoutBrowser())('an officer who brings files in', () => {
  let desk: Desk
  let server: TestServer
  let page: Page

  beforeAll(async () => {
    // Checked where they stand, after each step: past the policy, which the other journeys keep.
    const window = { bypassCSP: true, viewport: { width: 360, height: 740 } }
    desk = await openDesk({ post: author.post, webgl: true, window })
    ;({ server, page } = desk)
    await page.getByText('Chưa có tài liệu nào.').waitFor()
  })
  afterAll(() => desk.close())

  test('sees without loading the page again what could not be read, tries again, and lets it go', async () => {
    await queueLostFile(desk.data, 'ban-quet.pdf')
    await page.reload()
    await page.getByText('Không đọc được').waitFor()
    await expectClean(page, 'a failed reading')
    const press = async (name: string) => {
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
      await page.getByRole('button', { name: `${name}: ban-quet.pdf` }).press('Enter')
      expect((await answered).status()).toBeLessThan(400)
    }
    await press('Thử lại')
    // Loaded anew, so that no button of the time before stands there while it waits.
    await page.goto(`${server.public}can-bo`)
    await press('Bỏ')
    await page.getByRole('heading', { name: 'Đang đọc' }).waitFor({ state: 'detached' })
  })

  const at = (path: string) => `${server.public}can-bo/nhap-ban-do${path}`
  const map = (...features: readonly object[]) =>
    Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
  const state = (name: string) => page.locator('h1 .chip', { hasText: name }).waitFor()
  const mapReady = () => page.locator('.map[data-state="ready"][data-drawn="all"]').waitFor()
  /** The map with so many shapes on it; `DOTHI_PICTURES=folder` keeps the page to be looked at. */
  async function picture(name: string, shapes: number): Promise<void> {
    await page.locator('.map-said', { hasText: `Trên bản đồ: ${shapes} hình.` }).waitFor()
    await mapReady()
    const kept = process.env['DOTHI_PICTURES']
    await page.screenshot({ fullPage: true, ...(kept && { path: join(kept, `${name}.png`) }) })
  }
  const press = (name: string | RegExp) =>
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .press('Enter')

  test('brings a map in from the page, and mends what is wrong with it', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(at(''))
    await page.getByText('Chưa nhập bản đồ nào.').waitFor()
    await press('Nhập')
    await page.getByLabel('Lớp dữ liệu').selectOption('planning-zones')
    await press('Nhập')
    await page.getByText('Chưa chọn tệp.').waitFor()
    await expectClean(page, 'imports')
    const twice = zone(3, 'CX', { geometry: repeated(zone(3, 'CX').geometry) })
    const first = map(zone(1, 'ODT'), zone(2, ''), twice, zone(4, 'GT'), zone(4, 'GT'))
    await page.locator('#tep').setInputFiles({
      name: 'quy-hoach.geojson',
      mimeType: 'application/geo+json',
      buffer: first,
    })
    await press('Nhập')
    await state('Đã ghi vào hồ sơ')
    await page.getByText('Tập tham số của Bộ (2007)').waitFor()
    await expectClean(page, 'an import')

    await page.getByRole('link', { name: /^Nội dung cần xem/ }).press('Enter')
    await mapReady()
    await expectClean(page, 'issues')
    // The list of all kinds has the same buttons: what follows is done on the list of the one.
    await page.getByRole('link', { name: /đỉnh lặp liền nhau/ }).press('Enter')
    await page.waitForURL(/ma=repeated-vertices/)
    await press('Bỏ đỉnh lặp')
    await page.getByText('Đã sửa 1 nội dung.').waitFor()
    await page.getByRole('link', { name: /Thiếu giá trị bắt buộc/ }).press('Enter')
    await page.waitForURL(/ma=value-missing/)
    await page.getByLabel('Mã').first().selectOption('ODT')
    await press('Gán giá trị')
    await page.getByText('Đã sửa ở lần ghi').waitFor()
    await picture('import-issues', 1)

    await page.getByRole('link', { name: 'Ánh xạ' }).press('Enter')
    await expectClean(page, 'a mapping')
    await page.getByPlaceholder('Tên ánh xạ').fill('Quy hoạch của sở')
    await press('Lưu ánh xạ để dùng lại')
    await page.getByText('Đã lưu ánh xạ.').waitFor()
  })

  /** As a machine without script does: a plain form, and a link in place of a page that asks by itself. */
  async function bringPlainly(name: string, buffer: Buffer): Promise<string> {
    const storageState = await page.context().storageState()
    const context = await desk.browser.newContext({ javaScriptEnabled: false, storageState })
    const other = await context.newPage()
    await other.goto(at('?lop=planning-zones'))
    await other.getByLabel('Ánh xạ đã lưu').selectOption('Quy hoạch của sở')
    await other.locator('#tep').setInputFiles({ name, mimeType: 'application/geo+json', buffer })
    await other.getByRole('button', { name: 'Nhập', exact: true }).click()
    await other.getByRole('heading', { name }).waitFor()
    const { pathname } = new URL(other.url())
    await context.close()
    return pathname.split('/').at(-1) ?? ''
  }

  test('reviews a newer file of the source and takes it back', async () => {
    const moved = zone(1, 'CX', { geometry: wider(zone(1, 'CX').geometry) })
    const newer = map(moved, zone(2, 'ODT'), zone(3, 'CX'), zone(5, 'DGD'))
    const id = await bringPlainly('quy-hoach-2.geojson', newer)
    await page.goto(at(`/${id}`))
    await state('Chờ xem xét')
    await page.getByRole('link', { name: /^Khác biệt/ }).press('Enter')
    await mapReady()
    await page.locator('.fields-changed li', { hasText: 'Hình:' }).waitFor()
    await page.getByRole('button', { name: /Xem trên bản đồ: .*Ô 1/ }).press('Enter')
    await picture('import-review', 5)
    await expectClean(page, 'a review')
    await press(/^Bỏ: .*Ô 5/)
    await page.getByText('Đã bỏ: hồ sơ giữ như cũ').waitFor()
    await press(/^Chấp nhận tất cả/)
    await state('Đã ghi vào hồ sơ')
    await page.getByRole('link', { name: 'Tổng quan' }).press('Enter')
    await page.locator('summary', { hasText: 'Hoàn tác cả lần nhập' }).press('Enter')
    await page.getByLabel('Lý do').fill('Nhầm tệp')
    await press('Hoàn tác cả lần nhập')
    await state('Đã hoàn tác')
  })
})

type Polygon = { readonly type: string; readonly coordinates: readonly (readonly number[])[][] }

const ring = (geometry: unknown) => (geometry as Polygon).coordinates[0] ?? []
const polygon = (positions: readonly (readonly number[])[]) => ({ type: 'Polygon', coordinates: [positions] })
const repeated = (geometry: unknown) =>
  polygon(ring(geometry).flatMap((one, i) => (i === 1 ? [one, one] : [one])))
const wider = (geometry: unknown) =>
  polygon(ring(geometry).map(([x = 0, y = 0], i) => [x, i === 2 ? y + 0.0004 : y]))

const [tesseract, pdftoppm] = formatsInstalled()
describe.skipIf(!tesseract?.path || !pdftoppm?.path)(
  'a long scan, where Tesseract and Poppler are installed',
  () => {
    test('is read to its end though the power is cut while it is read', async () => {
      const folder = await exampleFolder()
      const first = await startServer(folder.data)
      const { imports: queued } = await listed(first, await signIn(first), longScan())
      expect(queued).toMatchObject([{ name: 'quet.pdf' }])
      await first.kill()
      const next = await startServer(folder.data)
      const cookie = await signIn(next)
      for (;;) {
        const { documents, imports } = await listed(next, cookie)
        expect(imports.filter(({ state }) => state === 'failed')).toEqual([])
        if (imports.length === 0) {
          expect(documents).toMatchObject([{ fileName: 'quet.pdf', format: 'scan', pages: 4 }])
          break
        }
        await pause(200)
      }
      await next.stop()
      await folder.remove()
    })
  },
)

/** Four pages, the fewest that are left to a job, each a picture; small, since it is not their reading that is looked at. */
function longScan(): Uint8Array<ArrayBuffer> {
  const file = join(import.meta.dirname, '..', 'documents', 'formats', 'ke-hoach.pdf')
  const drawn = (number: number) =>
    new Uint8Array(
      execFileSync('pdftoppm', ['-r', '100', '-gray', '-f', `${number}`, '-l', `${number}`, file]),
    )
  const [one, two] = [drawn(1), drawn(2)]
  return new Uint8Array(picturePdf([one, two, two, two], 100))
}

async function signIn(server: TestServer): Promise<string> {
  const answer = await fetch(server.staff, { redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const body = new URLSearchParams({ post: author.post })
  await ask(server, 'can-bo/vi-tri', cookie, { method: 'POST', body, redirect: 'manual' })
  return cookie
}

function ask(server: TestServer, path: string, cookie: string, init: RequestInit = {}): Promise<Response> {
  const headers = {
    ...(init.headers as Record<string, string>),
    cookie,
    origin: new URL(server.public).origin,
  }
  return fetch(`${server.public}${path}`, { ...init, headers })
}

interface Listed {
  readonly documents: readonly unknown[]
  readonly imports: readonly { readonly state: string }[]
}

/** What the staff API lists, after importing `bytes` where they are given. */
async function listed(server: TestServer, cookie: string, bytes?: Uint8Array<ArrayBuffer>): Promise<Listed> {
  if (bytes) {
    const headers = { 'content-type': 'application/octet-stream' }
    const path = 'api/can-bo/tai-lieu?name=quet.pdf'
    const answer = await ask(server, path, cookie, { method: 'POST', headers, body: bytes })
    expect(await answer.json()).toMatchObject({ queued: true })
  }
  return (await (await ask(server, 'api/can-bo/tai-lieu', cookie)).json()) as Listed
}
