import type { Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import {
  boxOf,
  cutLine,
  decodeWkb,
  dimensionOf,
  encodeWkb,
  polygonsOf,
  runsOf,
  unionBox,
  type Box,
  type Geometry,
} from '../../../domain/geometry/index.ts'
import type { CoverageEdit } from '../../../platform/geometry/index.ts'
import type { Actor } from '../../office/index.ts'
import type { EntryValue } from '../model/entry.ts'
import { partOf } from '../rules/reshape.ts'
import { entryKind } from '../store/kind.ts'
import {
  beside,
  demandFits,
  standing,
  writeAmong,
  type Asked,
  type MapServices,
  type Placed,
  type Reshaped,
} from './coverage.ts'
import { editable, insertOwn, type Change } from './edit.ts'

export interface SplitAsked extends Asked {
  readonly entry: string
  /** In the record's plane. */
  readonly line: Geometry
  /** First day on which the parts hold in place of the whole. */
  readonly from: Day
}

export interface MergeAsked extends Asked {
  /** Whose values the new entry takes. */
  readonly entry: string
  readonly with: string
  readonly from: Day
}

/** Ends an entry and begins its parts, all in one commit that one undo takes back; each part says what it came from. */
export function splitEntry(
  services: MapServices,
  actor: Actor,
  id: string,
  { entry, line, from, accept = false }: SplitAsked,
  change: Change,
): Promise<Reshaped> {
  return inPlaceOf(
    services,
    actor,
    id,
    { entries: [entry], from, accept },
    change,
    async ([whole], around) => {
      const none = new Fault('entry-cut', { what: whole.value.label })
      if (dimensionOf(line.type) !== 1) throw none
      const edit = isLine(whole.wkb)
        ? alone(cutLine(decodeWkb(whole.wkb), line))
        : await services.geometry.splitAmong(whole.wkb, encodeWkb(line), around)
      // Parts that lay apart before are no cut.
      if (edit.shapes.length <= parts(whole.wkb)) throw none
      return edit
    },
  )
}

/** Ends two entries that lie beside each other and begins one of both. */
export function mergeEntries(
  services: MapServices,
  actor: Actor,
  id: string,
  { entry, with: other, from, accept = false }: MergeAsked,
  change: Change,
): Promise<Reshaped> {
  const entries = [entry, other]
  return inPlaceOf(services, actor, id, { entries, from, accept }, change, async (wholes, around) => {
    const [one, two] = wholes as [Whole, Whole]
    const apart = new Fault('entry-apart', { what: one.value.label, other: two.value.label })
    if (entry === other || one.value.stage !== two.value.stage) throw apart
    const shapes = [one.wkb, two.wkb]
    const edit = await services.geometry.mergeAmong(shapes, around)
    const joined = edit.shapes.reduce((sum, shape) => sum + parts(shape), 0)
    if (joined >= parts(one.wkb) + parts(two.wkb)) throw apart
    return edit
  })
}

const isLine = (wkb: Uint8Array) => dimensionOf(decodeWkb(wkb).type) === 1

const parts = (wkb: Uint8Array) => {
  const shape = decodeWkb(wkb)
  return isLine(wkb) ? runsOf(shape).length : polygonsOf(shape).length
}

/** Pieces of a line: nothing beside goes along. */
const alone = (pieces: ReturnType<typeof cutLine>): CoverageEdit => ({
  shapes: pieces.map((coordinates) => encodeWkb({ type: 'LineString', coordinates })),
  neighbours: [],
  unfit: [],
  invalid: [],
})

interface Whole {
  readonly id: string
  readonly value: EntryValue
  readonly wkb: Uint8Array
}

interface Ended extends Asked {
  readonly entries: readonly string[]
  readonly from: Day
}

type Work = (wholes: readonly [Whole, ...Whole[]], around: readonly Uint8Array[]) => Promise<CoverageEdit>

/** Ends entries on a day, and begins what the work makes of them. */
async function inPlaceOf(
  services: MapServices,
  actor: Actor,
  id: string,
  { entries, from, accept = false }: Ended,
  change: Change,
  work: Work,
): Promise<Reshaped> {
  const definition = editable(services, actor, id)
  const { known, held } = await standing(services, actor, definition, entries, from)
  const wholes = held.map(({ id, value }): Whole => ({ id, value, wkb: shapeOf(value, entries.length > 1) }))
  const [first] = wholes as [Whole]
  const { stage, label } = first.value
  const box = wholes.map(({ wkb }) => boxOf(decodeWkb(wkb)) as Box).reduce(unionBox)
  const found = await beside(services, actor, definition, { day: from, stage, box, without: entries })
  const around = found.entries
  const edit = await work(
    wholes as [Whole, ...Whole[]],
    around.map(({ wkb }: Placed) => wkb),
  )
  await demandFits(services, label, edit, around, accept)
  const values = wholes.map(({ value }) => value) as [EntryValue, ...EntryValue[]]
  const over = { from }
  return writeAmong(services, actor, definition, { edit, around, over, known, change }, async (commit) => {
    const writer = commit.facts(entryKind(definition.id))
    for (const one of entries) await writer.end(one, from)
    const made: string[] = []
    for (const [i, shape] of edit.shapes.entries()) {
      const value = partOf(definition, values, shape, entries)
      made.push(await insertOwn(commit, definition.id, { from, value }, i + 1))
    }
    return made
  })
}

/** An area; or a line, which can be cut but not joined. */
function shapeOf({ geometry, label }: EntryValue, joined: boolean): Uint8Array {
  const type = geometry && decodeWkb(geometry).type
  if (geometry && type && dimensionOf(type) >= (joined ? 2 : 1)) return geometry
  throw new Fault('entry-geometry', { what: label, wanted: 'vùng / an area', found: type ?? '–' })
}
