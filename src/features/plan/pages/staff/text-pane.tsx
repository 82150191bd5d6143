import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { Segment } from '../../rules/segments.ts'
import type { StaffMessages } from '../../messages/staff.ts'
import type { OpenProposal } from '../../actions/look.ts'
import { toId, toProposal, toSection } from './query.ts'

interface Props {
  readonly view: OpenProposal
  readonly selected: string | null
  readonly t: StaffMessages
}

/** One section of the document, every value's place marked, that of the selected one lit. */
export function TextPane({ view, selected, t }: Props) {
  const pane = useRef<HTMLElement>(null)
  const lit = selected === null ? undefined : view.segments.find(({ ids }) => ids.includes(selected))?.start
  useEffect(() => {
    const found = pane.current?.querySelector<HTMLElement>(`[data-start="${lit ?? ''}"]`)
    if (found) pane.current?.scrollTo({ top: found.offsetTop - pane.current.clientHeight / 3 })
  }, [lit])
  return (
    <section className="review-left" aria-label={t.text}>
      <section
        ref={pane}
        className="review-text"
        aria-label={t.textOf(view.title ?? '')}
        // What scrolls must be reachable by keyboard (WCAG 2.1.1).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {view.segments.map((segment) => (
          <Piece key={segment.start} segment={segment} view={view} selected={selected} />
        ))}
      </section>
      {view.sectionCount > 1 && (
        <nav className="bar" aria-label={t.text}>
          {view.section > 1 && <Link to={toSection(view, view.section - 1, selected)}>← {t.previous}</Link>}
          <span>{t.section(view.section, view.sectionCount)}</span>
          {view.section < view.sectionCount && (
            <Link to={toSection(view, view.section + 1, selected)}>{t.next} →</Link>
          )}
        </nav>
      )}
    </section>
  )
}

function Piece({ segment, view, selected }: Omit<Props, 't'> & { readonly segment: Segment }) {
  const { ids, text } = segment
  if (ids.length === 0 || text.trim() === '') return text
  const lit = selected !== null && ids.includes(selected)
  // A second click on the same words goes on to what they also belong to.
  const next = ids[(selected === null ? -1 : ids.indexOf(selected)) + 1] ?? ids[0] ?? ''
  const shown = view.shown.find(({ candidate }) => candidate.id === next)
  const waiting = view.shown.some(
    ({ candidate, verdict }) => candidate.id === ids[0] && verdict === 'proposed',
  )
  return (
    <Link
      className={['place', lit && 'lit', waiting && 'waiting'].filter(Boolean).join(' ')}
      data-start={segment.start}
      to={shown ? toProposal(view, shown) : toId(view, next)}
      preventScrollReset
      // The list beside it is the way by keyboard; a thousand stops more would bar it.
      tabIndex={-1}
    >
      {text}
    </Link>
  )
}
