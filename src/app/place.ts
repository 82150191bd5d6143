import { z } from 'zod'
import type { Day } from '../domain/day.ts'
import { boxOf, mapPositions, unionBox, type Box } from '../domain/geometry/index.ts'
import {
  coordinateSystems,
  operationOf,
  planeOf,
  toPlane,
  type CoordinateSystems,
  type OperationRow,
  type ZoneRow,
} from '../domain/plane.ts'
import { tableAt, valueOf, type Law } from '../features/law/index.ts'
import type { Town } from '../features/office/index.ts'
import type { RecordPlane, TownPlace } from '../features/registers/index.ts'
import { boundariesOn } from '../features/territory/index.ts'
import type { TownRecord } from '../platform/db/index.ts'

const zone = z.custom<ZoneRow>()
const operation = z.custom<OperationRow>()

/** The planes and operations that the law knows on a day. */
export function systemsOn(law: Law, on: Day): CoordinateSystems {
  const zones = valueOf(tableAt(law, 'coordinates/zones', { on }, zone))
  return coordinateSystems(zones, valueOf(tableAt(law, 'coordinates/operations', { on }, operation)))
}

/** The plane of a town's record, and the way between it and longitude and latitude. */
export function townGround(law: Law, town: Town, on: Day): RecordPlane {
  const systems = systemsOn(law, on)
  return {
    plane: planeOf(systems, town.plane),
    operation: operationOf(systems, 'official'),
    planes: systems.planes,
  }
}

/** Where the town lies on a day, by the boundaries in its record, and in which plane its record is. */
export async function townPlace(record: TownRecord, law: Law, town: Town, on: Day): Promise<TownPlace> {
  const systems = systemsOn(law, on)
  const plane = planeOf(systems, town.plane)
  const used = operationOf(systems, 'official')
  const shapes = (await record.read((db) => boundariesOn(db, on))).map(({ value }) => value.geometry)
  const boxes = shapes.map(boxOf).filter((box) => box !== null)
  const { apply } = toPlane(plane, used)
  return {
    plane,
    systems,
    operation: used,
    box: boxes.reduce<Box | null>((all, box) => (all === null ? box : unionBox(all, box)), null),
    areas: shapes.map((shape) => mapPositions(shape, apply)),
  }
}
