import type { z, OpenAPIHono } from '@hono/zod-openapi'
import type { AsOf, Period } from '../../../domain/as-of.ts'
import { parseDay, type Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { HttpContext, HttpEnv } from '../../../platform/http/index.ts'
import type { Actor } from '../../office/index.ts'
import type { When } from '../actions/edit.ts'
import type { RegisterUseCases } from '../actions/use-cases.ts'
import type { Release } from '../model/entry.ts'
import type { RecordPlane } from '../model/plane.ts'
import { routes, type whenSchema } from './contract.ts'
import { coordinatesOf } from './coordinates.ts'
import { boxOf, conditionsOf, cursorOf, cursorText, sortOf } from './query.ts'
import { draftOf, itemOf, toldOf, versionOf } from './values.ts'

/** What the staff API of registers works with: the same use cases as the pages, and who asks. */
export interface RegisterStaffApiNeeds {
  readonly registers: RegisterUseCases
  /** Who asks; null where the officer has not chosen a post yet. */
  readonly actor: (c: HttpContext) => Promise<Actor | null>
  readonly today: () => Day
  /** Where places are kept, and the ways from there to what a question asks for. */
  readonly ground: RecordPlane
}

/** The staff API: the contract beside each handler, the same use cases as the pages. */
export function addRegisterStaffApi(
  app: OpenAPIHono<HttpEnv>,
  { registers, actor: asks, today, ground }: RegisterStaffApiNeeds,
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
    const { crs, ...query } = c.req.valid('query')
    const [day, coordinates] = [at(query), coordinatesOf(ground, crs)]
    const views = await registers.registers(await actor(c), day)
    const list = views.map(({ definition, extent }) => ({
      ...definition,
      count: extent.count,
      box: extent.box && [...coordinates.boxOut(extent.box)],
    }))
    return c.json({ on: day.on, crs: toldOf(coordinates), registers: list }, 200)
  })
  app.openapi(routes.items, async (c) => {
    const [who, { register }, query] = [await actor(c), c.req.valid('param'), c.req.valid('query')]
    const [day, coordinates] = [at(query), coordinatesOf(ground, query.crs)]
    const definition = registers.register(who, register, day.on)
    const selection = {
      box: boxOf(query, coordinates),
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
    const answer = {
      on: day.on,
      crs: toldOf(coordinates),
      count,
      box: box && [...coordinates.boxOut(box)],
      items: page.entries.map((entry) => itemOf(entry, coordinates)),
      next: cursorText(page.next),
    }
    return c.json(answer, 200)
  })
  app.openapi(routes.around, async (c) => {
    const { limit, crs, ...query } = c.req.valid('query')
    const [day, coordinates] = [at(query), coordinatesOf(ground, crs)]
    const box = boxOf(query, coordinates)
    if (!box) throw new Fault('bad-request', { where: 'query', found: 'bbox, point' })
    const found = await registers.entriesIn(await actor(c), box, day, limit + 1)
    const each = [...Map.groupBy(found, ({ register }) => register)]
    const items = each.flatMap(([register, entries]) =>
      entries.slice(0, limit).map((entry) => ({ register, ...itemOf(entry, coordinates) })),
    )
    const more = each.filter(([, entries]) => entries.length > limit).map(([register]) => register)
    return c.json({ on: day.on, crs: toldOf(coordinates), items, more }, 200)
  })
  app.openapi(routes.keys, async (c) => {
    const { limit, ...query } = c.req.valid('query')
    const day = at(query)
    const found = await registers.keys(await actor(c), c.req.valid('param').register, day, limit)
    const lists = found.map(({ fields, total, groups }) => ({
      fields: [...fields],
      total,
      groups: groups.map((one) => ({ ...one, values: [...one.values], entries: [...one.entries] })),
    }))
    return c.json({ on: day.on, lists }, 200)
  })
  app.openapi(routes.entry, async (c) => {
    const { register, entry } = c.req.valid('param')
    const coordinates = coordinatesOf(ground, c.req.valid('query').crs)
    const { identity, versions, revisions } = await registers.entry(await actor(c), register, entry)
    const answer = {
      register,
      crs: toldOf(coordinates),
      source: identity?.source ?? '',
      sourceKey: identity?.sourceKey ?? '',
      versions: versions.map((version) => versionOf(version, coordinates)),
      revisions: [...revisions],
    }
    return c.json(answer, 200)
  })
  addChanges(app, registers, actor, ground)
}

function addChanges(
  app: OpenAPIHono<HttpEnv>,
  registers: RegisterUseCases,
  actor: (c: HttpContext) => Promise<Actor>,
  ground: RecordPlane,
): void {
  app.openapi(routes.insert, async (c) => {
    const { from, to, entry, ...change } = c.req.valid('json')
    const given = { ...periodOf({ from, to: to ?? null }), draft: draftOf(entry, ground) }
    return c.json(await registers.insert(await actor(c), c.req.valid('param').register, given, change), 200)
  })
  app.openapi(routes.change, async (c) => {
    const { register, entry: id } = c.req.valid('param')
    const { when, entry, ...change } = c.req.valid('json')
    const who = await actor(c)
    return c.json(
      await registers.change(who, register, id, whenOf(when), draftOf(entry, ground), change),
      200,
    )
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
