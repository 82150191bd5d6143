import type { Day } from '../../../domain/day.ts'
import {
  boxOf,
  decodeWkb,
  dimensionOf,
  encodeWkb,
  mapPositions,
  placeKey,
  runsOf,
  snapPosition,
  unionBox,
  type Box,
  type Position,
} from '../../../domain/geometry/index.ts'
import type { Actor } from '../../office/index.ts'
import type { Definition } from '../model/definition.ts'
import { demandFit, type EntryDraft } from '../rules/entry.ts'
import { redrawn } from '../rules/reshape.ts'
import { entryKind } from '../store/kind.ts'
import {
  beside,
  demandFits,
  demandValid,
  standing,
  writeAmong,
  type Asked,
  type MapServices,
  type Over,
  type Placed,
  type Reshaped,
} from './coverage.ts'
import { checked, editable, insertOwn, type Change } from './edit.ts'

export interface Drawn extends Asked {
  readonly from: Day
  readonly draft: EntryDraft
}

export interface Redrawn extends Asked {
  readonly entry: string
  readonly geometry: Uint8Array
  /** The world changed on a day, or the version of a day was drawn wrongly all the time. */
  readonly when: { readonly changedFrom: Day } | { readonly correctedOn: Day }
}

/** Metres: what is drawn as near to a neighbour is on it. Wider pulling is for the hand that draws, which sees it. */
const same = 0.001

const untouched = (shape: Uint8Array | null) => ({
  shapes: shape ? [shape] : [],
  neighbours: [],
  unfit: [],
  invalid: [],
})
const isArea = (shape: Uint8Array) => dimensionOf(decodeWkb(shape).type) === 2
const boxOfShape = (shape: Uint8Array): Box => boxOf(decodeWkb(shape)) ?? [0, 0, 0, 0]

/** Enters an entry that was drawn; areas beside it get the corners that it has on their borders. */
export async function drawEntry(
  services: MapServices,
  actor: Actor,
  id: string,
  { from, draft, accept = false }: Drawn,
  change: Change,
): Promise<Reshaped> {
  const definition = editable(services, actor, id)
  const value = checked(services, actor, definition, draft, 'mới / new')
  const { geometry, stage } = value
  if (geometry) await demandValid(services, value.label, [geometry])
  const box = geometry && isArea(geometry) ? boxOfShape(geometry) : null
  const none = { known: 0, entries: [] }
  const found = box ? await beside(services, actor, definition, { day: from, stage, box, without: [] }) : none
  const { known, entries: around } = found
  const edit = await follow(services, null, geometry, around)
  await demandFits(services, value.label, edit, around, accept)
  const drawn = { ...value, geometry: edit.shapes[0] ?? null }
  const over: Over = { from }
  return writeAmong(services, actor, definition, { edit, around, over, known, change }, async (commit) => [
    await insertOwn(commit, definition.id, { from, value: drawn }),
  ])
}

const wkbs = (around: readonly Placed[]) => around.map(({ wkb }) => wkb)

/** Another shape of an entry: corners that neighbours share move with it, come and go in them too. */
export async function redrawEntry(
  services: MapServices,
  actor: Actor,
  id: string,
  { entry, geometry, when, accept = false }: Redrawn,
  change: Change,
): Promise<Reshaped> {
  const definition = editable(services, actor, id)
  const day = 'changedFrom' in when ? when.changedFrom : when.correctedOn
  const { known, held } = await standing(services, actor, definition, [entry], day)
  const [{ value, valid }] = held as [(typeof held)[number]]
  demandPlace(services, definition, geometry, value)
  await demandValid(services, value.label, [geometry])
  const before = value.geometry
  const box = before ? unionBox(boxOfShape(before), boxOfShape(geometry)) : boxOfShape(geometry)
  const { stage } = value
  const around = isArea(geometry)
    ? (await beside(services, actor, definition, { day, stage, box, without: [entry] })).entries
    : []
  const edit = await follow(services, before, geometry, around)
  await demandFits(services, value.label, edit, around, accept)
  const over: Over = 'changedFrom' in when ? { from: day } : { within: valid }
  return writeAmong(services, actor, definition, { edit, around, over, known, change }, async (commit) => {
    const writer = commit.facts(entryKind(definition.id))
    const now = redrawn(definition, value, edit.shapes[0] ?? geometry)
    await ('changedFrom' in when
      ? writer.changeFrom(entry, day, now)
      : writer.correct(entry, { on: day }, now))
    return [entry]
  })
}

/** An entry that had no place, or was no area, has no border that could have been shared. */
function follow(
  services: MapServices,
  before: Uint8Array | null,
  after: Uint8Array | null,
  around: readonly Placed[],
) {
  if (!after || around.length === 0) return Promise.resolve(untouched(after))
  if (!before || !isArea(before)) return services.geometry.drawAmong(after, wkbs(around), same)
  return services.geometry.editAmong(before, onCorners(before, after, around), wkbs(around))
}

/** Corners that are new go to those of neighbours that lie as near as makes no difference. */
function onCorners(before: Uint8Array, after: Uint8Array, around: readonly Placed[]): Uint8Array {
  const neighbours = around.map(({ wkb }) => decodeWkb(wkb))
  const old = new Set(runsOf(decodeWkb(before)).flatMap((run) => run.map(placeKey)))
  const put = (at: Position) => (old.has(placeKey(at)) ? at : snapPosition(at, neighbours, same).at)
  return encodeWkb(mapPositions(decodeWkb(after), put))
}

/** Refuses a shape of another kind than the register takes; what else an import left open stays open. */
function demandPlace(
  { catalogue, today }: MapServices,
  definition: Definition,
  geometry: Uint8Array,
  { stage, label }: { readonly stage: EntryDraft['stage']; readonly label: string },
): void {
  const bare: EntryDraft = {
    stage,
    status: null,
    source: { made: 'hand', name: '' },
    geometry,
    properties: {},
  }
  demandFit({ ...definition, fields: [] }, bare, catalogue.law, today(), label)
}
