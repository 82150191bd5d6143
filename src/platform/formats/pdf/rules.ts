import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Rule } from '../layout/model.ts'

type Matrix = readonly [number, number, number, number, number, number]

export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** What pdf.js numbers the steps of a path by, and how many numbers each takes. */
const step = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const
const numbers = [2, 2, 6, 4, 0] as const
/** A filled box thinner than this is a line drawn as a box, points. */
const thin = 2.5

const paints = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

interface Step {
  readonly code: number
  readonly args: readonly unknown[]
  readonly matrix: Matrix
}

/** Each operator with the matrix that holds for it; `base` turns the page's space into ours. */
function* steps(operators: Operators, base: Matrix): Generator<Step> {
  const saved: Matrix[] = []
  let matrix = base
  for (const [i, code] of operators.fnArray.entries()) {
    const args = (operators.argsArray[i] ?? []) as readonly unknown[]
    if (code === OPS.save || code === OPS.paintFormXObjectBegin) saved.push(matrix)
    if (code === OPS.restore || code === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? base
    if (code === OPS.transform) matrix = multiply(matrix, args as unknown as Matrix)
    if (code === OPS.paintFormXObjectBegin && Array.isArray(args[0]))
      matrix = multiply(matrix, args[0] as unknown as Matrix)
    yield { code, args, matrix }
  }
}

/** Straight lines along the edges of the page that are drawn on it. */
export function rulesOf(operators: Operators, base: Matrix): Rule[] {
  const rules: Rule[] = []
  for (const { code, args, matrix } of steps(operators, base))
    if (code === OPS.constructPath && paints.has(args[0] as number)) rules.push(...pathRules(args, matrix))
  return rules
}

/**
 * True where a picture fills a good part of a page of `area`. Pictures are not decoded, and so not listed; but a
 * picture is drawn in a square of side 1, which only a matrix as large as the page can spread over it.
 */
export function holdsPicture(operators: Operators, base: Matrix, area: number): boolean {
  for (const { matrix } of steps(operators, base))
    if (Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) > area / 4) return true
  return false
}

const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

type Point = readonly [number, number]

function pathRules(args: readonly unknown[], matrix: Matrix): Rule[] {
  const data = (args[1] as readonly (ArrayLike<number> | null)[] | null)?.[0]
  if (!data) return []
  const stroked = strokes.has(args[0] as number)
  return subpaths(data, matrix).flatMap((points) => (stroked ? edges(points) : thinBox(points)))
}

/** The corners of each part of a path; curves end a straight run. */
function subpaths(data: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Point[][] {
  const found: Point[][] = []
  for (let i = 0; i < data.length;) {
    const code = data[i] ?? step.close
    const count = numbers[code] ?? 0
    const [x, y] = [data[i + count - 1] ?? 0, data[i + count] ?? 0]
    const point: Point = [a * x + c * y + e, b * x + d * y + f]
    const open = found.at(-1)
    if (code === step.close) {
      if (open?.[0]) open.push(open[0])
    } else if (code === step.line && open) open.push(point)
    else found.push([point])
    i += count + 1
  }
  return found
}

const box = (points: readonly Point[]): Rule => ({
  x1: Math.min(...points.map(([x]) => x)),
  x2: Math.max(...points.map(([x]) => x)),
  y1: Math.min(...points.map(([, y]) => y)),
  y2: Math.max(...points.map(([, y]) => y)),
})

const straight = (rule: Rule) =>
  Math.min(rule.x2 - rule.x1, rule.y2 - rule.y1) < 0.5 && Math.max(rule.x2 - rule.x1, rule.y2 - rule.y1) > 1

function edges(points: readonly Point[]): Rule[] {
  return points
    .slice(1)
    .map((point, i) => box([points[i] ?? point, point]))
    .filter(straight)
}

function thinBox(points: readonly Point[]): Rule[] {
  if (points.length < 4) return []
  const whole = box(points)
  const [width, height] = [whole.x2 - whole.x1, whole.y2 - whole.y1]
  return Math.min(width, height) < thin && Math.max(width, height) > 2 * thin ? [whole] : []
}
