import type { Geometry, Position } from './model.ts'
import { runsOf } from './parts.ts'

/** Metres: what lies as near is the same place, as drawing programs round. */
const same = 0.001

/**
 * The pieces into which a line cuts another. Both pieces end in the same position where they part: a vertex of the
 * line where the cut passes one, else the crossing. An end of the cut that was snapped to the line reaches it.
 */
export function cutLine(line: Geometry, cut: Geometry): readonly (readonly Position[])[] {
  const cuts = runsOf(cut)
  return runsOf(line).flatMap((run) => piecesOf(run, cuts))
}

function piecesOf(run: readonly Position[], cuts: readonly (readonly Position[])[]): Position[][] {
  const pieces: Position[][] = [[run[0] as Position]]
  for (const [i, end] of run.entries()) {
    if (i === 0) continue
    const start = run[i - 1] as Position
    for (const at of crossings(start, end, cuts)) {
      pieces.at(-1)?.push(at)
      pieces.push([at])
    }
    pieces.at(-1)?.push(end)
  }
  // Where it meets an end nothing is cut off; and a crossing on a vertex is found from both sides of it.
  return pieces.map(withoutRepeats).filter((piece) => piece.length > 1)
}

/** Where cuts meet a straight piece, from its start on. */
function crossings(
  start: Position,
  end: Position,
  cuts: readonly (readonly Position[])[],
): readonly Position[] {
  const length = distance(start, end)
  if (length === 0) return []
  const found = cuts.flatMap((cut) =>
    cut.flatMap((at, i) => {
      const [foot, off] = footOf(at, start, end, length)
      const near = off <= same && foot >= -same && foot <= length + same ? [foot] : []
      const before = cut[i - 1]
      const crossing = before && crossingOf(start, end, before, at)
      // Outside of a corner by less than a millimetre it crosses neither side, and is meant to.
      const passed = before && passes(end, before, at) ? [length] : []
      return [...near, ...passed, ...(typeof crossing === 'number' ? [crossing * length] : [])]
    }),
  )
  return found
    .toSorted((a, b) => a - b)
    .filter((along, i, all) => i === 0 || along - (all[i - 1] as number) > same)
    .map((along): Position => {
      if (along <= same) return start
      if (along >= length - same) return end
      const part = along / length
      return [start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part]
    })
}

/** How far along the piece a position lies, and how far beside it, m. */
function footOf(at: Position, start: Position, end: Position, length: number): [number, number] {
  const [ux, uy] = [(end[0] - start[0]) / length, (end[1] - start[1]) / length]
  const [x, y] = [at[0] - start[0], at[1] - start[1]]
  return [x * ux + y * uy, Math.abs(x * uy - y * ux)]
}

function passes(corner: Position, from: Position, to: Position): boolean {
  const length = distance(from, to)
  if (length === 0) return false
  const [foot, off] = footOf(corner, from, to, length)
  return off <= same && foot >= 0 && foot <= length
}

/** The part of the first piece at which the second crosses it; null where it does not. */
function crossingOf(a: Position, b: Position, c: Position, d: Position): number | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const across = rx * sy - ry * sx
  if (across === 0) return null
  const [x, y] = [c[0] - a[0], c[1] - a[1]]
  const [t, u] = [(x * sy - y * sx) / across, (x * ry - y * rx) / across]
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : null
}

const distance = (a: Position, b: Position) => Math.hypot(b[0] - a[0], b[1] - a[1])

const withoutRepeats = (piece: readonly Position[]) =>
  piece.filter((at, i) => i === 0 || distance(at, piece[i - 1] as Position) > same)
