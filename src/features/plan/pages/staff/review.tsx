import './staff.css'
import { Alert, Button, Title } from '@mantine/core'
import { useCallback, useEffect, useRef } from 'react'
import {
  Form,
  Link,
  useActionData,
  useLoaderData,
  useLocation,
  useNavigate,
  useSearchParams,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from 'react-router'
import { languageOf } from '../../../../ui/language.ts'
import { orRefuse, say } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import type { OpenProposal } from '../../actions/look.ts'
import { staffMessages, type StaffMessages } from '../../messages/staff.ts'
import { Hidden } from './correct-form.tsx'
import { Keys } from './keys.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { doingOf, onlySelects, reviewQuery, toFilter, toKind, toPage, toProposal } from './query.ts'
import { reviewAction } from './review-action.ts'
import { staffOf } from './services.ts'
import { TextPane } from './text-pane.tsx'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { plans, actor, url } = await staffOf(args)
  return orRefuse(plans.proposal(actor, args.params.sha256 ?? '', reviewQuery(url.searchParams)))
}

export async function action(args: ActionFunctionArgs) {
  return reviewAction(args)
}

/** Moving from one proposal to the next on the same page asks nothing of the server. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  const { formMethod, currentUrl, nextUrl, defaultShouldRevalidate } = args
  return formMethod === undefined && onlySelects(currentUrl, nextUrl) ? false : defaultShouldRevalidate
}

/** A document beside what was read from it, for an officer to decide on each. */
export default function Review() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [query] = useSearchParams()
  const language = languageOf(useLocation().pathname)
  const t = staffMessages[language]
  const asked = query.get('muc')
  const selected = view.shown.some(({ candidate }) => candidate.id === asked) ? asked : view.selected
  const list = useRef<HTMLUListElement>(null)
  useFocusOn(list, selected)
  const done = query.get('xong') ?? ''
  return (
    <>
      <title>{`${t.proposals}: ${view.title ?? ''}`}</title>
      <Head view={view} t={t} language={language} />
      <output className="bar">
        {done === 'again' ? t.again : done in t.done && t.done[done as keyof typeof t.done]}
      </output>
      {answer?.refusal && (
        <Alert role="alert" color="red" variant="outline" c="red.9" mb="sm">
          {say(answer.refusal, language)}
        </Alert>
      )}
      <div className="review">
        <TextPane view={view} selected={selected} t={t} />
        <section aria-label={t.proposals}>
          <Kinds view={view} t={t} />
          <Bar view={view} selected={selected} t={t} />
          <ul className="proposals" ref={list}>
            {view.shown.map((one) => (
              <ProposalCard
                key={one.candidate.id}
                one={one}
                view={view}
                selected={one.candidate.id === selected}
                doing={view.saved ? null : doingOf(query)}
                answer={answer?.form ?? null}
                t={t}
                language={language}
              />
            ))}
          </ul>
          <Pages view={view} t={t} />
        </section>
      </div>
    </>
  )
}

/** Keeps the focus with the proposal that the officer moved to, and brings it into view. */
function useFocusOn(list: React.RefObject<HTMLUListElement | null>, selected: string | null): void {
  const last = useRef(selected)
  const [query] = useSearchParams()
  const doing = query.get('viec')
  useEffect(() => {
    const card = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (!card || (last.current === selected && doing === null)) return
    last.current = selected
    const field =
      doing === null ? null : card.querySelector<HTMLElement>('input:not([type=hidden]), textarea')
    card.scrollIntoView({ block: 'nearest' })
    const goal = field ?? card.querySelector<HTMLElement>('h2 a')
    goal?.focus({ preventScroll: field === null })
  }, [list, selected, doing])
}

interface Part {
  readonly view: OpenProposal
  readonly t: StaffMessages
}

function Head({ view, t, language }: Part & { readonly language: 'vi' | 'en' }) {
  const base = staffPath(language, `/tai-lieu/${view.sha256}`)
  return (
    <>
      <Title order={1} size="h3" lineClamp={2}>
        {view.title ?? t.noValue}
      </Title>
      {view.corrects && !view.saved && <p>{t.corrected}</p>}
      <div className="bar">
        <strong>{view.saved ? t.saved : t.waiting(view.waiting)}</strong>
        <Button component={Link} to={`${base}/luu`} variant={view.waiting === 0 ? 'filled' : 'outline'}>
          {view.saved ? t.toPlan : t.save}
        </Button>
        <a href={`${base}/tep`}>{t.download}</a>
      </div>
    </>
  )
}

function Kinds({ view, t }: Part) {
  return (
    <nav aria-label={t.searchKind}>
      <ul className="kinds">
        {view.tallies.map(({ kind, total, proposed }) => (
          <li key={kind}>
            <Link to={toKind(view, kind)} aria-current={kind === view.kind ? 'page' : undefined}>
              {t.kinds[kind]} {total - proposed}/{total}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What is done to many at once, the way back, and the keys. */
function Bar({ view, selected, t }: Part & { readonly selected: string | null }) {
  const navigate = useNavigate()
  const move = useCallback(
    (by: 1 | -1) => {
      const at = view.shown.findIndex(({ candidate }) => candidate.id === selected)
      const next = view.shown[at + by]
      if (next) void navigate(toProposal(view, next), { preventScrollReset: true, replace: true })
      else if (by > 0 ? view.page < view.pageCount : view.page > 1)
        void navigate(toPage(view, view.page + by), { preventScrollReset: true })
    },
    [view, selected, navigate],
  )
  const waiting = view.tallies.find(({ kind }) => kind === view.kind)?.proposed ?? 0
  return (
    <div className="bar">
      {!view.saved && waiting > 0 && (
        <Form method="post" preventScrollReset>
          <Hidden intent="accept-kind" id={view.kind} version={view.version} />
          <Button type="submit" variant="outline" size="compact-md">
            {t.acceptAll(waiting)}
          </Button>
        </Form>
      )}
      {!view.saved && view.canUndo && (
        <Form method="post" preventScrollReset>
          <Hidden intent="undo" version={view.version} />
          <Button type="submit" variant="default" size="compact-md" title={t.undoHint} data-key="u">
            {t.undo}
          </Button>
        </Form>
      )}
      <Link to={toFilter(view, !view.onlyWaiting)}>{view.onlyWaiting ? t.all : t.onlyWaiting}</Link>
      <Keys t={t} move={move} />
    </div>
  )
}

function Pages({ view, t }: Part) {
  if (view.pageCount === 1) return null
  return (
    <nav className="bar" aria-label={t.proposals}>
      {view.page > 1 && <Link to={toPage(view, view.page - 1)}>← {t.previous}</Link>}
      <span>{t.pageOf(view.page, view.pageCount)}</span>
      {view.page < view.pageCount && <Link to={toPage(view, view.page + 1)}>{t.next} →</Link>}
    </nav>
  )
}
