import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { parseDay, type Day } from '../../domain/day.ts'
import { Fault } from '../../domain/fault.ts'
import { problemSchema, type HttpContext, type HttpEnv } from '../../platform/http/index.ts'
import { publishedStateSchema } from '../../domain/published-state.ts'
import { crosswalkSchema, findingSchema } from './model/answer.ts'
import type { TerritoryView } from './pages/view.ts'
import { crosswalkAnswer, findingAnswer } from './rules/answer.ts'
import { publishedPolygons } from './rules/areas.ts'
import { crosswalk } from './rules/crosswalk.ts'
import { findUnits } from './rules/find.ts'

export interface TerritoryApiNeeds {
  /** Hands out a file of the edition in force. */
  readonly file: (c: HttpContext, path: string) => Promise<Response>
  /** What a question is answered from; null where no units are published. */
  readonly view: () => Promise<TerritoryView | null>
}

const common = {
  notice: z.string().nullable().describe('"DỮ LIỆU MINH HỌA" where the town is an illustration, else null'),
  state: publishedStateSchema.describe('whose data, as of which day, from which revision'),
}
const problem = {
  description: 'A refusal',
  content: { 'application/problem+json': { schema: problemSchema } },
}
const day = (description: string) => z.string().max(10).describe(description)
const json = <S extends z.ZodType>(description: string, schema: S) => ({
  200: { description, content: { 'application/json': { schema } } },
  default: problem,
})

const findRoute = createRoute({
  method: 'get',
  path: '/api/units',
  summary: 'Tìm đơn vị hành chính theo mã hoặc tên, vào một ngày / Find a unit by code or name, on a day',
  description:
    'Mã được dùng lại và tên di chuyển: 21457 là xã Phổ Nhơn đến hết 30/06/2025, là xã Nguyễn Nghiêm từ 01/07/2025. / Codes are used again and names move, so both are asked on a day.',
  request: {
    query: z.object({
      q: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .describe('code or name, with or without tone marks and kind; former names too'),
      on: day('the day, such as 2025-07-01; without it, units of any time').optional(),
    }),
  },
  responses: json('Units, best first', findingSchema.extend(common)),
})

const crosswalkRoute = createRoute({
  method: 'get',
  path: '/api/units/crosswalk',
  summary: 'Đối chiếu đơn vị của hai ngày / Shares between the units of two days',
  request: { query: z.object({ from: day('the first day'), to: day('the second day') }) },
  responses: json('Shares by area and population, with method and certainty', crosswalkSchema.extend(common)),
})

/** The public API of units: reads the edition alone, never the record. */
export function addTerritoryApi(app: OpenAPIHono<HttpEnv>, { file, view }: TerritoryApiNeeds): void {
  for (const [name, type, summary] of [
    ['units.json', 'application/json', 'Toàn bộ đơn vị qua thời gian / All units over time'],
    ['units.geojson', 'application/geo+json', 'Ranh giới được công bố / The boundaries that are public'],
  ] as const) {
    const path = `/api/${name}`
    const responses = {
      200: { description: name, content: { [type]: { schema: z.unknown() } } },
      default: problem,
    }
    app.openAPIRegistry.registerPath({ method: 'get', path, summary, responses })
    app.get(path, (c) => file(c, path))
  }
  const published = async () => {
    const found = await view()
    if (!found)
      throw new Fault('not-ready', { what: 'chưa công bố đơn vị hành chính / no units are published' })
    return found.territory
  }
  app.openapi(findRoute, async (c) => {
    const territory = await published()
    const { q, on } = c.req.valid('query')
    const found = findUnits(territory, q, on === undefined ? null : dayOf(on))
    const { notice, state } = territory
    return c.json({ notice, state, ...findingAnswer(territory, found) }, 200)
  })
  app.openapi(crosswalkRoute, async (c) => {
    const territory = await published()
    const { from, to } = c.req.valid('query')
    const [first, second] = [dayOf(from), dayOf(to)]
    const polygons = publishedPolygons(territory.areas, first, second)
    const made = crosswalk(territory, { from: first, to: second, polygons })
    const { notice, state } = territory
    return c.json({ notice, state, ...crosswalkAnswer(made) }, 200)
  })
}

function dayOf(text: string): Day {
  const found = parseDay(text)
  if (!found) throw new Fault('day-invalid', { text })
  return found
}
