import type { z, OpenAPIHono } from '@hono/zod-openapi'
import type { AsOf, Period, Version } from '../../../domain/as-of.ts'
import { parseDay, type Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import { decodeWkb, encodeWkb, geometryTypes, type Geometry } from '../../../domain/geometry/index.ts'
import type { HttpContext, HttpEnv } from '../../../platform/http/index.ts'
import type { Actor } from '../../office/index.ts'
import type { When } from '../actions/edit.ts'
import type { RegisterUseCases } from '../actions/use-cases.ts'
import type { Entry, EntryValue, Release } from '../model/entry.ts'
import { isWhole, type EntryDraft } from '../rules/entry.ts'
import { routes, type draftSchema, type whenSchema } from './contract.ts'
import { boxOf, conditionsOf, cursorOf, cursorText, sortOf } from './query.ts'

/** What the staff API of registers works with: the same use cases as the pages, and who asks. */
export interface RegisterStaffApiNeeds {
  readonly registers: RegisterUseCases
  /** Who asks; null where the officer has not chosen a post yet. */
  readonly actor: (c: HttpContext) => Promise<Actor | null>
  readonly today: () => Day
}

/** The staff API: the contract beside each handler, the same use cases as the pages. */
export function addRegisterStaffApi(
  app: OpenAPIHono<HttpEnv>,
  { registers, actor: asks, today }: RegisterStaffApiNeeds,
): void {
  const actor = async (c: HttpContext): Promise<Actor> => {
    c.header('Cache-Control', 'no-store')
    const found = await asks(c)
    if (!found) throw new Fault('post-needed')
    return found
  }
  const at = ({ on, known }: { on?: string | undefined; known?: string | number | undefined }): AsOf => ({
    on: on === undefined ? today() : dayOf(on),
    known: typeof known === 'string' ? dayOf(known) : known,
  })
  app.openapi(routes.list, async (c) => {
    const day = at(c.req.valid('query'))
    const views = await registers.registers(await actor(c), day)
    const list = views.map(({ definition, extent }) => ({
      ...definition,
      count: extent.count,
      box: extent.box && [...extent.box],
    }))
    return c.json({ on: day.on, registers: list }, 200)
  })
  app.openapi(routes.items, async (c) => {
    const [who, { register }, query] = [await actor(c), c.req.valid('param'), c.req.valid('query')]
    const day = at(query)
    const definition = registers.register(who, register, day.on)
    const selection = {
      box: boxOf(query.bbox),
      text: query.q,
      where: conditionsOf(definition, query.where),
    }
    const page = await registers.entries(who, register, day, {
      ...selection,
      sort: sortOf(definition, query.sort),
      after: cursorOf(query.after),
      limit: query.limit,
      geometry: query.geometry === 'true',
    })
    const { count, box } = await registers.extent(who, register, day, selection)
    const items = page.entries.map(itemOf)
    return c.json({ on: day.on, count, box: box && [...box], items, next: cursorText(page.next) }, 200)
  })
  app.openapi(routes.entry, async (c) => {
    const { register, entry } = c.req.valid('param')
    const { identity, versions, revisions } = await registers.entry(await actor(c), register, entry)
    return c.json(
      {
        register,
        source: identity?.source ?? '',
        sourceKey: identity?.sourceKey ?? '',
        versions: versions.map(versionOf),
        revisions: [...revisions],
      },
      200,
    )
  })
  addChanges(app, registers, actor)
}

function addChanges(
  app: OpenAPIHono<HttpEnv>,
  registers: RegisterUseCases,
  actor: (c: HttpContext) => Promise<Actor>,
): void {
  app.openapi(routes.insert, async (c) => {
    const { from, to, entry, ...change } = c.req.valid('json')
    const given = { ...periodOf({ from, to: to ?? null }), draft: draftOf(entry) }
    return c.json(await registers.insert(await actor(c), c.req.valid('param').register, given, change), 200)
  })
  app.openapi(routes.change, async (c) => {
    const { register, entry: id } = c.req.valid('param')
    const { when, entry, ...change } = c.req.valid('json')
    const who = await actor(c)
    return c.json(await registers.change(who, register, id, whenOf(when), draftOf(entry), change), 200)
  })
  app.openapi(routes.end, async (c) => {
    const { register, entry: id } = c.req.valid('param')
    const { day, ...change } = c.req.valid('json')
    return c.json(await registers.end(await actor(c), register, id, dayOf(day), change), 200)
  })
  app.openapi(routes.release, async (c) => {
    const { document, entries } = c.req.valid('json')
    const by: Release = { ...document, issuedOn: dayOf(document.issuedOn) }
    const scope = entries === 'all' ? ({ all: true } as const) : { ids: entries }
    return c.json(await registers.release(await actor(c), c.req.valid('param').register, scope, by), 200)
  })
  app.openapi(routes.undo, async (c) => {
    const { revision, reason } = c.req.valid('json')
    return c.json(await registers.undo(await actor(c), c.req.valid('param').register, revision, reason), 200)
  })
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (!day) throw new Fault('bad-request', { where: 'day', found: text })
  return day
}

const periodOf = ({ from, to }: { from: string; to: string | null }): Period => ({
  from: dayOf(from),
  to: to === null ? null : dayOf(to),
})

type WhenGiven = z.infer<typeof whenSchema>

function whenOf(when: WhenGiven): When {
  if ('changedFrom' in when) return { changedFrom: dayOf(when.changedFrom) }
  if ('correctedOn' in when) return { correctedOn: dayOf(when.correctedOn) }
  return { correctedIn: periodOf(when.correctedIn) }
}

function draftOf({ source, geometry, ...rest }: z.infer<typeof draftSchema>): EntryDraft {
  return {
    ...rest,
    source: { made: 'hand', name: source },
    geometry: geometry && encodeWkb(geometryOf(geometry)),
  }
}

/** GeoJSON's kinds but collections; what only looks like one is refused before anything is made of it. */
function geometryOf(given: { type: string; coordinates: unknown }): Geometry {
  const fault = new Fault('bad-request', { where: 'geometry', found: given.type })
  const type = geometryTypes.find((one) => one === given.type)
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }
  if (!type || !nested(given.coordinates, depth[type])) throw fault
  const geometry = { type, coordinates: given.coordinates } as Geometry
  if (!isWhole(geometry)) throw fault
  return geometry
}

function nested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false
  if (depth > 0) return value.every((one) => nested(one, depth - 1))
  return value.length === 2 && value.every((one) => Number.isFinite(one))
}

function valueOf(value: EntryValue) {
  const shape = value.geometry && decodeWkb(value.geometry)
  const { disclosure, stage, status, accuracy, label } = value
  return {
    disclosure,
    stage,
    status,
    accuracy,
    label,
    releasedBy: value.releasedBy && { ...value.releasedBy },
    source: { ...value.source },
    properties: { ...value.properties },
    geometry: shape && { type: shape.type, coordinates: [...shape.coordinates] },
  }
}

const versionOf = ({ value, ...version }: Version<EntryValue>) => ({ ...version, ...valueOf(value) })

function itemOf(entry: Entry) {
  const { id, valid, recorded, box } = entry
  return { id, valid, recorded, box: box && [...box], ...valueOf(entry) }
}
