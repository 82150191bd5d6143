import type { Version } from '../../../domain/as-of.ts'
import { covers } from '../../../domain/as-of.ts'
import type { Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import { decodeWkb, dimensionOf, encodeWkb, type Geometry } from '../../../domain/geometry/index.ts'
import type { Commit } from '../../../platform/db/index.ts'
import type { GeometryEngine } from '../../../platform/geometry/index.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import type { Definition } from '../model/definition.ts'
import type { EntryValue } from '../model/entry.ts'
import { entryValue } from '../rules/entry.ts'
import { entryKind } from '../store/kind.ts'
import { entryId, insertEntries } from '../store/write.ts'
import type { Change } from './edit.ts'
import { register, seenVersions } from './look.ts'
import { authorOf, demandEditable, type RegisterServices } from './services.ts'

interface ReshapeServices extends RegisterServices {
  readonly geometry: GeometryEngine
}

export interface SplitAsked {
  readonly entry: string
  /** In the record's plane. */
  readonly line: Geometry
  /** First day on which the parts hold in place of the whole. */
  readonly from: Day
}

export interface MergeAsked {
  /** Whose values the new entry takes. */
  readonly entry: string
  readonly with: string
  readonly from: Day
}

export interface Reshaped {
  readonly revision: number
  readonly ids: readonly string[]
}

/** Ends an entry and begins its parts, all in one commit that one undo takes back; each part says what it came from. */
export async function splitEntry(
  services: ReshapeServices,
  actor: Actor,
  id: string,
  { entry, line, from }: SplitAsked,
  change: Change,
): Promise<Reshaped> {
  const definition = editable(services, actor, id)
  const whole = await heldOn(services, actor, definition, entry, from)
  if (!whole.geometry || dimensionOf(line.type) !== 1) throw notCut(entry)
  const parts = await services.geometry.split(whole.geometry, encodeWkb(line))
  if (parts.length < 2) throw notCut(entry)
  return replace(
    services,
    actor,
    definition,
    [entry],
    parts.map((wkb) => partOf(definition, whole, wkb, [entry])),
    from,
    change,
  )
}

const notCut = (what: string) =>
  new Fault('entry-geometry', {
    what,
    wanted: 'đường cắt qua vùng / a line through the area',
    found: 'không cắt / no cut',
  })

/** Ends two entries that lie beside each other and begins one of both. */
export async function mergeEntries(
  services: ReshapeServices,
  actor: Actor,
  id: string,
  { entry, with: other, from }: MergeAsked,
  change: Change,
): Promise<Reshaped> {
  const definition = editable(services, actor, id)
  const [one, two] = [
    await heldOn(services, actor, definition, entry, from),
    await heldOn(services, actor, definition, other, from),
  ]
  if (entry === other || !one.geometry || !two.geometry) throw notJoined(entry)
  const joined = await services.geometry.union([one.geometry, two.geometry])
  if (decodeWkb(joined).type !== 'Polygon' && decodeWkb(one.geometry).type === 'Polygon')
    throw notJoined(entry)
  return replace(
    services,
    actor,
    definition,
    [entry, other],
    [partOf(definition, one, joined, [entry, other])],
    from,
    change,
  )
}

const notJoined = (what: string) =>
  new Fault('entry-geometry', {
    what,
    wanted: 'hai vùng chung ranh giới / two areas with a shared border',
    found: 'rời nhau / apart',
  })

/** The values of the whole with another place; what was public waits for a document again. */
function partOf(
  definition: Definition,
  whole: EntryValue,
  wkb: Uint8Array,
  madeFrom: readonly string[],
): EntryValue {
  const { stage, status, accuracy, properties, disclosure, source } = whole
  const kept = disclosure === 'restricted' ? { disclosure } : {}
  return entryValue(definition, {
    stage,
    status,
    accuracy,
    properties,
    geometry: wkb,
    source: { made: 'hand', name: source.name, madeFrom },
    ...kept,
  })
}

async function replace(
  services: ReshapeServices,
  actor: Actor,
  definition: Definition,
  ended: readonly string[],
  values: readonly EntryValue[],
  from: Day,
  { reason, basedOn }: Change,
): Promise<Reshaped> {
  const work = async (commit: Commit) => {
    const writer = commit.facts(entryKind(definition.id))
    for (const id of ended) {
      // Asked inside the commit: an entry that was closed to this post meanwhile is not there for it.
      await seenVersions(commit.db, actor, definition.id, id)
      await writer.end(id, from)
    }
    const made = values.map((value, i) => {
      const sourceKey = `${actor.agency}/${commit.revision}/${i + 1}`
      return { id: entryId(definition.id, '', sourceKey), source: '', sourceKey, from, value }
    })
    await insertEntries(commit, definition.id, made)
    return made.map(({ id }) => id)
  }
  const { revision, value } = await services.record.commit(authorOf(actor), reason, work, { basedOn })
  return { revision, ids: value }
}

function editable(services: RegisterServices, actor: Actor, registerId: string): Definition {
  demand(actor, 'register.edit', ownDraft(actor), 'sửa lớp dữ liệu')
  const definition = register(services, actor, registerId, services.today())
  demandEditable(definition)
  return definition
}

async function heldOn(
  { record }: RegisterServices,
  actor: Actor,
  definition: Definition,
  id: string,
  day: Day,
): Promise<EntryValue> {
  const versions = await record.read((db) => seenVersions(db, actor, definition.id, id))
  const held = ({ recorded, valid }: Version<EntryValue>) => recorded.to === null && covers(valid, day)
  const found = versions.find(held)
  if (!found) throw new Fault('fact-missing', { what: id, day })
  return found.value
}
