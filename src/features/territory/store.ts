import { canonical } from '../../domain/canonical.ts'
import type { Revision, Version } from '../../domain/as-of.ts'
import type { Day } from '../../domain/day.ts'
import { decodeWkb, encodeWkb, type MultiPolygon, type Polygon } from '../../domain/geometry/index.ts'
import { facts, type Commit, type Db, type FactKind, type VersionColumns } from '../../platform/db/index.ts'
import type { Boundary, Move, Territory, Unit, UnitVersion } from './model.ts'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    unit_version: UnitVersionTable
  }
}

/** The nation's: no agency stands in it, and every office reads the same rows. */
interface UnitVersionTable extends Omit<VersionColumns, 'agency'> {
  body: string
  /** Boundaries only: WKB in CRS84. */
  geometry: Uint8Array | null
}

type MoveFact = Omit<Move, 'day'>

const jsonKind = <V>(kind: string): FactKind<V> => ({
  kind,
  table: 'unit_version',
  shared: true,
  encode: (value) => ({ body: canonical(value), geometry: null }),
  decode: ({ body }) => JSON.parse(String(body)) as V,
})

const unitKind = jsonKind<Unit>('unit')
const moveKind = jsonKind<MoveFact>('unit-move')
/** Apart from the unit itself, so that a list of names does not carry megabytes of coordinates. */
const boundaryKind: FactKind<Boundary> = {
  kind: 'unit-boundary',
  table: 'unit_version',
  shared: true,
  encode: ({ geometry, ...about }) => ({ body: canonical(about), geometry: encodeWkb(geometry) }),
  decode: ({ body, geometry }) => ({
    ...(JSON.parse(String(body)) as Omit<Boundary, 'geometry'>),
    geometry: decodeWkb(geometry as Uint8Array) as MultiPolygon | Polygon,
  }),
}

/** That somebody said no to a proposal, so that it is not made again of the same ground or name. */
const refusalKind = jsonKind<Pick<Move, 'from' | 'to'>>('unit-move-refused')

const moveId = ({ from, to, day }: Pick<Move, 'from' | 'to' | 'day'>) => `${from} ${to} ${day}`

/** Units and moves of all valid time, as known now or at a revision. */
export async function territoryOf(db: Db, known?: Revision | Day): Promise<Territory> {
  const units = await facts(db, '', unitKind).timeline(known)
  const moves = await facts(db, '', moveKind).timeline(known)
  return {
    units: units.map(({ id, valid, value }): UnitVersion => ({ ...value, id, ...valid })),
    moves: moves.map(({ valid, value }): Move => ({ ...value, day: valid.from })),
  }
}

/** Words for the proposals that were refused, as `refusalOf` makes them. */
export async function refusalsOf(db: Db): Promise<ReadonlySet<string>> {
  const refused = await facts(db, '', refusalKind).timeline()
  return new Set(refused.map(({ id }) => id))
}

export const refusalOf = moveId

export async function enterRefusal(commit: Commit, move: Pick<Move, 'from' | 'to' | 'day'>): Promise<void> {
  const { from, to, day } = move
  await commit.facts(refusalKind).correct(moveId(move), { from: day, to: null }, { from, to })
}

/** A boundary over the time for which it is known. */
export type BoundaryVersion = Version<Boundary>

/** Boundaries of all valid time; of one unit where it is named. */
export function boundariesOf(db: Db, id?: string): Promise<BoundaryVersion[]> {
  return facts(db, '', boundaryKind).timeline(undefined, id)
}

export function boundariesOn(db: Db, on: Day): Promise<BoundaryVersion[]> {
  return facts(db, '', boundaryKind).asOf({ on })
}

/** What is to be written: versions that replace whatever stands over their time. */
export interface Writing {
  readonly units: readonly UnitVersion[]
  readonly moves: readonly Move[]
  readonly boundaries: readonly (Boundary & {
    readonly id: string
    readonly from: Day
    readonly to: Day | null
  })[]
}

export async function write(commit: Commit, { units, moves, boundaries }: Writing): Promise<void> {
  for (const { id, from, to, ...unit } of units) await commit.facts(unitKind).correct(id, { from, to }, unit)
  for (const { day, ...move } of moves)
    await commit.facts(moveKind).correct(moveId({ day, ...move }), { from: day, to: null }, move)
  for (const { id, from, to, ...boundary } of boundaries)
    await commit.facts(boundaryKind).correct(id, { from, to }, boundary)
}

/** A proposal is taken out of all valid time. */
export async function withdrawMove(commit: Commit, move: Pick<Move, 'from' | 'to' | 'day'>): Promise<void> {
  await commit.facts(moveKind).end(moveId(move), move.day)
}

/** A unit is no more from a day on, and neither is its boundary. */
export async function endUnit(commit: Commit, id: string, day: Day): Promise<void> {
  await commit.facts(unitKind).end(id, day)
  const drawn = await boundariesOf(commit.db, id)
  if (drawn.some(({ valid }) => valid.to === null || valid.to > day))
    await commit.facts(boundaryKind).end(id, day)
}
