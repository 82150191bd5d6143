import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/** Chromium or a browser made from it, or null where this machine has none. */
export function findBrowser(): string | null {
  const named = process.env['CHROMIUM']
  if (named) return named
  return places().find((file) => existsSync(file)) ?? null
}

function places(): readonly string[] {
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ])
  const names = [
    // The same browser without a desktop's windows: our journeys take two thirds of the time in it.
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ]
  const mac = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  return [...names.map((name) => join('/usr/bin', name)), '/snap/bin/chromium', ...mac]
}

export const howToGetBrowser =
  'no browser found, its tests are skipped. Debian: sudo apt-get install chromium-headless-shell. Windows: winget install Google.Chrome (Edge does too). Elsewhere Chromium, Chrome or Edge; or set CHROMIUM to the program.'

/**
 * For `describe.skipIf(withoutBrowser())`. On the gate a browser that is missing is a failure, not a skip.
 */
export function withoutBrowser(): boolean {
  const missing = findBrowser() === null
  if (missing && process.env['CI'] === 'true') throw new Error(howToGetBrowser)
  return missing
}

/** A browser with a fresh profile that talks to nobody but the server under test. Close it. */
export function openBrowser({ webgl }: { readonly webgl?: boolean } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? '',
    args: [
      // Maps are drawn by the processor here: the machine of a test has no graphics card.
      // Only the map itself asks for it: the rest of the page is put together as it is without one.
      ...(webgl
        ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing']
        : ['--disable-gpu']),
      ...(webgl === false ? ['--disable-webgl', '--disable-webgl2', '--disable-3d-apis'] : []),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium's own sandbox cannot run as root, which is what a container's user is.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
}
