import {
  boxOf,
  mapPositions,
  unionBox,
  type Box,
  type Geometry,
  type Position,
} from '../../../../domain/geometry/index.ts'
import type { Projection } from '../drawn.ts'

/** What a shape of an import stands for; the map gives each a look of its own. */
export type Role = 'entry' | 'line' | 'before' | 'after'

/** Something of an import on the map, in the record's plane. */
export interface ImportShape {
  /** Of the row that it belongs to. */
  readonly id: string
  readonly role: Role
  readonly geometry: Geometry
}

export interface ImportPlace {
  readonly id: string
  readonly at: Position
}

export interface ImportDrawing {
  readonly shapes: readonly ImportShape[]
  readonly places: readonly ImportPlace[]
}

interface Issue {
  readonly seq: number
  readonly at: Position | null
  readonly line: readonly Position[] | null
  readonly geometry: Geometry | null
  readonly mended: boolean
}

/**
 * Issues as a drawing: the entry that each is about below, what does not close above it, its place on top. What was
 * mended looks another way and has no sign any more.
 */
export function drawingOfIssues(issues: readonly Issue[]): ImportDrawing {
  const shape = (role: Role, of: (issue: Issue) => Geometry | null) =>
    issues.flatMap((issue): ImportShape[] => {
      const geometry = of(issue)
      return geometry ? [{ id: String(issue.seq), role: issue.mended ? 'after' : role, geometry }] : []
    })
  return {
    shapes: [
      ...shape('entry', ({ geometry }) => geometry),
      ...shape('line', ({ line, mended }) =>
        line && !mended && line.length > 1 ? { type: 'LineString', coordinates: [...line] } : null,
      ),
    ],
    places: issues.flatMap(({ seq, at, mended }) => (at && !mended ? [{ id: String(seq), at }] : [])),
  }
}

interface Change {
  readonly entry: string
  readonly before: Geometry | null
  readonly after: Geometry | null
}

/** Differences as a drawing: what the record has, and over it what the file has. */
export function drawingOfChanges(changes: readonly Change[]): ImportDrawing {
  const shape = (role: 'before' | 'after') =>
    changes.flatMap((change): ImportShape[] => {
      const geometry = change[role]
      return geometry ? [{ id: change.entry, role, geometry }] : []
    })
  return { shapes: [...shape('before'), ...shape('after')], places: [] }
}

/** What lies so far off that it is nowhere on the earth is listed, and left out of the map. */
export function onEarth({ shapes, places }: ImportDrawing, { out }: Projection): ImportDrawing {
  const there = (position: Position) => {
    const [x, y] = out(position)
    return Math.abs(x) <= 180 && Math.abs(y) <= 85
  }
  return {
    shapes: shapes.filter(({ geometry }) => {
      const box = boxOf(geometry)
      return box !== null && there([box[0], box[1]]) && there([box[2], box[3]])
    }),
    places: places.filter(({ at }) => there(at)),
  }
}

/** The drawing in longitude and latitude, as the sources of a map. */
export function importFeatures({ shapes, places }: ImportDrawing, { out }: Projection) {
  const feature = (geometry: Geometry, properties: Record<string, string>) => ({
    type: 'Feature' as const,
    properties,
    geometry: mapPositions(geometry, out) as unknown as GeoJSON.Geometry,
  })
  return {
    shapes: shapes.map(({ id, role, geometry }) => feature(geometry, { id, code: role })),
    faults: places.map(({ id, at }) => feature({ type: 'Point', coordinates: at }, { id })),
  }
}

/** The box around all of a drawing, or around one row of it; null where it has no place. */
export function boxOfDrawing({ shapes, places }: ImportDrawing, id?: string): Box | null {
  const own = (one: { readonly id: string }) => id === undefined || one.id === id
  const boxes = [
    ...shapes.filter(own).map(({ geometry }) => boxOf(geometry)),
    ...places.filter(own).map(({ at }): Box => [...at, ...at]),
  ].filter((box) => box !== null)
  return boxes.reduce<Box | null>((all, box) => (all ? unionBox(all, box) : box), null)
}
