import type { Rule } from '../layout/model.ts'

/** A picture of a page in shades of grey, one byte a point. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** Opens a binary PGM, the plain form in which pdftoppm draws. */
export function readPgm(bytes: Uint8Array): Picture | undefined {
  const head = /^P5\s+(\d{1,6})\s+(\d{1,6})\s+255\s/.exec(
    Buffer.from(bytes.subarray(0, 64)).toString('latin1'),
  )
  const [whole = '', width = '0', height = '0'] = head ?? []
  const grey = bytes.subarray(whole.length)
  return head && grey.length >= Number(width) * Number(height)
    ? { width: Number(width), height: Number(height), grey }
    : undefined
}

const dark = 140
/** Shortest line that is a border and no letter, points. */
const shortest = 22
/** Broken ink that still counts as one line, points. */
const broken = 1

/** Long dark runs along rows and columns of a picture: the borders of tables. */
export function pictureRules({ width, height, grey }: Picture, scale: number): Rule[] {
  const rules: Rule[] = []
  const [least, gap] = [shortest / scale, broken / scale]
  const isDark = (x: number, y: number) => (grey[y * width + x] ?? 255) < dark
  for (let y = 0; y < height; y++)
    for (const [from, to] of runs(width, (x) => isDark(x, y), least, gap))
      rules.push({ x1: from * scale, x2: to * scale, y1: y * scale, y2: y * scale })
  for (let x = 0; x < width; x++)
    for (const [from, to] of runs(height, (y) => isDark(x, y), least, gap))
      rules.push({ x1: x * scale, x2: x * scale, y1: from * scale, y2: to * scale })
  return thinned(rules)
}

function runs(
  length: number,
  isDark: (at: number) => boolean,
  least: number,
  gap: number,
): [number, number][] {
  const found: [number, number][] = []
  let [from, last] = [-1, -Infinity]
  for (let at = 0; at <= length; at++) {
    const ink = at < length && isDark(at)
    if (ink && from < 0) from = at
    if (ink) last = at
    else if (from >= 0 && (at - last > gap || at === length)) {
      if (last - from >= least) found.push([from, last])
      from = -1
    }
  }
  return found
}

/** Rows of points that lie on one another are one thick line; a dark field is none. */
function thinned(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = []
  const last: Rule[] = []
  for (const rule of rules) {
    const same = last.findIndex((other) => flat(other) === flat(rule) && beside(other, rule))
    const other = last[same]
    if (other) last[same] = join(other, rule)
    else last.push(rule)
    if (last.length > 64) merged.push(...last.splice(0, 32))
  }
  return [...merged, ...last].filter((rule) => Math.min(rule.x2 - rule.x1, rule.y2 - rule.y1) < 5)
}

const flat = (rule: Rule) => rule.y2 - rule.y1 < rule.x2 - rule.x1
const beside = (a: Rule, b: Rule) =>
  b.x1 - a.x2 <= 1 && a.x1 - b.x2 <= 1 && b.y1 - a.y2 <= 1 && a.y1 - b.y2 <= 1
const join = (a: Rule, b: Rule): Rule => ({
  x1: Math.min(a.x1, b.x1),
  x2: Math.max(a.x2, b.x2),
  y1: Math.min(a.y1, b.y1),
  y2: Math.max(a.y2, b.y2),
})
