/**
 * Areas that two plain polygons share, without making the polygon that they share. Each polygon is the sum of what lies
 * under its edges, those above it counted for and those below it against; so what two share is the sum over all
 * pairs of edges of what lies under both. Nothing is noded, so nothing can fail, and shared borders cost nothing.
 */

export interface Plain {
  /** x and y of its corners, the first once more at the end. */
  readonly ring: Float64Array
  /** Its edges from left to right, six numbers each: x of both ends, y of the left, rise, highest y, sign. */
  readonly edges: Float64Array
}
const stride = 6

/** Rings with more edges than these are not tried pair by pair for being simple: GEOS answers for them. */
const most = 400

/**
 * WKB's polygon of one simple ring; null for anything else: holes, several parts, a ring that touches
 * itself, does not close, or is long. For those GEOS answers, and says what is wrong.
 */
export function plainOf(bytes: Uint8Array): Plain | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 13 || view.getUint8(0) !== 1 || view.getUint32(1, true) !== 3) return null
  const count = view.getUint32(9, true)
  if (view.getUint32(5, true) !== 1 || count < 4 || count > most || bytes.length !== 13 + count * 16)
    return null
  const ring = new Float64Array(2 * count)
  let length = 0
  for (let at = 13; at < bytes.length; at += 16) {
    const x = view.getFloat64(at, true)
    const y = view.getFloat64(at + 8, true)
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null
    // A position said twice is no edge.
    if (length > 0 && ring[length - 2] === x && ring[length - 1] === y) continue
    ring[length++] = x
    ring[length++] = y
  }
  const closed = ring[0] === ring[length - 2] && ring[1] === ring[length - 1]
  if (length < 8 || !closed || !isSimple(ring, length / 2 - 1)) return null
  return { ring: ring.subarray(0, length), edges: edgesOf(ring, length / 2 - 1) }
}

/** No two edges meet but neighbours, and those in their common end alone. */
function isSimple(ring: Float64Array, edges: number): boolean {
  for (let i = 0; i < edges; i++) {
    // Taken one by one, here and below: lists for a moment cost more than all the sums.
    const ax = ring[2 * i]!
    const ay = ring[2 * i + 1]!
    const bx = ring[2 * i + 2]!
    const by = ring[2 * i + 3]!
    const next = i + 1 === edges ? 2 : 2 * i + 4
    if (foldsBack(ax, ay, bx, by, ring[next]!, ring[next + 1]!)) return false
    const west = ax < bx ? ax : bx
    const east = ax < bx ? bx : ax
    const south = ay < by ? ay : by
    const north = ay < by ? by : ay
    // The last edge is the first one's neighbour as well.
    const last = i === 0 ? edges - 1 : edges
    let cx = ring[2 * i + 4]!
    let cy = ring[2 * i + 5]!
    for (let j = i + 2; j < last; j++) {
      const dx = ring[2 * j + 2]!
      const dy = ring[2 * j + 3]!
      const apart =
        (cx < west && dx < west) ||
        (cx > east && dx > east) ||
        (cy < south && dy < south) ||
        (cy > north && dy > north)
      if (!apart && meet(ax, ay, bx, by, cx, cy, dx, dy)) return false
      cx = dx
      cy = dy
    }
  }
  return true
}

/** Positive where the third place lies left of the way from the first to the second. */
const side = (ax: number, ay: number, bx: number, by: number, x: number, y: number) =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax)

const foldsBack = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) =>
  side(ax, ay, bx, by, cx, cy) === 0 && (bx - ax) * (cx - bx) + (by - ay) * (cy - by) < 0

/** Of two edges whose boxes meet: neither lies wholly on one side of the other. */
function meet(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const c = side(ax, ay, bx, by, cx, cy)
  const d = side(ax, ay, bx, by, dx, dy)
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return false
  const a = side(cx, cy, dx, dy, ax, ay)
  const b = side(cx, cy, dx, dy, bx, by)
  return !((a > 0 && b > 0) || (a < 0 && b < 0))
}

