import type { Rule } from './model.ts'

/** A cell of a ruled table: its place in the grid and on the page. */
export interface GridCell {
  readonly column: number
  readonly row: number
  readonly columnSpan: number
  readonly rowSpan: number
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface Grid extends Rule {
  readonly rows: number
  readonly cells: readonly GridCell[]
}

/** Lines nearer than this are one: borders are drawn twice, by both cells, or with gaps at the corners. */
const near = 3

/** Finds ruled tables: rules that touch one another and cross into at least two cells. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  return clusters(rules)
    .map(gridOf)
    .filter((grid): grid is Grid => grid !== undefined)
    .sort((a, b) => a.y1 - b.y1)
}

const touch = (a: Rule, b: Rule) =>
  a.x1 <= b.x2 + near && b.x1 <= a.x2 + near && a.y1 <= b.y2 + near && b.y1 <= a.y2 + near

/** Groups of rules that touch, found by sweeping down the page. */
function clusters(rules: readonly Rule[]): Rule[][] {
  let groups: { box: Rule; rules: Rule[] }[] = []
  for (const rule of [...rules].sort((a, b) => a.y1 - b.y1)) {
    const meets = groups.filter(
      (group) => touch(group.box, rule) && group.rules.some((other) => touch(other, rule)),
    )
    const merged = meets.flatMap((group) => group.rules)
    merged.push(rule)
    groups = [
      ...groups.filter((group) => !meets.includes(group)),
      { box: hull([...meets.map((group) => group.box), rule]), rules: merged },
    ]
  }
  return groups.map((group) => group.rules)
}

const hull = (boxes: readonly Rule[]): Rule => ({
  x1: Math.min(...boxes.map((box) => box.x1)),
  y1: Math.min(...boxes.map((box) => box.y1)),
  x2: Math.max(...boxes.map((box) => box.x2)),
  y2: Math.max(...boxes.map((box) => box.y2)),
})

const isVertical = (rule: Rule) => rule.x2 - rule.x1 < rule.y2 - rule.y1

function gridOf(rules: readonly Rule[]): Grid | undefined {
  const down = rules.filter((rule) => isVertical(rule) && rule.y2 - rule.y1 > near)
  const across = rules.filter((rule) => !isVertical(rule) && rule.x2 - rule.x1 > near)
  const xs = positions(down.map((rule) => (rule.x1 + rule.x2) / 2))
  const ys = positions(across.map((rule) => (rule.y1 + rule.y2) / 2))
  if (xs.length < 2 || ys.length < 2 || (xs.length - 1) * (ys.length - 1) < 2) return undefined
  const owner = merged(xs, ys, down, across)
  const cells = cellsOf(owner, xs, ys)
  const rows = new Set(cells.map((cell) => cell.row)).size
  return cells.length < 2
    ? undefined
    : { x1: xs[0]!, y1: ys[0]!, x2: xs.at(-1)!, y2: ys.at(-1)!, rows, cells }
}

function positions(values: readonly number[]): number[] {
  const found: number[] = []
  for (const value of [...values].sort((a, b) => a - b))
    if (value - (found.at(-1) ?? -Infinity) > near) found.push(value)
  return found
}

/** For each square of the grid the number of its cell: squares without a line between them are one cell. */
function merged(
  xs: readonly number[],
  ys: readonly number[],
  down: readonly Rule[],
  across: readonly Rule[],
): number[][] {
  const owner: number[][] = []
  let next = 0
  for (let r = 0; r + 1 < ys.length; r++) {
    owner.push([])
    for (let c = 0; c + 1 < xs.length; c++) {
      const [x, y] = [(xs[c]! + xs[c + 1]!) / 2, (ys[r]! + ys[r + 1]!) / 2]
      const left = c > 0 && !down.some((rule) => atX(rule, xs[c]!) && rule.y1 < y && rule.y2 > y)
      const up = r > 0 && !across.some((rule) => atY(rule, ys[r]!) && rule.x1 < x && rule.x2 > x)
      const [from, above] = [owner[r]?.[c - 1], owner[r - 1]?.[c]]
      owner[r]![c] = (left ? from : undefined) ?? (up ? above : undefined) ?? next++
      if (left && up && from !== undefined && above !== undefined && from !== above)
        rename(owner, above, from)
    }
  }
  return owner
}

const atX = (rule: Rule, x: number) => Math.abs((rule.x1 + rule.x2) / 2 - x) <= near
const atY = (rule: Rule, y: number) => Math.abs((rule.y1 + rule.y2) / 2 - y) <= near

function rename(owner: number[][], from: number, to: number): void {
  for (const row of owner) for (const [c, id] of row.entries()) if (id === from) row[c] = to
}

function cellsOf(
  owner: readonly (readonly number[])[],
  xs: readonly number[],
  ys: readonly number[],
): GridCell[] {
  const boxes = new Map<number, { c1: number; c2: number; r1: number; r2: number }>()
  for (const [r, row] of owner.entries())
    for (const [c, id] of row.entries()) {
      const box = boxes.get(id) ?? { c1: c, c2: c, r1: r, r2: r }
      boxes.set(id, {
        c1: Math.min(box.c1, c),
        c2: Math.max(box.c2, c),
        r1: Math.min(box.r1, r),
        r2: Math.max(box.r2, r),
      })
    }
  // A line that opens no cell (a border drawn twice, a smudge) makes no row or column.
  const found = [...boxes.values()]
  const columnAt = ranks(found.map((box) => box.c1))
  const rowAt = ranks(found.map((box) => box.r1))
  return found.map(({ c1, c2, r1, r2 }) => ({
    column: columnAt(c1),
    row: rowAt(r1),
    columnSpan: columnAt(c2 + 1) - columnAt(c1),
    rowSpan: rowAt(r2 + 1) - rowAt(r1),
    x1: xs[c1]!,
    x2: xs[c2 + 1]!,
    y1: ys[r1]!,
    y2: ys[r2 + 1]!,
  }))
}

/** How many different starts lie before a place. */
function ranks(starts: readonly number[]): (at: number) => number {
  const different = [...new Set(starts)]
  return (at) => different.filter((start) => start < at).length
}
