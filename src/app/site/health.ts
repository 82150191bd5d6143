import type { OpenAPIHono } from '@hono/zod-openapi'
import type { HttpEnv, Metrics } from '../../platform/http/index.ts'

/** Each check says its name, and why not where it fails. */
export type Check = () => Promise<{ readonly name: string; readonly fault: string | null }>

/** For whoever keeps the machine: alive, ready, and figures (the last on this machine only). */
export function addHealth(app: OpenAPIHono<HttpEnv>, metrics: Metrics, checks: readonly Check[]): void {
  app.get('/healthz', (c) => {
    c.set('kind', 'health')
    return c.json({ alive: true }, 200, { 'Cache-Control': 'no-store' })
  })
  app.get('/readyz', async (c) => {
    c.set('kind', 'health')
    const results = await Promise.all(checks.map((check) => check()))
    const ready = results.every(({ fault }) => fault === null)
    // The reason stays in this machine's log: what a stranger may know is which part, not why.
    const parts = Object.fromEntries(results.map(({ name, fault }) => [name, fault === null]))
    return c.json({ ready, ...parts }, ready ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
  app.get('/metrics', async (c) => {
    c.set('kind', 'health')
    return c.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType })
  })
}
