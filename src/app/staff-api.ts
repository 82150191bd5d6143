import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import { dayAt } from '../domain/day.ts'
import { addPlanStaffApi, planStaffRoutes, planUseCases } from '../features/plan/index.ts'
import {
  addImportStaffApi,
  addRegisterStaffApi,
  importStaffRoutes,
  importUseCases,
  registerStaffRoutes,
  registerUseCases,
} from '../features/registers/index.ts'
import type { HttpContext, HttpEnv } from '../platform/http/index.ts'
import type { Dothi } from './compose.ts'
import type { Officer } from './site/sign-in.ts'
import { actorOf } from './staff.ts'

/** Every staff address for programs: the same use cases as the pages, and their contracts for who is signed in. */
export function addStaffApi(
  app: OpenAPIHono<HttpEnv>,
  dothi: Dothi,
  version: string,
  officer: (c: HttpContext) => Officer | null,
): void {
  const actor = (c: HttpContext) => actorOf(dothi, officer(c))
  addPlanStaffApi(app, {
    plans: planUseCases(dothi.plans),
    actor,
    today: () => dayAt(dothi.clock.now()),
  })
  addImportStaffApi(app, { imports: importUseCases(dothi.imports), actor })
  const { today, ground } = dothi.registers
  addRegisterStaffApi(app, { registers: registerUseCases(dothi.registers), actor, today, ground })
  const document = staffDescription(version)
  app.get('/api/can-bo/openapi.json', (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(document)
  })
}

/** The public description does not tell that staff addresses exist: they have one of their own, behind the sign-in. */
function staffDescription(version: string) {
  const described = new OpenAPIHono()
  for (const route of [planStaffRoutes, importStaffRoutes, registerStaffRoutes].flatMap((each) =>
    Object.values<RouteConfig>(each),
  ))
    described.openAPIRegistry.registerPath(route)
  return described.getOpenAPIDocument({ openapi: '3.0.3', info: { title: 'dothi: cán bộ / staff', version } })
}
