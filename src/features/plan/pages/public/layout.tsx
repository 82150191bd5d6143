import {
  Outlet,
  isRouteErrorResponse,
  useLoaderData,
  useLocation,
  type LoaderFunctionArgs,
} from 'react-router'
import { formatDay } from '../../../../ui/format.ts'
import { languageOf } from '../../../../ui/language.ts'
import { servicesKey } from '../../../../ui/services.ts'
import { Shell } from '../../../../ui/public/shell.tsx'
import { territoryWords } from '../../../territory/messages/pages.ts'
import { unitPaths } from '../../../territory/rules/paths.ts'
import { publicWords } from '../../messages/public.ts'
import type { PublishedState } from '../../model/published.ts'
import { SearchForm } from './parts.tsx'
import { otherPath, pathOf, type PageName } from './paths.ts'
import './view.ts'

interface LayoutData {
  readonly state: PublishedState
  readonly source: string
}

export function loader({ context }: LoaderFunctionArgs): LayoutData | null {
  const { plan: view, frame } = context.get(servicesKey)
  if (frame) return frame
  return view ? { state: view.plan.state, source: view.plan.source } : null
}

export default function Layout() {
  return (
    <Frame data={useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  )
}

/** What went wrong, inside the frame: nothing published yet, no such page, or our own fault. */
export function ErrorBoundary({
  error,
  loaderData,
}: {
  readonly error: unknown
  readonly loaderData?: LayoutData | null
}) {
  const language = languageOf(useLocation().pathname)
  const words = publicWords(language)
  const status = isRouteErrorResponse(error) ? error.status : 500
  const [title, more] =
    status === 404
      ? [words.notFound, words.notFoundMore]
      : status === 503
        ? [words.noEdition, words.noEditionMore]
        : [words.failed, words.failedMore]
  return (
    <Frame data={loaderData ?? null}>
      <title>{`${title} · ${loaderData ? words.siteOf(loaderData.state.town) : words.site}`}</title>
      <h1>{title}</h1>
      <p className="lead">{more}</p>
      {status === 404 && <SearchForm language={language} query="" />}
      <p>
        <a href={pathOf('home', language)}>{words.toHome}</a>
      </p>
    </Frame>
  )
}

const navigation: readonly PageName[] = ['home', 'plan', 'targets', 'tasks', 'organisation', 'data']

function Frame({ data, children }: { readonly data: LayoutData | null; readonly children: React.ReactNode }) {
  const path = useLocation().pathname
  const language = languageOf(path)
  const words = publicWords(language)
  const current = (page: PageName) => {
    const to = pathOf(page, language)
    return path === to || (page !== 'home' && path.startsWith(`${to}/`))
  }
  const links = navigation.map((page) => ({
    to: pathOf(page, language),
    text: words[page as 'home'],
    current: current(page),
  }))
  const units = unitPaths[language].list
  links.push({
    to: units,
    text: territoryWords(language).title,
    current: path === units || path.startsWith(`${units}/`),
  })
  return (
    <Shell
      skip={words.skip}
      notice={data?.state.illustration ? { strong: words.illustration, more: words.illustrationMore } : null}
      home={pathOf('home', language)}
      site={words.site}
      town={data?.state.town ?? 'dothi'}
      tongue={{
        to: otherPath(path, language),
        text: words.otherLanguage,
        lang: language === 'vi' ? 'en' : 'vi',
      }}
      nav={{ label: words.mainNav, links }}
      foot={data && <Foot data={data} />}
    >
      {children}
    </Shell>
  )
}

/** State of the data on every page, so that a print or a picture of it can be checked later. */
function Foot({ data: { state, source } }: { readonly data: LayoutData }) {
  const words = publicWords(languageOf(useLocation().pathname))
  return (
    <>
      <section aria-labelledby="foot-site">
        <h2 id="foot-site" lang="vi">
          {state.agency.name}
        </h2>
        <p>{words.trial}</p>
      </section>
      <section aria-labelledby="foot-state">
        <h2 id="foot-state">
          {words.asOf} {formatDay(state.asOf)}
        </h2>
        <dl>
          <dt>{words.revision}</dt>
          <dd>{state.revision.number}</dd>
          <dt>{words.digest}</dt>
          <dd className="code">
            {source.slice(0, 16)} · {state.revision.digest.slice(0, 16)}
          </dd>
        </dl>
        <p className="small">{words.digestMore}</p>
      </section>
      <section aria-labelledby="foot-contact">
        <h2 id="foot-contact">{words.contact}</h2>
        <p>{words.contactMore(state.agency.name)}</p>
        {state.contact && <p lang="vi">{state.contact}</p>}
      </section>
    </>
  )
}
