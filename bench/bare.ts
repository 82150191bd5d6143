import { serve } from '@hono/node-server'
import { Hono } from 'hono'

// What we are measured against, as a process of its own: Hono, one route, the same bytes, nothing else.
const body = await (await fetch(process.argv[2] ?? '')).arrayBuffer()
const app = new Hono()
app.get('/', (c) => c.body(body, 200, { 'Content-Type': 'text/html; charset=utf-8' }))
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  process.stdout.write(`http://127.0.0.1:${port}/\n`),
)
