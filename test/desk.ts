import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expectClean } from './axe.ts'
import { openBrowser } from './browser.ts'
import { exampleFolder, startServer, type TestServer } from './server.ts'

export interface DeskOptions {
  /** The post that the officer takes; without one they stand before the choice. */
  readonly post?: string
  /** Done to the data folder of the example town before its server starts. */
  readonly prepare?: (data: string) => Promise<unknown>
  /** For pages with a map. */
  readonly webgl?: boolean
  /** Of the officer's window; a desk's width where it says nothing. */
  readonly window?: BrowserContextOptions
}

/** An officer signed in before a browser, at a server of their own on the example town. */
export interface Desk {
  readonly data: string
  readonly server: TestServer
  readonly browser: Browser
  readonly page: Page
  /** What the officer's page threw or broke of its own policy; a refusal with its status is none. */
  readonly problems: readonly string[]
  /** What that page asked of anybody but the server. */
  readonly foreign: readonly string[]
  /** The address where the officer is, opened beside them in a context of another kind. */
  beside(options: BrowserContextOptions, look: (other: Page) => Promise<void>): Promise<void>
  /** What `expectClean` says of the address where the officer is, with every form and table open. */
  clean(what: string): Promise<void>
  close(): Promise<void>
}

/** What every journey of the staff side begins with. Close it. */
export async function openDesk({ post, prepare, webgl, window }: DeskOptions = {}): Promise<Desk> {
  const folder = await exampleFolder()
  await prepare?.(folder.data)
  const [server, browser] = await Promise.all([
    startServer(folder.data),
    openBrowser(webgl === undefined ? {} : { webgl }),
  ])
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...window,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const watched = watch(page, server.public)
  await page.goto(server.staff)
  if (post) {
    await page.locator(`button[value="${post}"]`).press('Enter')
    await page.waitForURL('**/can-bo')
  }
  const check = checker(browser, page)
  return {
    data: folder.data,
    server,
    browser,
    page,
    ...watched,
    async beside(options, look) {
      const own = await browser.newContext({ ...options, storageState: await context.storageState() })
      const other = await own.newPage()
      await other.goto(page.url())
      await look(other)
      await own.close()
    },
    clean: check,
    async close() {
      await browser.close()
      await server.stop()
      await folder.remove()
    },
  }
}

function watch(page: Page, own: string): Pick<Desk, 'problems' | 'foreign'> {
  const [problems, foreign]: [string[], string[]] = [[], []]
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4')) problems.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(own) && !url.startsWith('blob:')) foreign.push(url)
  })
  return { problems, foreign }
}

/** One context for all checks, past the page's policy: what pages share is loaded into it once. */
function checker(browser: Browser, page: Page): Desk['clean'] {
  const opened: Promise<BrowserContext>[] = []
  return async (what) => {
    const context = await (opened[0] ??= browser.newContext({ bypassCSP: true }))
    await context.addCookies(await page.context().cookies())
    const other = await context.newPage()
    await other.goto(page.url())
    await other.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)))
    await expectClean(other, what)
    await other.close()
  }
}
