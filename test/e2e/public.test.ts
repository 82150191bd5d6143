import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from '../../src/domain/canonical-json.ts'
import { pageNames, pathOf } from '../../src/features/plan/pages/public/paths.ts'
import { sha256 } from '../../src/platform/files/index.ts'
import { expectClean } from '../axe.ts'
import { openBrowser, withoutBrowser } from '../browser.ts'
import { acceptedPlanOfThiDu, stateOfThiDu } from '../support/accepted-plan.ts'
import { publicSite, type PublicSite } from '../support/public-site.ts'

let site: PublicSite
beforeAll(async () => {
  site = await publicSite(acceptedPlanOfThiDu(), stateOfThiDu)
})
afterAll(() => site.close())

/** Every public page of both languages, with a filter and a search that find and that find nothing. */
const addresses = (['vi', 'en'] as const).flatMap((language) => {
  const [search, filter] = [pathOf('search', language), pathOf('filter', language)]
  return [
    ...pageNames.map((name) => pathOf(name, language)),
    `${pathOf('tasks', language)}/1.1`,
    `${search}?q=cay+xanh`,
    `${search}?q=khong-co-gi`,
    `${filter}?co-quan=uy-ban-nhan-dan-thi-xa&thoi-gian=standing&q=cay`,
    `${filter}?q=khong-co-gi`,
    language === 'vi' ? '/khong-co-trang-nay' : '/en/no-such-page',
  ]
})

const text = async (path: string) => (await fetch(site.address + path)).text()

