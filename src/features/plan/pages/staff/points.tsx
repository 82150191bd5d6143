import { Link } from 'react-router'
import type { StaffMessages } from '../../messages/staff.ts'
import type { ReviewView, ShownPoint } from '../../rules/view.ts'
import { toPoint } from './query.ts'

interface Props {
  readonly view: ReviewView
  readonly selected: string | null
  readonly t: StaffMessages
}

/** The lines of a list of questions or faults of the text; the place of the chosen one is lit beside it. */
export function Points({ view, selected, t }: Props) {
  return view.points.map((point) => (
    <li key={point.id} className="proposal point" aria-current={point.id === selected ? 'true' : undefined}>
      <h2>
        <Link to={toPoint(view, point)} preventScrollReset data-proposal={point.id}>
          {point.list === 'questions' ? point.text : (t.issueCodes[point.code] ?? t.issues)}
        </Link>
      </h2>
      {point.list === 'issues' && <Fault point={point} t={t} />}
      {point.section === null && <p className="summary">{t.noPlace}</p>}
    </li>
  ))
}

function Fault({ point: { text, suggest }, t }: { readonly point: ShownPoint; readonly t: StaffMessages }) {
  return (
    <p className="summary">
      “{text}”{suggest !== null && suggest !== '' && `: ${t.suggests(suggest)}`}
    </p>
  )
}
