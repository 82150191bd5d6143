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
