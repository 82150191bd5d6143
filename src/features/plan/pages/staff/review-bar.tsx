import { Button } from '@mantine/core'
import { useCallback } from 'react'
import { Form, Link, useNavigate } from 'react-router'
import type { StaffMessages } from '../../messages/staff.ts'
import { pointLists } from '../../rules/points.ts'
import { Hidden, RefuseKindForm, type FormAnswer } from './correct-form.tsx'
import { Keys } from './keys.tsx'
import type { Reviewed } from './services.ts'
import { toFilter, toKind, toPage, toPoint, toProposal, toRefuseKind } from './query.ts'

interface Part {
  readonly view: Reviewed
  readonly t: StaffMessages
}

/** What there is to look at: each kind of proposal, then what is open and what is wrong in the text. */
export function Kinds({ view, t }: Part) {
  const lists = pointLists.filter((list) => view.pointCounts[list] > 0)
  return (
    <nav aria-label={t.searchKind}>
      <ul className="kinds">
        {view.tallies.map(({ kind, total, proposed }) => (
          <li key={kind}>
            <Link
              to={toKind(view, kind)}
              aria-current={view.list === null && kind === view.kind ? 'page' : undefined}
            >
              {t.kinds[kind]} {total - proposed}/{total}
            </Link>
          </li>
        ))}
        {lists.map((list) => (
          <li key={list} className="points-tab">
            <Link to={toKind(view, list)} aria-current={list === view.list ? 'page' : undefined}>
              {t.lists[list]} ({view.pointCounts[list]})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface BarProps extends Part {
  readonly selected: string | null
  readonly refusing: boolean
  readonly answer: FormAnswer | null
}

/** What is done to many at once, the way back, and the keys. */
export function Bar({ view, selected, refusing, answer, t }: BarProps) {
  const waiting = view.tallies.find(({ kind }) => kind === view.kind)?.proposed ?? 0
  const many = !view.saved && view.mayReview && view.list === null && waiting > 0
  const move = useMove(view, selected)
  return (
    <>
      <div className="bar">
        {many && <AllOfKind view={view} selected={selected} waiting={waiting} t={t} />}
        {!view.saved && view.mayReview && view.canUndo && (
          <Form method="post" preventScrollReset>
            <Hidden intent="undo" version={view.version} />
            <Button type="submit" variant="default" size="compact-md" title={t.undoHint} data-key="u">
              {t.undo}
            </Button>
          </Form>
        )}
        {view.list === null && (
          <Link to={toFilter(view, !view.onlyWaiting)}>{view.onlyWaiting ? t.all : t.onlyWaiting}</Link>
        )}
        <Keys t={t} move={move} />
      </div>
      {many && refusing && (
        <RefuseKindForm
          kind={view.kind}
          count={waiting}
          version={view.version}
          answer={answer?.id === view.kind ? answer : null}
          back={toPage(view, view.page)}
          t={t}
        />
      )}
    </>
  )
}

function AllOfKind(props: Part & { readonly selected: string | null; readonly waiting: number }) {
  const { view, selected, waiting, t } = props
  return (
    <>
      <Form method="post" preventScrollReset>
        <Hidden intent="accept-kind" id={view.kind} version={view.version} />
        <Button type="submit" variant="outline" size="compact-md">
          {t.acceptAll(waiting)}
        </Button>
      </Form>
      <Button
        component={Link}
        to={toRefuseKind(view, selected)}
        preventScrollReset
        variant="outline"
        color="red.9"
        size="compact-md"
      >
        {t.refuseAll(waiting)}
      </Button>
    </>
  )
}

/** Goes to the one before or after in the list, over the edge of a page too. */
function useMove(view: Reviewed, selected: string | null) {
  const navigate = useNavigate()
  return useCallback(
    (by: 1 | -1) => {
      const stops = [
        ...view.shown.map((one) => ({ id: one.candidate.id, to: toProposal(view, one) })),
        ...view.points.map((point) => ({ id: point.id, to: toPoint(view, point) })),
      ]
      const next = stops[stops.findIndex(({ id }) => id === selected) + by]
      if (next) void navigate(next.to, { preventScrollReset: true, replace: true })
      else if (by > 0 ? view.page < view.pageCount : view.page > 1)
        void navigate(toPage(view, view.page + by), { preventScrollReset: true })
    },
    [view, selected, navigate],
  )
}

export function Pages({ view, t }: Part) {
  if (view.pageCount === 1) return null
  return (
    <nav className="bar" aria-label={t.proposals}>
      {view.page > 1 && <Link to={toPage(view, view.page - 1)}>← {t.previous}</Link>}
      <span>{t.pageOf(view.page, view.pageCount)}</span>
      {view.page < view.pageCount && <Link to={toPage(view, view.page + 1)}>{t.next} →</Link>}
    </nav>
  )
}
