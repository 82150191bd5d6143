import { encodeWkb, mapPositions, planarArea } from '../../../domain/geometry/index.ts'
import { between, crs84, toLonLat, type Operation, type Plane } from '../../../domain/plane.ts'
import type { TownRecord } from '../../../platform/db/index.ts'
import type { GeometryEngine } from '../../../platform/geometry/index.ts'
import type { Areas, Measured } from '../model/areas.ts'
import type { BoundaryVersion } from '../store.ts'

/** The ground that is measured on: boundaries stand in CRS84, areas are those of a plane. */
export interface Survey {
  readonly geometry: GeometryEngine
  readonly plane: Plane
  readonly operation: Operation
}

/** What the use cases of units stand on. */
export interface TerritoryServices {
  readonly record: TownRecord
  readonly survey: Survey
}

/** A boundary over the time it holds, from the record or a file. */
export type Drawn = Pick<BoundaryVersion, 'id' | 'valid' | 'value'>

/** Areas of boundaries and of what any two have in common. One that is not valid is told and not measured. */
export async function measure(survey: Survey, versions: readonly Drawn[]): Promise<Areas> {
  const { geometry, plane, operation } = survey
  const { apply } = between(crs84, plane, operation)
  const { apply: back } = toLonLat(plane, operation)
  const shapes = versions.map((version) => {
    const shape = mapPositions(version.value.geometry, apply)
    return { version, shape, wkb: encodeWkb(shape) }
  })
  const valid = await geometry.validity(shapes.map(({ wkb }) => wkb))
  const broken: Areas['broken'] = []
  const sound = shapes.filter(({ version }, index) => {
    const found = valid[index]
    if (!found || found.valid) return true
    const [lon, lat] = found.at ? back(found.at) : []
    const at: [number, number] | null = lon === undefined || lat === undefined ? null : [lon, lat]
    broken.push({ unit: version.id, reason: found.reason, at })
    return false
  })
  const boundaries = sound.map(({ version: { id, valid: span, value }, shape }) => ({
    unit: id,
    from: span.from,
    to: span.to,
    m2: planarArea(shape),
    illustration: value.illustration,
  }))
  const found = await successive(
    geometry,
    boundaries,
    sound.map(({ wkb }) => wkb),
  )
  for (const { a, why } of found.failed)
    broken.push({ unit: boundaries[a]?.unit ?? '', reason: why, at: null })
  return { plane: plane.id, operation: operation.id, boundaries, common: found.common, broken }
}

/**
 * What those that ended have in common with those that came after. Units of one day lie side by side, and a unit
 * that stays has all of itself: neither is measured, it would be most of the work.
 */
async function successive(
  geometry: GeometryEngine,
  boundaries: Areas['boundaries'],
  shapes: readonly Uint8Array[],
) {
  const after = (a: Measured, b: Measured) => a.to !== null && a.to <= b.from
  const places = [...boundaries.keys()]
  const at = (index: number) => boundaries[index] as Measured
  const ended = places.filter((i) => boundaries.some((each) => after(at(i), each)))
  const begun = places.filter((i) => boundaries.some((each) => after(each, at(i))))
  const shapesOf = (list: readonly number[]) => list.map((i) => shapes[i] as Uint8Array)
  const { a, b, area, failed } = await geometry.sharedAreas(shapesOf(ended), shapesOf(begun))
  const place = (list: readonly number[], index: number | undefined) => list[index ?? -1] as number
  const common = [...area.entries()]
    .map(([index, m2]) => ({ a: place(ended, a[index]), b: place(begun, b[index]), m2 }))
    .filter((pair) => after(at(pair.a), at(pair.b)))
    .toSorted((p, q) => p.a - q.a || p.b - q.b)
  return { common, failed: failed.map((each) => ({ a: place(ended, each.a), why: each.why })) }
}
