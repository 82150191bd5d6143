import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A page is looked at as on a phone and as on a desk. */
export const widths = { phone: [360, 740], desk: [1280, 800] } as const

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What `axe.run` takes; only violations are described, which is most of its time on a long table. */
const options = { resultTypes: ['violations'] }

/**
 * No violation of WCAG that axe can see, and nothing wider than the screen, at phone and at desk width. The page
 * must be of a context with `bypassCSP`: our policy lets no checker in.
 */
export async function expectClean(page: Page, what: string): Promise<void> {
  await page.evaluate(source)
  for (const [device, [width, height]] of Object.entries(widths)) {
    await page.setViewportSize({ width, height })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${what}, ${device}`).toBeLessThanOrEqual(width)
    const found = await page.evaluate(
      (how) =>
        (
          globalThis as unknown as { axe: { run(how: unknown): Promise<{ violations: Violation[] }> } }
        ).axe.run(how),
      options,
    )
    const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    expect(told, `${what}, ${device}`).toEqual([])
  }
}
