import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type Serving } from '../../src/app/serve.ts'
import { readConfig } from '../../src/platform/config/index.ts'
import { expectClean } from '../axe.ts'
import { openBrowser, withoutBrowser } from '../browser.ts'
import { exampleFolder, ownVersion } from '../server.ts'

let folder: Awaited<ReturnType<typeof exampleFolder>>
let server: Serving
let address = ''
beforeAll(async () => {
  folder = await exampleFolder()
  const config = readConfig({ DOTHI_DATA: folder.data, DOTHI_PORT: '0', DOTHI_LOG: 'silent' })
  server = await serve(config, await ownVersion(), () => undefined)
  address = server.public.replace(/\/$/, '')
})
afterAll(async () => {
  await server.stop()
  await folder.remove()
})

const get = async (path: string) => fetch(`${address}${path}`)
const json = async (path: string) => (await get(path)).json() as Promise<Record<string, unknown>>

describe('units over HTTP, from the edition alone', () => {
  test('a code is another unit on another day', async () => {
    expect(await json('/api/units?q=21457&on=2024-12-31')).toMatchObject({
      notice: 'DỮ LIỆU MINH HỌA',
      units: [{ fullName: 'Xã Phổ Nhơn', to: '2025-07-01' }],
    })
    expect(await json('/api/units?q=21457&on=2025-07-01')).toMatchObject({
      units: [{ fullName: 'Xã Nguyễn Nghiêm', document: { number: '1677/NQ-UBTVQH15' } }],
    })
    expect(await json('/api/units?q=pho%20nhon&on=2025-07-01')).toMatchObject({
      units: [
        {
          fullName: 'Xã Nguyễn Nghiêm',
          by: 'former',
          formerly: expect.arrayContaining(['Xã Phổ Nhơn']) as unknown,
        },
      ],
    })
  })

  test('a unit says by which act it is as it is: number, day, and where it is read', async () => {
    const page = await (await get('/don-vi/21457-20250701')).text()
    expect(page).toMatch(
      /<a href="https:\/\/thuviennhadat\.vn[^"]*">1677\/NQ-UBTVQH15<\/a>, ngày 16\/06\/2025/,
    )
    const former = await (await get('/en/units/534-20200201')).text()
    expect(former).toMatch(/867\/NQ-UBTVQH14(<!-- -->)?, of 10\/01\/2020.*<a href="https:\/\/vbpl\.vn">/s)
  })

  test('the crosswalk of the 15 to the 5 is exact by document; the people are not guessed where a day is refused', async () => {
    const made = await json('/api/units/crosswalk?from=2025-06-30&to=2025-07-01')
    expect(made['rows']).toHaveLength(15)
    for (const { common } of made['rows'] as { common: number }[]) expect(common).toBeGreaterThan(1_000_000)
    expect(made).toMatchObject({ tolerance: 0.02, disagreements: [], uncovered: [] })
    expect(made['rows']).toContainEqual(
      expect.objectContaining({
        area: { share: 1, method: 'succession', certainty: 'exact' },
        documents: ['1677/NQ-UBTVQH15'],
      }),
    )
    const refused = await get('/api/units?q=a&on=2025-02-30')
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([422, 'day-invalid'])
    expect((await get('/api/units')).status).toBe(400)
  })

  test('the contract stands in the description, the data are files of the edition', async () => {
    expect(Object.keys((await json('/openapi.json'))['paths'] as object)).toEqual(
      expect.arrayContaining(['/api/units', '/api/units/crosswalk', '/api/units.json', '/api/units.geojson']),
    )
    const drawn = (await json('/api/units.geojson')) as { features: { properties: { notice: string } }[] }
    expect(drawn.features).toHaveLength(20)
    expect(new Set(drawn.features.map(({ properties }) => properties.notice))).toEqual(
      new Set(['DỮ LIỆU MINH HỌA']),
    )
    expect((await json('/api/editions/territory'))['notice']).toBe('DỮ LIỆU MINH HỌA')
  })
})

const pages = [
  '/don-vi',
  '/don-vi/21457-20250701',
  '/don-vi/534-20200201',
  '/don-vi/tim?q=nguyen+nghiem',
  '/don-vi/tim?q=pho+nhon&on=2025-07-01',
  '/don-vi/tim?q=khong-co',
  '/don-vi/doi-chieu',
  '/en/units',
  '/en/units/21457-20200201',
  '/en/units/find?q=nghiem&on=2024-12-31',
  '/en/units/crosswalk?from=2025-07-01&to=2025-06-30',
]

describe('pages of units', () => {
  test.each(pages)('%s: no script, its own language, the notice', async (path) => {
    const answer = await get(path)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).not.toMatch(/<script|<style|undefined|\[object|NaN/)
    expect(html).toContain(path.startsWith('/en') ? '<html lang="en">' : '<html lang="vi">')
    expect(html).toContain('DỮ LIỆU MINH HỌA')
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
  })

  test('links lead on, also to the other language', async () => {
    for (const from of pages) {
      const html = await (await get(from)).text()
      for (const [, link = ''] of html.matchAll(/<a [^>]*href="(\/(?:don-vi|en\/units)[^"#]*)"/g))
        expect((await get(link.replaceAll('&amp;', '&'))).status, `${from} → ${link}`).toBe(200)
    }
    expect((await get('/don-vi/khong-co')).status).toBe(404)
  })
})

describe.skipIf(withoutBrowser())('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test('nothing is out of reach on a phone or at a desk', async () => {
    const page = await browser.newPage({ bypassCSP: true })
    for (const path of pages) {
      await page.goto(`${address}${path}`)
      await expectClean(page, path)
    }
    await page.close()
  })

  test('by keyboard alone: from the list through a former name to the unit and the unit it came from', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(`${address}/don-vi`)
    await reach(page, (_, id) => id === 'unit-q')
    await page.keyboard.type('pho nhon')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/don-vi/tim?q=pho+nhon*')
    await reach(page, (text) => text === 'Xã Phổ Nhơn')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/don-vi/21457-20200201')
    await reach(page, (text) => text === 'Xã Nguyễn Nghiêm')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/don-vi/21457-20250701')
    expect(await page.locator('h1').innerText()).toBe('Xã Nguyễn Nghiêm')
    await page.close()
  })
})

/** Goes on by Tab until what is in focus is what is wanted. */
async function reach(page: Page, wanted: (text: string, id: string) => boolean): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    const [text, id] = await page.evaluate(() => {
      const at = document.activeElement
      return [(at?.textContent ?? '').trim(), at?.id ?? '']
    })
    if (wanted(text ?? '', id ?? '')) return
  }
  throw new Error('no Tab leads there')
}
