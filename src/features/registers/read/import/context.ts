import type { Day } from '../../../../domain/day.ts'
import { runsOf, type Position, type Ring } from '../../../../domain/geometry/index.ts'
import type { CoordinateSystems, Operation, Plane } from '../../../../domain/plane.ts'
import type { Law } from '../../../law/model.ts'
import type { Definition } from '../../model/definition.ts'
import type { TownPlace } from '../../model/import/place.ts'

/** What an import is read against; all of it handed in, so that the same file gives the same answer. */
export interface ImportContext {
  readonly register: Definition
  readonly law: Law
  /** The day whose law and codes count. */
  readonly on: Day
  readonly systems: CoordinateSystems
  /** The record's plane, and the way between it and WGS 84 where the file names none. */
  readonly plane: Plane
  readonly operation: Operation
  /** The town in the record's plane, as rings, outer ones and holes; empty where its boundary is not known. */
  readonly town: readonly Ring[]
  /** Name of the file: it tells the kind of plan. */
  readonly fileName: string
  /** Digest of bytes as hexadecimal text. */
  readonly digest: (bytes: Uint8Array) => string
}

/** Positions of the town's rings. */
export const townPositions = ({ town }: Pick<ImportContext, 'town'>): readonly Position[] => town.flat()

/** The town as a context wants it. */
export function townOf({
  plane,
  systems,
  operation,
  areas,
}: TownPlace): Pick<ImportContext, 'plane' | 'systems' | 'operation' | 'town'> {
  return { plane, systems, operation, town: areas.flatMap(runsOf) }
}
