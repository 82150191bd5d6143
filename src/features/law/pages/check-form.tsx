import { Button, Radio, TextInput } from '@mantine/core'
import { Form } from 'react-router'
import type { LawMessages } from '../messages/staff.ts'

interface CheckFormProps {
  readonly parameter: string
  readonly from: string
  readonly t: LawMessages
}

const Hidden = ({ values }: { readonly values: Readonly<Record<string, string>> }) =>
  Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)

/** What an officer found who held the value against the gazette. */
export function CheckForm({ parameter, from, t }: CheckFormProps) {
  return (
    <details>
      <summary>{t.check}</summary>
      <Form method="post" className="law-check">
        <Hidden values={{ step: 'check', parameter, from }} />
        <fieldset>
          <legend>{t.result}</legend>
          <Radio name="result" value="agrees" label={t.agrees} required />
          <Radio name="result" value="differs" label={t.differsResult} required />
        </fieldset>
        <TextInput name="gazette" label={t.gazette} required />
        <TextInput name="note" label={t.note} />
        <Button type="submit">{t.record}</Button>
      </Form>
    </details>
  )
}

/** A check can be taken back, with a reason; the record keeps both. */
export function TakeBackForm({ parameter, from, t }: CheckFormProps) {
  return (
    <details>
      <summary>{t.takeBack}</summary>
      <Form method="post" className="law-check">
        <Hidden values={{ step: 'take-back', parameter, from }} />
        <TextInput name="reason" label={t.reason} required />
        <Button type="submit" variant="outline">
          {t.takeBack}
        </Button>
      </Form>
    </details>
  )
}
