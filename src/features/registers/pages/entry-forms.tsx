import { Button, Radio, TextInput } from '@mantine/core'
import { Form, Link } from 'react-router'
import { dayText } from '../../../domain/day-text.ts'
import type { Language } from '../../../domain/fault.ts'
import { formatDay } from '../../../ui/format.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import type { FoundEntry } from './entry.tsx'
import { ValueFields } from './value-fields.tsx'

interface FormsProps {
  readonly t: RegisterMessages
  readonly language: Language
  readonly found: FoundEntry
  /** Where its shape is drawn. */
  readonly draw: string
}

/** What may be done with an entry by this post; each step asks why. */
export function EntryForms(props: FormsProps) {
  const { may, definition, value } = props.found
  const edits = may.includes('register.edit') && !definition.copy
  const releases = may.includes('register.release') && value.disclosure === 'internal'
  return (
    <div className="forms">
      {edits && props.found.holds && (
        <Link to={props.draw} className="step">
          {props.t.drawing}
        </Link>
      )}
      {edits && <ChangeForm {...props} />}
      {edits && <EndForm {...props} />}
      {releases && <ReleaseForm {...props} />}
    </div>
  )
}

function Base({ found, step }: Pick<FormsProps, 'found'> & { readonly step: string }) {
  return (
    <>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="based-on" value={found.latest} />
      <input type="hidden" name="version" value={found.shown.key} />
    </>
  )
}

const Reason = ({ t }: Pick<FormsProps, 't'>) => (
  <TextInput name="reason" label={t.reason} required maxLength={1000} />
)

function ChangeForm({ t, language, found }: FormsProps) {
  const { shown, definition, value, names, may } = found
  const to = shown.valid.to === null ? '…' : formatDay(shown.valid.to)
  return (
    <details id="sua">
      <summary>{t.change}</summary>
      <Form method="post" className="form">
        <Base found={found} step="change" />
        {value.disclosure === 'public' && <p className="why">{t.changePublic}</p>}
        <fieldset>
          <legend>{t.way}</legend>
          <Radio name="way" value="from" label={t.wayFrom} defaultChecked />
          <TextInput
            name="day"
            aria-label={t.wayFrom}
            description={t.dayHint}
            defaultValue={dayText(found.asked.at.on) ?? ''}
          />
          <Radio name="way" value="correct" label={t.wayCorrect(formatDay(shown.valid.from), to)} />
        </fieldset>
        <ValueFields
          t={t}
          language={language}
          definition={definition}
          names={names}
          value={value}
          mayRestrict={may.includes('register.restricted')}
        />
        <Reason t={t} />
        <Button type="submit">{t.save}</Button>
      </Form>
    </details>
  )
}

function EndForm({ t, found }: FormsProps) {
  return (
    <details>
      <summary>{t.end}</summary>
      <Form method="post" className="form">
        <Base found={found} step="end" />
        <TextInput name="day" label={t.endDay} description={t.dayHint} required />
        <Reason t={t} />
        <Button type="submit" variant="outline">
          {t.end}
        </Button>
      </Form>
    </details>
  )
}

function ReleaseForm({ t, found }: FormsProps) {
  return (
    <details>
      <summary>{t.release}</summary>
      <Form method="post" className="form">
        <Base found={found} step="release" />
        <p>{t.releaseHint}</p>
        <TextInput name="number" label={t.documentNumber} required />
        <TextInput name="issuer" label={t.issuer} required />
        <TextInput name="issued-on" label={t.issuedOn} description={t.dayHint} required />
        <Button type="submit" variant="outline">
          {t.release}
        </Button>
      </Form>
    </details>
  )
}
