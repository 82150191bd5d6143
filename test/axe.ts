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

/**
 * What `axe.run` takes: only violations are described and no path to an element is made, which is most of its time on
 * a long table; style sheets are ours and need not be fetched once more.
 */
const options = { resultTypes: ['violations'], selectors: false, preload: false }

/** The rule that reads where things lie. The others read what is shown, what it is called and its colours. */
const ofPlace = { ...options, runOnly: ['scrollable-region-focusable'] }

/**
 * No violation of WCAG that axe can see, and nothing wider than the screen, at phone and at desk width. Where the same
 * is shown in the same colours at both, what a rule found at the first it would find at the second: only the rule of
 * place runs again. The page must be of a context with `bypassCSP`: our policy lets no checker in.
 */
export async function expectClean(page: Page, what: string): Promise<void> {
  await page.evaluate(source)
  let before: Shown | undefined
  for (const [device, [width, height]] of Object.entries(widths)) {
    await page.setViewportSize({ width, height })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${what}, ${device}`).toBeLessThanOrEqual(width)
    const now = await page.evaluate(shown)
    expect(
      await violations(page, before && noHarder(before, now) ? ofPlace : options),
      `${what}, ${device}`,
    ).toEqual([])
    before = now
  }
}

async function violations(page: Page, how: object): Promise<string[]> {
  const found = await page.evaluate(
    (asked) =>
      (globalThis as unknown as { axe: { run(how: unknown): Promise<{ violations: Violation[] }> } }).axe.run(
        asked,
      ),
    how,
  )
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

interface Shown {
  /** The tree, and what axe reads of the looks of every element on show. */
  readonly looks: string
  /** Per element: what WCAG calls large, 18 pt or 14 pt where it is bold, may have less contrast. */
  readonly large: readonly boolean[]
}

/** Letters that only grow ask for no more contrast than before. */
const noHarder = (before: Shown, now: Shown) =>
  before.looks === now.looks && before.large.every((large, i) => !large || now.large[i])

/** Runs in the page. */
function shown(): Shown {
  const all = [...document.querySelectorAll('*')]
  const styles = all.map((element) => getComputedStyle(element))
  const look = (style: CSSStyleDeclaration, i: number) => {
    if (!all[i]?.checkVisibility({ visibilityProperty: true })) return ''
    const { color, backgroundColor, backgroundImage, textShadow, textDecorationLine } = style
    const laid = [style.position, style.opacity, style.display.startsWith('inline')]
    return [color, backgroundColor, backgroundImage, textShadow, textDecorationLine, laid].join()
  }
  return {
    looks: [document.documentElement.outerHTML, ...styles.map(look)].join('\n'),
    large: styles.map(({ fontSize, fontWeight }) => {
      const size = parseFloat(fontSize)
      return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
    }),
  }
}