describe('what every public page is, whatever browser asks for it', () => {
  test.each(addresses)('%s: no script, no style inside, its own language, whose data it is', async (path) => {
    const html = await text(path)
    expect(html).not.toMatch(/<script|<style|\son\w+=|javascript:/i)
    expect(html).toContain(path.startsWith('/en') ? '<html lang="en">' : '<html lang="vi">')
    expect(html).toContain('DỮ LIỆU MINH HỌA')
    expect(html).toContain('04/03/2024')
    expect(html).not.toMatch(/Người Ký|Nguyễn Văn|undefined|\[object|NaN/)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    // Every address in it is ours: links that leave are the site's own public address, for sharing.
    const links = [...html.matchAll(/(?:href|src|content)="(https?:[^"]*)"/g)].map((found) => found[1] ?? '')
    for (const link of links) expect(link).toMatch(/^https:\/\/thi-du\.example\//)
  })

  test('a page is a file of the edition, a question is answered on request with a nonce', async () => {
    const page = await fetch(`${site.address}/nhiem-vu`)
    const digest = site.edition.manifest.files['nhiem-vu/index.html']?.digest ?? 'none'
    expect(page.headers.get('etag')).toContain(digest)
    expect(page.headers.get('content-security-policy')).not.toContain('nonce-')
    const search = await fetch(`${site.address}/tim?q=a`)
    expect(search.headers.get('content-security-policy')).toContain('nonce-')
  })

  test('every link inside the site leads to a page or a file, and every anchor to a place in it', async () => {
    const pages = new Map<string, string>()
    const load = async (path: string) => {
      const answer = await fetch(site.address + path)
      expect(answer.status, path).toBe(200)
      pages.set(path, await answer.text())
    }
    const starts = addresses.filter((path) => !/no-such|khong-co-trang/.test(path))
    for (const start of starts) await load(start)
    for (const from of starts) {
      for (const [, link = ''] of pages.get(from)?.matchAll(/<a [^>]*href="([^"]*)"/g) ?? []) {
        const [path = '', anchor] = link.replaceAll('&amp;', '&').split('#')
        const target = path === '' ? from : path
        if (!pages.has(target)) await load(target)
        if (anchor) expect(pages.get(target), `${from} → ${link}`).toContain(`id="${decodeURI(anchor)}"`)
      }
    }
  })

  test('a shared link shows a title, a sentence and a picture under 100 KB', async () => {
    const html = await text('/chi-tieu')
    const meta = (name: string) => new RegExp(`property="og:${name}" content="([^"]+)"`).exec(html)?.[1] ?? ''
    expect(meta('title')).toBe('Chỉ tiêu · Kế hoạch đô thị của Thí Dụ')
    expect(meta('description')).not.toBe('')
    const picture = new URL(meta('image'))
    expect(picture.origin).toBe('https://thi-du.example')
    const answer = await fetch(site.address + picture.pathname)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(100_000)
    expect(html).toMatch(/href="https:\/\/thi-du\.example\/en\/targets" hreflang="en"/i)
  })

  test.each([
    'dat chuan do thi',
    'Đạt chuẩn đô thị',
    'đạt chuẩn đô thị'.normalize('NFD'),
    'hoa giai',
    'hoà giải',
    'hòa giải',
  ])('a search for "%s" finds it and marks it', async (query) => {
    const html = await text(`/tim?q=${encodeURIComponent(query)}`)
    expect(html).toMatch(/<mark>(đạt chuẩn đô thị|hoà giải)<\/mark>/i)
  })

  test('a query is shown as text, never run', async () => {
    const html = await text(`/tim?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;')
  })

  test('a program on another site may read the data, and nothing else of ours', async () => {
    const origin = 'https://bao-chi.example'
    const from = async (path: string, method = 'GET') =>
      fetch(site.address + path, { method, headers: { origin } })
    for (const path of [
      '/api/plan.json',
      '/api/tasks.csv',
      '/search.json',
      '/api/search?q=do',
      '/openapi.json',
      '/api/khong-co',
    ]) {
      const { headers } = await from(path)
      expect(headers.get('access-control-allow-origin'), path).toBe('*')
      expect(headers.get('access-control-allow-credentials'), path).toBeNull()
    }
    for (const path of ['/', '/nhiem-vu', '/can-bo', '/api/can-bo/tai-lieu'])
      expect((await from(path)).headers.get('access-control-allow-origin'), path).toBeNull()
    const asked = await from('/api/plan.json', 'OPTIONS')
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    '%s to a public address is told what it takes',
    async (method) => {
      for (const path of ['/', '/nhiem-vu/1.1', '/api/plan.json', '/tim', '/healthz']) {
        const answer = await fetch(site.address + path, { method })
        expect([answer.status, answer.headers.get('allow')], path).toEqual([405, 'GET, HEAD, OPTIONS'])
        expect(answer.headers.get('content-type')).toContain('problem+json')
        expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' })
      }
    },
  )

  test('a made-up plan keeps out of search engines; the description says where the site is', async () => {
    expect(await text('/robots.txt')).toBe('User-agent: *\nDisallow: /\n')
    const { servers } = JSON.parse(await text('/openapi.json')) as { servers: unknown }
    expect(servers).toEqual([{ url: 'https://thi-du.example' }])
  })

  test('a title says whose page it is, in a list of tabs and of shared links', async () => {
    for (const path of addresses)
      expect(/<title>([^<]*)<\/title>/.exec(await text(path))?.[1], path).toMatch(/Thí Dụ/)
  })

  test('no list is read out as empty', async () => {
    for (const path of addresses) expect(await text(path), path).not.toMatch(/<(ul|ol|dl)[^>]*><\/\1>/)
  })

  test('data files say whose and how old they are', async () => {
    for (const path of ['/api/plan.json', '/api/targets.json', '/api/tasks.json', '/search.json']) {
      const answer = await fetch(site.address + path)
      expect(answer.headers.get('content-type')).toContain('application/json')
      expect(await answer.json(), path).toMatchObject({
        notice: 'DỮ LIỆU MINH HỌA',
        state: { asOf: '2024-03-04', illustration: true },
      })
    }
  })

  test('what is printed can be checked: the edition in force, each file by its digest', async () => {
    const answer = await fetch(`${site.address}/api/editions/plan`)
    const { id, notice, manifest } = (await answer.json()) as {
      id: string
      notice: string
      manifest: typeof site.edition.manifest
    }
    expect([id, notice]).toEqual([site.edition.id, 'DỮ LIỆU MINH HỌA'])
    expect(sha256(canonicalJson(manifest as unknown as Json))).toBe(id)
    const page = await fetch(`${site.address}/nhiem-vu/1.1`)
    const bytes = new Uint8Array(await page.arrayBuffer())
    expect(manifest.files['nhiem-vu/1.1/index.html']?.digest).toBe(sha256(bytes))
    expect((await fetch(`${site.address}/api/editions/map`)).status).toBe(404)
    expect((await fetch(`${site.address}/api/editions/nothing`)).status).toBe(400)
  })

  test('the same plan published again makes the same edition', async () => {
    const again = await publicSite(acceptedPlanOfThiDu(), stateOfThiDu)
    await again.close()
    expect(again.edition.id).toBe(site.edition.id)
  })
})

test('two tasks with one number, of the body and of an annex, each have a page, and each list leads to both', async () => {
  const plan = acceptedPlanOfThiDu()
  const second = { ...plan.tasks[3]!, no: '1.1', title: 'Dời bến xe ra ngoài phố' }
  const twice = await publicSite({ ...plan, tasks: [...plan.tasks, second] }, stateOfThiDu)
  try {
    const page = async (path: string) => (await fetch(twice.address + path)).text()
    expect(await page('/nhiem-vu/1.1')).toContain('Rà soát quy hoạch chung')
    for (const path of ['/nhiem-vu/1.1-2', '/en/tasks/1.1-2'])
      expect(await page(path), path).toContain('Dời bến xe ra ngoài phố')
    for (const path of [
      '/nhiem-vu',
      '/nhiem-vu/co-quan',
      '/nhiem-vu/thoi-gian',
      '/tim?q=ben+xe',
      '/ke-hoach',
    ])
      expect(await page(path), path).toContain('href="/nhiem-vu/1.1-2"')
  } finally {
    await twice.close()
  }
})

describe.skipIf(withoutBrowser())('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  async function open(width: number, height: number): Promise<Page> {
    // The policy allows no script but our own; the checker is put in by the browser, past the policy.
    const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true })
    return context.newPage()
  }

  test('no violation on any page, nothing wider than a phone or a desk, nobody else asked', async () => {
    const page = await open(360, 740)
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address)) foreign.push(request.url())
    })
    for (const path of addresses) {
      await page.goto(site.address + path)
      await expectClean(page, path)
    }
    expect(foreign).toEqual([])
    await page.context().close()
  })

  test('what is wrong at a desk alone is found there: the second look is spared only where nothing differs', async () => {
    const page = await open(360, 740)
    const wide = (style: string) =>
      page.setContent(
        `<html lang="vi"><title>Thí Dụ</title><style>@media (min-width: 60rem) { ${style} }</style>` +
          '<main><h1>Thí Dụ</h1><div>Cây xanh<br>ven sông<br>và ven biển</div></main>',
      )
    for (const style of [
      'h1 { color: #eee }',
      'div { height: 1rem; overflow: auto }',
      'main { width: 2000px }',
    ]) {
      await wide(style)
      await expect(expectClean(page, 'a page'), style).rejects.toThrow('a page, desk')
    }
    await wide('')
    await expectClean(page, 'a page')
    await page.context().close()
  })

  test('twice as large, a phone still shows whole lines', async () => {
    const page = await open(360, 740)
    for (const path of addresses) {
      await page.goto(site.address + path)
      // What a reader's setting of the letters does; the page must follow it.
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
    }
    await page.context().close()
  })

  test('the first page costs under 100 KB over the wire, fonts and all', async () => {
    const page = await open(360, 740)
    const client = await page.context().newCDPSession(page)
    await client.send('Network.enable')
    let bytes = 0
    client.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength))
    await page.goto(`${site.address}/`, { waitUntil: 'networkidle' })
    expect(bytes).toBeGreaterThan(60_000)
    expect(bytes).toBeLessThan(100_000)
    await page.context().close()
  })

  test('what is made on request is compressed too, so that a search costs a phone little', async () => {
    for (const path of ['/tim?q=do+thi', '/nhiem-vu/loc', '/api/search?q=do+thi']) {
      const answer = await fetch(site.address + path, { headers: { 'accept-encoding': 'gzip' } })
      expect(answer.headers.get('content-encoding'), path).toBe('gzip')
      expect(answer.headers.get('vary')).toContain('Accept-Encoding')
      expect(await answer.text()).not.toBe('')
    }
  })

  test('by keyboard alone: past the head, along the pages, through a search to the clause', async () => {
    const page = await open(1280, 800)
    await page.goto(`${site.address}/`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
    await page.keyboard.type('dat chuan do thi')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/tim?q=dat+chuan+do+thi')
    await focus(page, /^chuẩn đô thị|Thị xã đạt chuẩn/i)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/chi-tieu#**')
    await focus(page, /^Mục II\.2$/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/ke-hoach#II.2')
    expect(await page.locator('[id="II.2"]').evaluate((clause) => clause.matches(':target'))).toBe(true)
    await page.context().close()
  })

  test('on paper: A4, no navigation, the notice and the state of the data stay', async () => {
    const page = await open(1280, 800)
    await page.emulateMedia({ media: 'print' })
    await page.goto(`${site.address}/chi-tieu`)
    expect(await page.locator('nav').first().isVisible()).toBe(false)
    expect(await page.locator('.notice').isVisible()).toBe(true)
    expect(await page.locator('footer').innerText()).toContain('04/03/2024')
    expect(await page.locator('thead').evaluate((head) => getComputedStyle(head).display)).toBe(
      'table-header-group',
    )
    await page.context().close()
  })
})

/** Goes on by Tab until the thing in focus says what is wanted. */
async function focus(page: Page, wanted: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (wanted.test(name.trim())) return
  }
  throw new Error(`no Tab leads to ${wanted}`)
}
