import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { parseDay, type Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { HttpContext, HttpEnv } from '../../../platform/http/index.ts'
import type { Actor } from '../../office/index.ts'
import type { PlanUseCases } from '../actions/use-cases.ts'
import { acceptedPlanSchema } from '../model/accepted.ts'
import { kinds, stepSchema } from '../model/proposal.ts'

/** What the staff API of plans works with: the same use cases as the pages, and who asks. */
export interface PlanStaffApiNeeds {
  readonly plans: PlanUseCases
  /** Who asks; null where the officer has not chosen a post yet. */
  readonly actor: (c: HttpContext) => Promise<Actor | null>
  readonly today: () => Day
}

const base = '/api/can-bo'
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const params = z.object({ sha256 })
const version = z.int().nonnegative()
const problem = { description: 'application/problem+json' }
const count = z.coerce.number().int().positive().optional()

const json = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  422: problem,
})
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})
/** The public description does not tell that these exist. */
const common = { hide: true }

const listed = z.object({
  sha256,
  plan: z.string(),
  title: z.string(),
  candidates: z.int(),
  fileName: z.string(),
  format: z.string(),
  pages: z.int().nullable(),
  decided: z.int(),
  saved: z.boolean(),
})

/** An import whose reading waits, runs or has failed. */
const importing = z.object({
  sha256,
  name: z.string(),
  state: z.enum(['waiting', 'running', 'failed']),
  done: z.int(),
  pages: z.int().nullable(),
  fault: z.object({ code: z.string(), vi: z.string(), en: z.string() }).nullable(),
})

/** The review of a proposal. Candidates and text come a page and a section at a time. */
const opened = z.looseObject({
  sha256,
  plan: z.string(),
  version,
  saved: z.boolean(),
  corrects: z.boolean(),
  canUndo: z.boolean(),
  waiting: z.int(),
  kind: z.enum(kinds),
  page: z.int(),
  pageCount: z.int(),
  section: z.int(),
  sectionCount: z.int(),
})

/** The contracts, described to officers alone. */
export const planStaffRoutes = {
  list: createRoute({
    method: 'get',
    path: `${base}/tai-lieu`,
    ...common,
    summary: 'Các đề xuất của cơ quan, mới nhất trước / Proposals of the agency, the latest first',
    responses: json(z.object({ documents: z.array(listed), imports: z.array(importing) }), 'Proposals'),
  }),
  open: createRoute({
    method: 'get',
    path: `${base}/tai-lieu/{sha256}`,
    ...common,
    summary: 'Một đề xuất: từng trang mục, từng đoạn văn bản / One proposal, a page and a section at a time',
    request: {
      params,
      query: z.object({
        kind: z.enum(kinds).optional(),
        page: count,
        section: count,
        waiting: z.enum(['true', 'false']).optional(),
        selected: z.string().optional(),
      }),
    },
    responses: json(opened, 'Proposal'),
  }),
  step: createRoute({
    method: 'post',
    path: `${base}/tai-lieu/{sha256}/buoc`,
    ...common,
    summary: 'Chấp nhận, sửa hoặc bỏ / Accept, correct or leave out',
    request: { params, ...body(z.object({ version, step: stepSchema })) },
    responses: json(z.object({ version }), 'New version'),
  }),
  undo: createRoute({
    method: 'post',
    path: `${base}/tai-lieu/{sha256}/hoan-tac`,
    ...common,
    summary: 'Hoàn tác bước cuối / Take back the last step',
    request: { params, ...body(z.object({ version })) },
    responses: json(z.object({ version }), 'New version'),
  }),
  save: createRoute({
    method: 'post',
    path: `${base}/tai-lieu/{sha256}/luu`,
    ...common,
    summary: 'Lưu kế hoạch đã kiểm tra vào hồ sơ / Save the checked plan in the record',
    request: { params, ...body(z.object({ version, validFrom: z.iso.date().optional() })) },
    responses: json(z.object({ plan: z.string(), revision: z.int() }), 'Saved'),
  }),
  unsave: createRoute({
    method: 'post',
    path: `${base}/tai-lieu/{sha256}/bo-luu`,
    ...common,
    summary: 'Hoàn tác việc lưu / Take the save back',
    request: { params, ...body(z.object({ version, reason: z.string().trim().min(1) })) },
    responses: json(z.object({ version }), 'New version'),
  }),
  plans: createRoute({
    method: 'get',
    path: `${base}/ke-hoach`,
    ...common,
    summary:
      'Kế hoạch trong hồ sơ, cả nội bộ, tại một ngày / Plans in the record on a day, internal ones too',
    request: { query: z.object({ on: z.iso.date().optional() }) },
    responses: json(z.object({ on: z.iso.date(), plans: z.array(acceptedPlanSchema) }), 'Plans'),
  }),
  import: createRoute({
    method: 'post',
    path: `${base}/tai-lieu`,
    ...common,
    summary: 'Nhập một văn bản; đọc thành đề xuất / Import a document and read it into a proposal',
    request: {
      query: z.object({ name: z.string().min(1).max(255) }),
      body: {
        required: true,
        content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
      },
    },
    responses: json(z.object({ sha256, again: z.boolean(), queued: z.boolean() }), 'Proposal'),
  }),
}

/** The staff API: the contract beside each handler, the same use cases as the pages. */
export function addPlanStaffApi(
  app: OpenAPIHono<HttpEnv>,
  { plans, actor: asks, today }: PlanStaffApiNeeds,
): void {
  const actor = async (c: HttpContext): Promise<Actor> => {
    c.header('Cache-Control', 'no-store')
    const found = await asks(c)
    if (!found) throw new Fault('post-needed')
    return found
  }
  app.openapi(planStaffRoutes.list, async (c) => {
    const who = await actor(c)
    const [documents, imports] = await Promise.all([plans.proposals(who), plans.imports(who)])
    return c.json({ documents, imports: [...imports] }, 200)
  })
  app.openapi(planStaffRoutes.open, async (c) => {
    const { waiting, ...query } = c.req.valid('query')
    const asked = { ...query, waiting: waiting === 'true' }
    return c.json({ ...(await plans.proposal(await actor(c), c.req.valid('param').sha256, asked)) }, 200)
  })
  app.openapi(planStaffRoutes.step, async (c) => {
    const { step, version } = c.req.valid('json')
    const at = { ...c.req.valid('param'), version }
    return c.json({ version: await plans.review(await actor(c), at, step) }, 200)
  })
  app.openapi(planStaffRoutes.undo, async (c) => {
    const at = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json({ version: await plans.undo(await actor(c), at) }, 200)
  })
  app.openapi(planStaffRoutes.save, async (c) => {
    const at = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await plans.save(await actor(c), at), 200)
  })
  app.openapi(planStaffRoutes.unsave, async (c) => {
    const at = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json({ version: await plans.unsave(await actor(c), at) }, 200)
  })
  app.openapi(planStaffRoutes.plans, async (c) => {
    const { on } = c.req.valid('query')
    const day = on === undefined ? today() : parseDay(on)
    if (!day) throw new Fault('bad-request', { where: 'query.on', found: on ?? '' })
    return c.json({ on: day, plans: await plans.plans(await actor(c), { on: day }) }, 200)
  })
  app.openapi(planStaffRoutes.import, async (c) => {
    const who = await actor(c)
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    return c.json(await plans.import(who, bytes, c.req.valid('query').name), 200)
  })
}
