import { Button } from '@mantine/core'
import { Form, Link } from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import type { StaffMessages } from '../../messages/staff.ts'
import type { Shown } from '../../rules/view.ts'
import { CorrectForm, Hidden, RefuseForm, type FormAnswer } from './correct-form.tsx'
import type { Reviewed } from './services.ts'
import { toProposal, type Doing } from './query.ts'
import { ValueView, nameOf, summaryOf } from './value-view.tsx'

interface Props {
  readonly one: Shown
  readonly view: Reviewed
  readonly selected: boolean
  readonly doing: Doing
  readonly answer: FormAnswer | null
  readonly t: StaffMessages
  readonly language: Language
}

/** One thing to decide on; the selected one shows all it says and what can be done with it. */
export function ProposalCard(props: Props) {
  const { one, view, selected, t } = props
  const { candidate, verdict } = one
  const item = one.result ?? candidate.item
  return (
    <li className={`proposal ${verdict}`} aria-current={selected ? 'true' : undefined}>
      <h2>
        <Link to={toProposal(view, one)} preventScrollReset data-proposal={candidate.id}>
          {nameOf(item, t)}
        </Link>
        {view.corrects && candidate.change !== 'same' && <em>{t.changes[candidate.change]}</em>}
        <span className="state">{t.verdicts[verdict]}</span>
      </h2>
      {selected ? <Opened {...props} /> : <p className="summary">{summaryOf(item, t)}</p>}
    </li>
  )
}

function Opened({ one, view, doing, answer, t, language }: Props) {
  const { candidate, verdict, reason } = one
  const back = toProposal(view, one)
  const own = answer?.id === candidate.id ? answer : null
  const form = { one, version: view.version, answer: own, back, t }
  const item = one.result ?? candidate.item
  const corrected = verdict === 'corrected'
  const before = corrected ? candidate.item : candidate.change === 'changed' ? candidate.before : null
  return (
    <>
      {doing !== 'sua' && <ValueView item={item} before={before} t={t} language={language} />}
      {reason !== null && (
        <p className="summary">
          {t.reason}: {reason}
        </p>
      )}
      {one.at.length === 0 && candidate.change !== 'removed' && <p className="summary">{t.noPlace}</p>}
      <OpenPoints one={one} t={t} />
      {doing === 'sua' && candidate.change !== 'removed' && <CorrectForm {...form} />}
      {doing === 'bo' && <RefuseForm {...form} />}
      {doing === null && !view.saved && view.mayReview && <Decide one={one} view={view} t={t} />}
    </>
  )
}

function Decide({ one, view, t }: Pick<Props, 'one' | 'view' | 't'>) {
  return (
    <div className="decide">
      <Form method="post" preventScrollReset>
        <Hidden intent="accept" id={one.candidate.id} version={view.version} />
        <Button type="submit" size="compact-md" data-key="a">
          {t.accept}
        </Button>
      </Form>
      {one.candidate.change !== 'removed' && (
        <Button
          component={Link}
          to={toProposal(view, one, 'sua')}
          preventScrollReset
          variant="outline"
          size="compact-md"
          data-key="e"
        >
          {t.correct}
        </Button>
      )}
      <Button
        component={Link}
        to={toProposal(view, one, 'bo')}
        preventScrollReset
        variant="outline"
        color="red.9"
        size="compact-md"
        data-key="x"
      >
        {t.refuse}
      </Button>
    </div>
  )
}

/** What the text leaves open about it, and where the text itself looks wrong. */
function OpenPoints({ one, t }: Pick<Props, 'one' | 't'>) {
  if (one.questions.length + one.issues.length === 0) return null
  return (
    <div className="points">
      {one.questions.length > 0 && (
        <>
          <h3>{t.questions}</h3>
          <ul>
            {one.questions.map((question) => (
              <li key={question.code + question.text}>{question.text}</li>
            ))}
          </ul>
        </>
      )}
      {one.issues.length > 0 && (
        <>
          <h3>{t.issues}</h3>
          <ul>
            {one.issues.map((issue) => (
              <li key={issue.code + String(issue.at[0]?.[0])}>
                “{issue.found}”{issue.suggest !== null && `: ${t.suggests(issue.suggest)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