function edgesOf(ring: Float64Array, count: number): Float64Array {
  let twice = 0
  for (let i = 1; i < count; i++)
    twice += side(ring[0]!, ring[1]!, ring[2 * i]!, ring[2 * i + 1]!, ring[2 * i + 2]!, ring[2 * i + 3]!)
  const edges = new Float64Array(count * stride)
  let at = 0
  for (let i = 0; i < 2 * count; i += 2) {
    const ax = ring[i]!
    const ay = ring[i + 1]!
    const bx = ring[i + 2]!
    const by = ring[i + 3]!
    // Nothing lies under an upright edge.
    if (ax === bx) continue
    const back = bx < ax
    edges[at++] = back ? bx : ax
    edges[at++] = back ? ax : bx
    edges[at++] = back ? by : ay
    edges[at++] = (by - ay) / (bx - ax)
    edges[at++] = ay > by ? ay : by
    // Going left is above the polygon where the ring turns left.
    edges[at++] = back === twice > 0 ? 1 : -1
  }
  return edges.subarray(0, at)
}

/**
 * m² that two plain polygons share, of which the first lies in the box `west, south, east`. Heights are measured from
 * there, else the seven digits of a plane's coordinates would eat the square millimetres.
 */
export function plainSharedArea(
  a: Plain,
  { edges: b }: Plain,
  west: number,
  south: number,
  east: number,
): number {
  let area = 0
  for (let j = 0; j < b.length; j += stride) {
    // What lies under a lower edge is under the polygon's upper and lower edges alike: it comes to nothing.
    if (b[j]! >= east || b[j + 1]! <= west || b[j + 4]! <= south) continue
    area += b[j + 5]! * underBoth(a.edges, b, j, south)
  }
  return area
}

/** m² above `base` that lie in the polygon and under one edge of another. */
function underBoth(a: Float64Array, b: Float64Array, j: number, base: number): number {
  const left = b[j]!
  const right = b[j + 1]!
  const bottom = b[j + 2]! - base
  const rise = b[j + 3]!
  let area = 0
  for (let i = 0; i < a.length; i += stride) {
    const from = a[i]! > left ? a[i]! : left
    const to = a[i + 1]! < right ? a[i + 1]! : right
    const width = to - from
    if (width <= 0) continue
    const own = a[i + 2]! - base
    const start = own + (from - a[i]!) * a[i + 3]!
    const end = own + (to - a[i]!) * a[i + 3]!
    // How far the one lies above the other, at both ends: what is above counts no more.
    const p = start - bottom - (from - left) * rise
    const q = end - bottom - (to - left) * rise
    let over = 0
    if (p > 0) over = q > 0 ? p + q : (p * p) / (p - q)
    else if (q > 0) over = (q * q) / (q - p)
    area += a[i + 5]! * width * (start + end - over)
  }
  return area / 2
}

/** Whether their borders share a place. */
export function bordersMeet({ ring: a }: Plain, { ring: b }: Plain, box: readonly number[]): boolean {
  const [west, south, east, north] = box as [number, number, number, number]
  for (let j = 0; j + 3 < b.length; j += 2) {
    const cx = b[j]!
    const cy = b[j + 1]!
    const dx = b[j + 2]!
    const dy = b[j + 3]!
    if ((cx < west && dx < west) || (cx > east && dx > east)) continue
    if ((cy < south && dy < south) || (cy > north && dy > north)) continue
    for (let i = 0; i + 3 < a.length; i += 2) {
      const ax = a[i]!
      const ay = a[i + 1]!
      const bx = a[i + 2]!
      const by = a[i + 3]!
      if ((ax < cx && bx < cx && ax < dx && bx < dx) || (ax > cx && bx > cx && ax > dx && bx > dx)) continue
      if ((ay < cy && by < cy && ay < dy && by < dy) || (ay > cy && by > cy && ay > dy && by > dy)) continue
      if (meet(ax, ay, bx, by, cx, cy, dx, dy)) return true
    }
  }
  return false
}
