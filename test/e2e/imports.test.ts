import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRecord } from '../../src/platform/db/index.ts'
import { formatsInstalled } from '../../src/platform/formats/index.ts'
import { enqueue } from '../../src/platform/jobs/index.ts'
import { expectClean } from '../axe.ts'
import { openBrowser, withoutBrowser } from '../browser.ts'
import { picturePdf } from '../formats/picture-pdf.ts'
import { exampleFolder, startServer, type TestServer } from '../server.ts'

const author = { agency: 'uy-ban', post: 'quan-ly-do-thi', person: 'p' }

/** Leaves a reading to the server's worker whose file is gone from the disk, as a broken disk leaves it. */
async function queueLostFile(data: string, name: string): Promise<void> {
  const record = await openRecord({ kind: 'sqlite', file: join(data, 'record.sqlite') })
  const sha256 = 'e'.repeat(64)
  const input = { sha256, name, size: 1 }
  await enqueue(record, author, { name: 'plan.import' }, input, `import-${sha256}`)
  await record.close()
}

describe.skipIf(withoutBrowser())('an officer whose document could not be read', () => {
  let folder: Awaited<ReturnType<typeof exampleFolder>>
  let server: TestServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    folder = await exampleFolder()
    server = await startServer(folder.data)
    browser = await openBrowser()
    page = await (
      await browser.newContext({ bypassCSP: true, viewport: { width: 360, height: 740 } })
    ).newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(server.staff)
    await page.locator(`button[value="${author.post}"]`).press('Enter')
    await page.getByText('Chưa có tài liệu nào.').waitFor()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    await folder.remove()
  })

  test('sees it without loading the page again, tries again, and lets it go', async () => {
    await queueLostFile(folder.data, 'ban-quet.pdf')
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
})

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
