/** What a coordinate system's text says of its projection and its shift to WGS 84. */
export interface WrittenParts {
  readonly meridian: number | null
  readonly scale: number
  readonly falseEasting: number
  readonly falseNorthing: number
  readonly datum: string
  readonly towgs84: readonly number[] | null
}

/** Datums of MapInfo whose numbers follow in the line itself: with seven parameters and a prime meridian, with three. */
const own = { 9999: 9, 999: 4 } as const
const wgs84 = [104, 0, 33, 62, 74]
const lonLat = 1
const transverseMercator = [8, 24]

/**
 * MapInfo's own words: `CoordSys Earth Projection 8, 104, "m", 108, 0, 0.9999, 500000, 0`. Null for other projections,
 * and for `NonEarth`, which says nothing.
 */
export function mapInfoParts(text: string): WrittenParts | null {
  const list = /^CoordSys\s+Earth\s+Projection\s+(.*?)(?:\s+(?:Affine|Bounds)\b.*)?$/i.exec(text.trim())?.[1]
  if (list === undefined) return null
  const cells = list.split(',').map((cell) => cell.trim())
  const [projection, datum] = [Number(cells[0]), Number(cells[1])]
  const many = datum === 9999 || datum === 999 ? own[datum] : 0
  const shift = cells.slice(3, 2 + many).map(Number)
  const base = {
    datum: wgs84.includes(datum) ? 'WGS84' : '',
    towgs84: many === 0 ? null : mapInfoShift(shift),
  }
  if (projection === lonLat) return { meridian: null, scale: 1, falseEasting: 0, falseNorthing: 0, ...base }
  if (!transverseMercator.includes(projection)) return null
  const [unit = '', meridian, , scale, falseEasting, falseNorthing] = cells.slice(2 + many)
  if (!/^"?m"?$/i.test(unit)) return null
  return {
    meridian: Number(meridian),
    scale: Number(scale),
    falseEasting: Number(falseEasting),
    falseNorthing: Number(falseNorthing),
    ...base,
  }
}

/** MapInfo turns the other way round than WKT does. */
const mapInfoShift = ([dx = 0, dy = 0, dz = 0, rx = 0, ry = 0, rz = 0, scale = 0]: readonly number[]) => [
  dx,
  dy,
  dz,
  -rx,
  -ry,
  -rz,
  scale,
]
