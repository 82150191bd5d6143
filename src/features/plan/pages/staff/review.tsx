import './staff.css'
import { Alert, Button, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import {
  Link,
  useActionData,
  useLoaderData,
  useLocation,
  useSearchParams,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from 'react-router'
import { languageOf } from '../../../../ui/language.ts'
import { orRefuse, say } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { abilities } from '../../../office/rules.ts'
import { staffMessages, type StaffMessages } from '../../messages/staff.ts'
import { Points } from './points.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { doingOf, onlySelects, refusesKind, reviewQuery } from './query.ts'
import { reviewAction } from './review-action.ts'
import { Bar, Kinds, Pages } from './review-bar.tsx'
import { staffOf, type Reviewed } from './services.ts'
import { TextPane } from './text-pane.tsx'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { plans, actor, url, posts } = await staffOf(args)
  const may = abilities(actor.roles)
  const reviewers = posts.filter(
    ({ agency, roles }) => agency === actor.agency && abilities(roles).includes('proposal.review'),
  )
  const view = await orRefuse(plans.proposal(actor, args.params.sha256 ?? '', reviewQuery(url.searchParams)))
  const mayReview = may.includes('proposal.review')
  return { ...view, mayReview, reviewers: mayReview ? [] : reviewers.map(({ name }) => name) }
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
  const listed = [...view.shown.map(({ candidate }) => candidate.id), ...view.points.map(({ id }) => id)]
  const selected = asked !== null && listed.includes(asked) ? asked : view.selected
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
      {!view.mayReview && !view.saved && <p className="summary">{t.whoReviews(view.reviewers)}</p>}
      <div className="review">
        <TextPane view={view} selected={selected} t={t} />
        <section aria-label={t.proposals}>
          <Kinds view={view} t={t} />
          <Bar
            view={view}
            selected={selected}
            refusing={refusesKind(query)}
            answer={answer?.form ?? null}
            t={t}
          />
          {view.list !== null && <p className="summary">{t.listHints[view.list]}</p>}
          <ul className="proposals" ref={list}>
            {view.shown.map((one) => (
              <ProposalCard
                key={one.candidate.id}
                one={one}
                view={view}
                selected={one.candidate.id === selected}
                doing={view.saved || !view.mayReview ? null : doingOf(query)}
                answer={answer?.form ?? null}
                t={t}
                language={language}
              />
            ))}
            <Points view={view} selected={selected} t={t} />
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
  readonly view: Reviewed
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
      {view.openCopies.length > 0 && (
        <p>
          {t.openCopies}{' '}
          {view.openCopies.map(({ sha256, title }) => (
            <Link key={sha256} to={staffPath(language, `/tai-lieu/${sha256}`)}>
              {title} ({sha256.slice(0, 8)})
            </Link>
          ))}
        </p>
      )}
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
