import { covers, type Period, type Revision, type Version } from '../../../domain/as-of.ts'
import type { Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import {
  decodeWkb,
  growBox,
  planarLength,
  runsOf,
  type Box,
  type Position,
} from '../../../domain/geometry/index.ts'
import { head, type Commit } from '../../../platform/db/index.ts'
import type { CoverageEdit, GeometryEngine } from '../../../platform/geometry/index.ts'
import type { Actor } from '../../office/index.ts'
import type { Definition } from '../model/definition.ts'
import type { Entry, EntryValue, Stage } from '../model/entry.ts'
import { invalidReasons } from '../rules/invalid-reasons.ts'
import { reasonWith, wentAlong } from '../rules/reshape.ts'
import { entryKind } from '../store/kind.ts'
import { entryPage } from '../store/read.ts'
import type { Change } from './edit.ts'
import { lookOf, seenVersions } from './look.ts'
import { authorOf, type RegisterServices } from './services.ts'

export interface MapServices extends RegisterServices {
  readonly geometry: GeometryEngine
}

/** An officer's yes to borders that do not fit those beside. */
export interface Asked {
  readonly accept?: boolean | undefined
}

export interface Reshaped {
  readonly revision: Revision
  readonly ids: readonly string[]
  /** How many neighbours' borders went along. */
  readonly along: number
}

/** What is worked on, as it stands on a day, and the revision at which that was read. */
export async function standing(
  { record }: RegisterServices,
  actor: Actor,
  definition: Definition,
  ids: readonly string[],
  day: Day,
): Promise<{ readonly known: Revision; readonly held: readonly Version<EntryValue>[] }> {
  return record.read(async (db) => {
    const held: Version<EntryValue>[] = []
    for (const id of ids) {
      const versions = await seenVersions(db, actor, definition.id, id)
      const found = versions.find(({ recorded, valid }) => recorded.to === null && covers(valid, day))
      if (!found) throw new Fault('fact-missing', { what: id, day })
      held.push(found)
    }
    return { known: (await head(db))?.number ?? 0, held }
  })
}

/** More beside one shape than this is no neighbourhood. */
const most = 10_000

/**
 * What lies beside: entries of the register on the day, of the same stage. What stands and what is planned there are
 * two coverages, which do not follow each other.
 */
export async function beside(
  services: RegisterServices,
  actor: Actor,
  definition: Definition,
  around: {
    readonly day: Day
    readonly stage: Stage
    readonly box: Box
    readonly without: readonly string[]
  },
): Promise<{ readonly known: Revision; readonly entries: readonly Placed[] }> {
  const look = lookOf(actor, definition.id, { on: around.day })
  const where = [{ column: 'stage', value: around.stage } as const]
  return services.record.read(async (db) => {
    const query = { box: growBox(around.box, 1), where, limit: most }
    const page = await entryPage(db, services.record.engine, look, query)
    return {
      known: (await head(db))?.number ?? 0,
      entries: page.entries.flatMap((entry) =>
        entry.geometry && !around.without.includes(entry.id) ? [{ ...entry, wkb: entry.geometry }] : [],
      ),
    }
  })
}

/** An entry that has a place. */
export interface Placed extends Entry {
  readonly wkb: Uint8Array
}

/** Refuses a shape that is not valid: why, and where. */
export async function demandValid(
  { geometry }: MapServices,
  what: string,
  shapes: readonly Uint8Array[],
): Promise<void> {
  for (const found of await geometry.validity(shapes))
    if (!found.valid) {
      const { vi, en } = invalidReasons[found.reason]
      throw new Fault('entry-shape', { what, reason: `${vi} / ${en}`, ...placeOf(found.at) })
    }
}

/** Metres in the record's plane: X is the north, as on a certificate. */
const placeOf = (at: Position | null | undefined) => ({
  x: at ? at[1].toFixed(2) : '–',
  y: at ? at[0].toFixed(2) : '–',
})

/**
 * Refuses what an edit breaks: a shape, or a neighbour that was whole before; and, without the officer's yes, borders
 * that fitted before and do not now.
 */
export async function demandFits(
  services: MapServices,
  what: string,
  edit: CoverageEdit,
  around: readonly Placed[],
  accept: boolean,
): Promise<void> {
  await demandValid(services, what, edit.shapes)
  const before = await services.geometry.validity(
    edit.neighbours.map(({ index }) => placedAt(around, index).wkb),
  )
  const whole = edit.neighbours.filter((_, i) => before[i]?.valid)
  for (const { index, shape } of whole) await demandValid(services, placedAt(around, index).label, [shape])
  if (accept || edit.unfit.length === 0) return
  const lines = edit.unfit.map(decodeWkb)
  const length = lines.reduce((sum, line) => sum + planarLength(line), 0)
  throw new Fault('entry-unfit', { what, length: length.toFixed(1), ...placeOf(runsOf(lines[0]!)[0]?.[0]) })
}

const placedAt = (around: readonly Placed[], index: number) => around[index] as Placed

/** The days over which a neighbour's border goes along: from a day on, or those of what was recorded wrongly. */
export type Over = { readonly from: Day } | { readonly within: Period }

interface Step {
  readonly edit: CoverageEdit
  readonly around: readonly Placed[]
  readonly over: Over
  /** What was read before the geometry was worked out: whatever was written since is a conflict. */
  readonly known: Revision
  readonly change: Change
}

/** Writes an edit and the neighbours that went along in one revision, which names them and one undo takes back. */
export async function writeAmong(
  services: RegisterServices,
  actor: Actor,
  definition: Definition,
  { edit, around, over, known, change }: Step,
  write: (commit: Commit) => Promise<readonly string[]>,
): Promise<Reshaped> {
  const moved = edit.neighbours.map(({ index, shape }) => ({ entry: placedAt(around, index), shape }))
  // The reason is read by everyone who sees the entry: what is restricted is not named in it.
  const seen = moved.filter(({ entry }) => entry.disclosure !== 'restricted')
  const reason = reasonWith(
    change.reason,
    seen.map(({ entry }) => entry.label),
  )
  const work = async (commit: Commit) => {
    const ids = await write(commit)
    const writer = commit.facts(entryKind(definition.id))
    for (const { entry, shape } of moved) {
      const value = wentAlong(definition, entry, shape)
      if ('from' in over) await writer.changeFrom(entry.id, over.from, value)
      else await writer.correct(entry.id, shared(entry.valid, over.within), value)
    }
    return ids
  }
  const options = { basedOn: change.basedOn ?? known }
  try {
    const { revision, value } = await services.record.commit(authorOf(actor), reason, work, options)
    return { revision, ids: value, along: moved.length }
  } catch (error) {
    throw called(error, new Map(seen.map(({ entry }) => [entry.id, entry.label])))
  }
}

/** A conflict over a neighbour tells its name: its id would say nothing to the officer. */
function called(error: unknown, labels: ReadonlyMap<string, string>): unknown {
  if (!(error instanceof Fault) || error.code !== 'conflict') return error
  const label = labels.get(String(error.params['what']))
  return label === undefined ? error : new Fault('conflict', { ...error.params, what: label })
}

/** The days that both have; there is one, since both hold on the day that was asked for. */
function shared(a: Period, b: Period): Period {
  const from = a.from > b.from ? a.from : b.from
  if (a.to === null || b.to === null) return { from, to: a.to ?? b.to }
  return { from, to: a.to < b.to ? a.to : b.to }
}
