import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { Fault } from '../../../domain/fault.ts'
import { problemSchema, type HttpContext, type HttpEnv } from '../../../platform/http/index.ts'
import { xlsxType } from '../../../platform/formats/xlsx/index.ts'
import { publishedPlanSchema, publishedStateSchema } from '../model/published.ts'
import type { PlanView } from '../pages/public/view.ts'
import { excerpt, search } from '../rules/search.ts'

export interface PlanApiNeeds {
  /** Hands out a file of the edition in force. */
  readonly file: (c: HttpContext, path: string) => Promise<Response>
  /** What a question is answered from; null where no plan is published. */
  readonly view: () => Promise<PlanView | null>
}

const common = {
  notice: z.string().nullable().describe('"DỮ LIỆU MINH HỌA" where the town is an illustration, else null'),
  state: publishedStateSchema.describe('whose data, as of which day, from which revision'),
  source: z.string().describe('SHA-256 of the document that was read'),
}
const { targets, tasks } = publishedPlanSchema.shape
const targetListSchema = z.strictObject({ ...common, targets })
const taskListSchema = z.strictObject({ ...common, tasks })

const resultSchema = z.strictObject({
  kind: z.enum(['target', 'task', 'clause', 'assignment', 'footnote']),
  ref: z.string().describe('key of the task, target or assignment, number of the note, id of the clause'),
  no: z.string().nullable().describe('number as the document writes it; two may bear the same'),
  title: z.string(),
  text: z.string().describe('the stretch of the text around the first hit'),
})
const answerSchema = z.strictObject({ ...common, total: z.int(), results: z.array(resultSchema) })

const problem = {
  description: 'A refusal',
  content: { 'application/problem+json': { schema: problemSchema } },
}
const json = <S extends z.ZodType>(description: string, schema: S) => ({
  200: { description, content: { 'application/json': { schema } } },
  default: problem,
})
const csv = (description: string) => ({
  200: { description, content: { 'text/csv': { schema: z.string() } } },
  default: problem,
})

const workbook = {
  200: {
    description: 'Workbook',
    content: { [xlsxType]: { schema: z.string().openapi({ format: 'binary' }) } },
  },
  default: problem,
}

/** Files of the edition, as contracts: the same bytes for everyone until the next edition. */
const files = [
  [
    'plan.json',
    'Toàn bộ kế hoạch đã công bố / The published plan whole',
    json('The plan', publishedPlanSchema),
  ],
  [
    'targets.json',
    'Các chỉ tiêu, số liệu nền và giá trị từng năm / Its targets, with baseline and values',
    json('Targets', targetListSchema),
  ],
  [
    'tasks.json',
    'Các nhiệm vụ, cơ quan, sản phẩm và thời gian / Its tasks, with bodies, output and time',
    json('Tasks', taskListSchema),
  ],
  [
    'targets.csv',
    'Chỉ tiêu dạng bảng, UTF-8, mỗi giá trị một dòng / The targets as a table, UTF-8, one value a row',
    csv('Targets'),
  ],
  [
    'tasks.csv',
    'Nhiệm vụ dạng bảng, UTF-8, mỗi nhiệm vụ một dòng / The tasks as a table, UTF-8, one task a row',
    csv('Tasks'),
  ],
  [
    'plan.xlsx',
    'Chỉ tiêu và nhiệm vụ trong một sổ Excel / Targets and tasks as a workbook of Excel',
    workbook,
  ],
] as const

const searchRoute = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Tìm trong kế hoạch, có dấu hoặc không dấu / Search the plan, with or without tone marks',
  request: {
    query: z.object({
      q: z.string().trim().min(1).max(200).describe('words; "dat chuan" finds "đạt chuẩn"'),
      limit: z.coerce.number().int().min(1).max(100).default(20).describe('most results to return'),
    }),
  },
  responses: json('Results, best first', answerSchema),
})

/** The public API of plans: reads the edition alone, never the record. */
export function addPlanApi(app: OpenAPIHono<HttpEnv>, { file, view }: PlanApiNeeds): void {
  for (const [name, summary, responses] of files) {
    const path = `/api/${name}`
    app.openAPIRegistry.registerPath({ method: 'get', path, summary, responses })
    app.get(path, (c) => file(c, path))
  }
  app.openapi(searchRoute, async (c) => {
    const found = await view()
    if (!found) throw new Fault('not-ready', { what: 'chưa có bản công bố / nothing is published yet' })
    const { q, limit } = c.req.valid('query')
    const { notice, state, source } = found.plan
    const results = search(found.search, q)
    return c.json(
      {
        notice,
        state,
        source,
        total: results.length,
        results: results.slice(0, limit).map(({ entry, textHits }) => ({
          kind: entry.kind,
          ref: entry.ref,
          no: entry.no,
          title: entry.title,
          text: excerpt(entry.text, textHits).text,
        })),
      },
      200,
    )
  })
}
