import type { OpenAPIHono } from '@hono/zod-openapi'
import { parseDay } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { HttpContext, HttpEnv } from '../../../platform/http/index.ts'
import type { Actor } from '../../office/index.ts'
import type { ImportUseCases } from '../actions/import/use-cases.ts'
import { issueTexts } from '../model/import/issue-texts.ts'
import { mappingSchema } from '../model/import/mapping.ts'
import type { ImportView, ListedIssue } from '../model/import/run.ts'
import { told } from '../rules/import/issues.ts'
import { importRoutes as routes } from './import-contract.ts'

export interface ImportStaffApiNeeds {
  readonly imports: ImportUseCases
  /** Who asks; null where the officer has not chosen a post yet. */
  readonly actor: (c: HttpContext) => Promise<Actor | null>
}

/** The staff API of importing maps: the same use cases as the pages and the command line. */
export function addImportStaffApi(
  app: OpenAPIHono<HttpEnv>,
  { imports, actor: asks }: ImportStaffApiNeeds,
): void {
  const actor = async (c: HttpContext): Promise<Actor> => {
    c.header('Cache-Control', 'no-store')
    const found = await asks(c)
    if (!found) throw new Fault('post-needed')
    return found
  }
  app.openapi(routes.upload, async (c) => {
    const { name, crs, mapping: mappingName, source, from, accept } = c.req.valid('query')
    const options = { crs, mappingName, source, from: dayOf(from), accept: accept === 'true' || undefined }
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
    const files = [{ name, bytes: bytesOf(c.req.raw) }]
    const { id, again } = await imports.receive(await actor(c), c.req.valid('param').register, files, given)
    return c.json({ id, again }, 200)
  })
  app.openapi(routes.list, async (c) => {
    const views = await imports.imports(await actor(c), c.req.valid('param').register)
    return c.json({ imports: views.map(viewOf) }, 200)
  })
  app.openapi(routes.view, async (c) =>
    c.json(viewOf(await imports.import(await actor(c), c.req.valid('param').nhap)), 200),
  )
  app.openapi(routes.issues, async (c) => {
    const query = c.req.valid('query')
    const { counts, issues } = await imports.issues(await actor(c), c.req.valid('param').nhap, query)
    const next = issues.length === query.limit ? (issues.at(-1)?.seq ?? null) : null
    return c.json({ counts: [...counts], issues: issues.map(issueOf), next }, 200)
  })
  app.openapi(routes.changes, async (c) => {
    const query = c.req.valid('query')
    const { counts, changes } = await imports.changes(await actor(c), c.req.valid('param').nhap, {
      ...query,
      open: query.open === 'true',
    })
    const next = changes.length === query.limit ? (changes.at(-1)?.entry ?? null) : null
    const told = changes.map((change) => ({
      ...change,
      fields: [...change.fields],
      hand: change.hand && { ...change.hand, fields: [...change.hand.fields] },
    }))
    return c.json({ counts, changes: told, next }, 200)
  })
  addDecisions(app, imports, actor)
}

function addDecisions(
  app: OpenAPIHono<HttpEnv>,
  imports: ImportUseCases,
  actor: (c: HttpContext) => Promise<Actor>,
): void {
  app.openapi(routes.accept, async (c) => {
    const { nhap: id } = c.req.valid('param')
    await imports.accept(await actor(c), id, c.req.valid('json'))
    return c.json({ id }, 200)
  })
  app.openapi(routes.refuse, async (c) => {
    const { nhap: id } = c.req.valid('param')
    await imports.refuse(await actor(c), id, c.req.valid('json'))
    return c.json({ id }, 200)
  })
  app.openapi(routes.undo, async (c) => {
    const { nhap: id } = c.req.valid('param')
    await imports.undo(await actor(c), id, c.req.valid('json').reason)
    return c.json({ id }, 200)
  })
  app.openapi(routes.mend, async (c) => {
    const { nhap: id } = c.req.valid('param')
    return c.json(await imports.mend(await actor(c), id, c.req.valid('json')), 200)
  })
  app.openapi(routes.saveMapping, async (c) => {
    const { name, mapping } = c.req.valid('json')
    const parsed = mapping && mappingSchema.safeParse(mapping)
    if (parsed && !parsed.success)
      throw new Fault('mapping-invalid', { name, why: parsed.error.issues[0]?.message ?? '' })
    await imports.saveMapping(await actor(c), c.req.valid('param').nhap, name, parsed?.data)
    return c.json({ name }, 200)
  })
}

function dayOf(text: string | undefined) {
  if (text === undefined) return undefined
  const day = parseDay(text)
  if (!day) throw new Fault('bad-request', { where: 'from', found: text })
  return day
}

/** The body as it comes: never all of it in memory. */
async function* bytesOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body) for await (const part of body as unknown as AsyncIterable<Uint8Array>) yield part
}

function viewOf({ options, mapping, summary, fault, ...view }: ImportView) {
  const counted = summary && { ...summary, issues: [...summary.issues] }
  return {
    ...view,
    options: { ...options },
    mapping: mapping && { ...mapping },
    summary: counted,
    fault: fault && { ...fault },
  }
}

function issueOf(issue: ListedIssue) {
  const { code, at, text, mend } = told(issue)
  const { seq, count, fids = [], members = [], mended } = issue
  const { position } = issue.at
  const click = issue.mend
  return {
    seq,
    code,
    at,
    text,
    mend,
    count,
    mended,
    weight: issueTexts[code].weight,
    position: position ? [...position] : null,
    places: members.flatMap((one) => (one.position ? [[...one.position]] : [])).slice(0, 1000),
    fids: [...fids],
    click: click ? { ...click, values: click.values && [...click.values] } : null,
  }
}
