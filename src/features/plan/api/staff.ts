import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { parseDay, type Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { HttpContext, HttpEnv } from '../../../platform/http/index.ts'
import type { Actor } from '../../office/index.ts'
import type { PlanUseCases } from '../actions/use-cases.ts'

export interface PlanStaffApiNeeds {
  readonly plans: PlanUseCases
  /** Who asks; null where the officer has not chosen a post yet. */
  readonly actor: (c: HttpContext) => Promise<Actor | null>
  readonly today: () => Day
}

// Hidden: the public description does not tell that these exist.
const proposalsRoute = createRoute({
  method: 'get',
  path: '/api/can-bo/tai-lieu',
  hide: true,
  responses: { 200: { description: 'documents imported, with how far each was reviewed' } },
})
const plansRoute = createRoute({
  method: 'get',
  path: '/api/can-bo/ke-hoach',
  hide: true,
  request: {
    query: z.object({
      on: z
        .string()
        .refine((text) => parseDay(text) !== null, 'YYYY-MM-DD')
        .optional(),
    }),
  },
  responses: { 200: { description: 'plans in the record on a day, internal ones too' } },
})

/** The staff API of plans: the same use cases as the pages, asked for by the same actor. */
export function addPlanStaffApi(app: OpenAPIHono<HttpEnv>, { plans, actor, today }: PlanStaffApiNeeds): void {
  const acting = async (c: HttpContext) => {
    const found = await actor(c)
    if (!found) throw new Fault('forbidden', { what: 'chưa chọn vị trí / no post chosen' })
    c.header('Cache-Control', 'no-store')
    return found
  }
  app.openapi(proposalsRoute, async (c) => c.json({ documents: await plans.proposals(await acting(c)) }))
  app.openapi(plansRoute, async (c) => {
    const on = parseDay(c.req.valid('query').on ?? '') ?? today()
    return c.json({ on, plans: await plans.plans(await acting(c), { on }) })
  })
}
