import { Anchor, Progress, Text, Title } from '@mantine/core'
import { Link, useLocation, useSearchParams } from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import { formatNumber } from '../../../../ui/format.ts'
import { say, type Refusal } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { useFreshly } from '../../../../ui/use-freshly.ts'
import type { ImportMessages } from '../../messages/import-pages.ts'
import type { ImportState, ImportView } from '../../model/import/run.ts'
import { home } from './services.ts'

interface Words {
  readonly t: ImportMessages
  readonly language: Language
}

export function StateChip({ t, state }: { readonly t: ImportMessages; readonly state: ImportState }) {
  return <span className={state === 'taken' ? 'chip good' : 'chip'}>{t.states[state]}</span>
}

export type Headed = Pick<ImportView, 'id' | 'name' | 'state' | 'progress' | 'fault'> & {
  readonly open: number
  readonly differences: number
}

interface HeadProps extends Words {
  readonly view: Headed
  readonly tab: keyof ImportMessages['tabs']
  readonly refusal: Refusal | null
}

const paths = { overview: '', mapping: '/anh-xa', issues: '/van-de', review: '/khac-biet' } as const

/** What stands above every page of an import: its name, its state, how far a job is, and the way to the other pages. */
export function ImportHead({ t, language, view, tab, refusal }: HeadProps) {
  const [query] = useSearchParams()
  useFreshly(view.state === 'waiting')
  const base = staffPath(language, `${home}/${view.id}`)
  const counts = { overview: null, mapping: null, issues: view.open, review: view.differences }
  const done = doneText(t, query)
  return (
    <>
      <title>{`${t.tabs[tab]}: ${view.name}`}</title>
      <Anchor component={Link} to={staffPath(language, home)} size="sm">
        ← {t.back}
      </Anchor>
      <Title order={1} size="h2" className="import-name">
        {view.name} <StateChip t={t} state={view.fault ? 'failed' : view.state} />
      </Title>
      <nav className="tabs" aria-label={view.name}>
        {(['overview', 'mapping', 'issues', 'review'] as const).map((one) => (
          <Link key={one} to={`${base}${paths[one]}`} aria-current={one === tab ? 'page' : undefined}>
            {t.tabs[one]}
            {counts[one] !== null && ` (${formatNumber(counts[one], language)})`}
          </Link>
        ))}
      </nav>
      <Running t={t} language={language} view={view} />
      {done && view.state !== 'waiting' && <output className="done">{done}</output>}
      {refusal && (
        <p className="why" role="alert">
          {say(refusal, language)}
        </p>
      )}
      {view.fault && (
        <p className="why" role="note">
          {view.fault[language]}
        </p>
      )}
    </>
  )
}

function doneText(t: ImportMessages, query: URLSearchParams): string | null {
  const done = query.get('xong')
  if (done === 'sua') return t.mended(query.get('so') ?? '?', query.get('con') ?? '0')
  return done === null ? null : (t.done[done] ?? null)
}

/** With script the page asks by itself; without, a link loads it again. */
function Running({ t, language, view: { state, progress } }: Words & { readonly view: Headed }) {
  const { pathname, search } = useLocation()
  if (state !== 'waiting') return null
  const what = progress ? (t.working[progress.message] ?? t.states.waiting) : t.queued
  const total = progress?.total ?? null
  return (
    <output className="running">
      <Text>
        {what}
        {progress &&
          `: ${total === null ? formatNumber(progress.done, language) : t.progressOf(formatNumber(progress.done, language), formatNumber(total, language))}`}
      </Text>
      {progress && total !== null && total > 0 && (
        <Progress value={(100 * progress.done) / total} aria-label={what} mt={6} />
      )}
      <noscript>
        <a href={`${pathname}${search}`}>{t.reload}</a>
      </noscript>
    </output>
  )
}
