import { html, raw } from 'hono/html'
import type { Language } from '../../domain/fault.ts'

export type Markup = ReturnType<typeof html>

/** A plain page that the server writes itself: what must answer even where the built pages cannot. */
export function plainDocument(language: Language, title: string, body: Markup): Markup {
  return html`${raw('<!doctype html>')}
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · dothi</title>
        <link rel="stylesheet" href="${stylePath}" />
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`
}

export const stylePath = '/plain.css'

export const plainStyle = `body{font:1rem/1.5 'Be Vietnam Pro',system-ui,sans-serif;color:#1a1a1a;background:#fff;margin:0}
main{max-width:60rem;margin:0 auto;padding:1rem}
h1,h2,h3{line-height:1.25}
a{color:#0b4f9e}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #8a8a8a;padding:.35rem .5rem;text-align:left;vertical-align:top}
code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
.scroll{overflow-x:auto}
`
