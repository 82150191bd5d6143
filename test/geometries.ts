import fc from 'fast-check'
import type { Geometry, Position, Ring } from '../src/domain/geometry/index.ts'

/** Metres of a VN-2000 zone, to the tenth of a millimetre. */
const easting = fc.integer({ min: 3_000_000_000, max: 8_000_000_000 }).map((n) => n / 1e4)
const northing = fc.integer({ min: 9_000_000_000, max: 26_000_000_000 }).map((n) => n / 1e4)
export const position: fc.Arbitrary<Position> = fc.tuple(easting, northing)

/** A ring around a centre, star-shaped and so never crossing itself, turning left. */
export const ring: fc.Arbitrary<Ring> = fc
  .tuple(position, fc.array(fc.double({ min: 5, max: 500, noNaN: true }), { minLength: 3, maxLength: 20 }))
  .map(([[x, y], radii]) => {
    const corners = radii.map((radius, i): Position => {
      const angle = (i * 2 * Math.PI) / radii.length
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
    })
    return [...corners, corners[0] as Position]
  })

/** The ring again, ten times smaller, about the mean of its corners: a hole. */
const within = (outer: Ring): Ring => {
  const corners = outer.slice(1)
  const mean = (axis: 0 | 1) => corners.reduce((sum, p) => sum + p[axis], 0) / corners.length
  const [x, y] = [mean(0), mean(1)]
  return outer.map((p): Position => [x + (p[0] - x) / 10, y + (p[1] - y) / 10]).toReversed()
}

const polygon = fc
  .tuple(ring, fc.boolean())
  .map(([outer, holed]) => (holed ? [outer, within(outer)] : [outer]))
const line = fc.array(position, { minLength: 2, maxLength: 12 })
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 4 })

/** Any geometry that the record can hold. */
export const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  position.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
  many(position).map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
  line.map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  many(line).map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
  polygon.map((coordinates): Geometry => ({ type: 'Polygon', coordinates })),
  many(polygon).map((coordinates): Geometry => ({ type: 'MultiPolygon', coordinates })),
)
