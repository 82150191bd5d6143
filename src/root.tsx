import type { ReactNode } from 'react'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteLoaderData,
  type LoaderFunctionArgs,
} from 'react-router'
import { languageOf } from './ui/language.ts'
import mark from './ui/public/mark.svg'
import { servicesKey } from './ui/services.ts'

/** A route that needs the framework's script says so: `export const handle = { script: true }`. */
interface Handle {
  readonly script?: boolean
}

export function loader({ context }: LoaderFunctionArgs) {
  return { nonce: context.get(servicesKey).nonce }
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const script = useMatches().some((match) => (match.handle as Handle | undefined)?.script)
  const nonce = useRouteLoaderData<typeof loader>('root')?.nonce ?? undefined
  return (
    <html
      lang={languageOf(useLocation().pathname)}
      // Mantine's colours hang on it; only pages with the framework's script use Mantine.
      {...(script && { 'data-mantine-color-scheme': 'light' })}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" type="image/svg+xml" href={mark} />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {script && <ScrollRestoration {...(nonce && { nonce })} />}
        {script && <Scripts {...(nonce && { nonce })} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

/** The last resort, when not even the frame of the pages could be made; it needs nothing that may have failed. */
export function ErrorBoundary() {
  return (
    <main>
      <title>dothi</title>
      <h1>Trang này chưa mở được</h1>
      <p>Lỗi ở phía chúng tôi, không phải ở máy của bạn. Hãy thử lại sau ít phút.</p>
      <p lang="en">
        This page could not be opened. The fault is on our side; please try again in a few minutes.
      </p>
    </main>
  )
}
