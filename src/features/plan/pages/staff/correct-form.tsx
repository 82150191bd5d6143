import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Form, Link } from 'react-router'
import type { StaffMessages } from '../../messages/staff.ts'
import type { Kind } from '../../model/proposal.ts'
import { fieldsOf, type Field, type FieldProblem } from '../../rules/form.ts'
import type { Shown } from '../../rules/view.ts'
import { labelOf } from './value-view.tsx'

/** What the server said of a form that it could not take: the fields as entered, and what is wrong with each. */
export interface FormAnswer {
  readonly id: string
  readonly entered: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
  readonly reasonMissing: boolean
  readonly nothingChanged: boolean
}

interface Props {
  readonly one: Shown
  readonly version: number
  readonly answer: FormAnswer | null
  readonly back: string
  readonly t: StaffMessages
}

/** The form in which an officer puts something else in place of what was read; what was read is kept. */
export function CorrectForm({ one, version, answer, back, t }: Props) {
  const item = one.result ?? one.candidate.item
  const groups = grouped(fieldsOf(item))
  const input = (field: Field) => (
    <FieldInput
      key={field.name}
      field={field}
      t={t}
      value={answer?.entered[field.name] ?? field.value}
      problem={answer?.problems.find(({ name }) => name === field.name)}
    />
  )
  return (
    <Form method="post" className="fields" preventScrollReset>
      <Hidden intent="correct" id={one.candidate.id} version={version} />
      {groups.map(({ row, fields }) =>
        row === null ? (
          fields.map(input)
        ) : (
          <fieldset key={row}>
            <legend>{t.fields[row.split('.')[0] ?? '']}</legend>
            {fields.map(input)}
          </fieldset>
        ),
      )}
      {answer?.nothingChanged && <p role="alert">{t.nothingChanged}</p>}
      <ReasonInput t={t} missing={answer?.reasonMissing ?? false} value={answer?.entered.reason ?? ''} />
      <div className="decide">
        <Button type="submit">{t.keep}</Button>
        <Link to={back} preventScrollReset>
          {t.cancel}
        </Link>
      </div>
    </Form>
  )
}

export function RefuseForm({ one, version, answer, back, t }: Props) {
  return (
    <Form method="post" className="fields" preventScrollReset>
      <Hidden intent="refuse" id={one.candidate.id} version={version} />
      <ReasonInput t={t} missing={answer?.reasonMissing ?? false} value="" focus />
      <div className="decide">
        <Button type="submit" color="red.9">
          {t.refuse}
        </Button>
        <Link to={back} preventScrollReset>
          {t.cancel}
        </Link>
      </div>
    </Form>
  )
}

/** One reason for all that is not checked of a kind. */
export function RefuseKindForm(props: Omit<Props, 'one'> & { readonly kind: Kind; readonly count: number }) {
  const { kind, count, version, answer, back, t } = props
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus(), [])
  return (
    <Form method="post" className="fields refuse-kind" preventScrollReset ref={form}>
      <Hidden intent="refuse-kind" id={kind} version={version} />
      <ReasonInput t={t} missing={answer?.reasonMissing ?? false} value="" />
      <div className="decide">
        <Button type="submit" color="red.9">
          {t.refuseAll(count)}
        </Button>
        <Link to={back} preventScrollReset>
          {t.cancel}
        </Link>
      </div>
    </Form>
  )
}

export function Hidden(props: { readonly intent: string; readonly id?: string; readonly version: number }) {
  return (
    <>
      <input type="hidden" name="intent" value={props.intent} />
      <input type="hidden" name="version" value={props.version} />
      {props.id !== undefined && <input type="hidden" name="id" value={props.id} />}
    </>
  )
}

function ReasonInput(props: {
  readonly t: StaffMessages
  readonly missing: boolean
  readonly value: string
  readonly focus?: boolean
}) {
  const { t, missing, value, focus = false } = props
  return (
    <TextInput
      name="reason"
      label={t.reason}
      description={t.reasonHint}
      defaultValue={value}
      required
      // The server says what is missing, in words; the browser's own bubble vanishes before it is read.
      data-autofocus={focus || undefined}
      error={missing ? t.reasonMissing : undefined}
    />
  )
}

function FieldInput(props: {
  readonly field: Field
  readonly value: string
  readonly problem: FieldProblem | undefined
  readonly t: StaffMessages
}) {
  const { field, value, problem, t } = props
  const common = {
    name: field.name,
    label: labelOf(field, t),
    defaultValue: value,
    error: problem ? t.fieldProblems[problem.code] : undefined,
  }
  switch (field.type) {
    case 'long':
    case 'lines':
      return <Textarea {...common} autosize={false} rows={field.type === 'long' ? 5 : 3} />
    case 'choice':
      return (
        <NativeSelect
          {...common}
          data={(field.options ?? []).map((option) => ({
            value: option,
            label: t.choices[option] ?? option,
          }))}
        />
      )
    case 'day':
    case 'year':
      return <TextInput {...common} inputMode="numeric" maxLength={10} />
    case 'text':
      return <TextInput {...common} />
  }
}

/** Fields of one row of a target belong together: `values.0.year`, `values.0.comparator` … */
function grouped(fields: readonly Field[]): { readonly row: string | null; readonly fields: Field[] }[] {
  const groups: { row: string | null; fields: Field[] }[] = []
  for (const field of fields) {
    const row = /^(\w+\.\d+)\./.exec(field.name)?.[1] ?? null
    const last = groups.at(-1)
    if (last && last.row === row) last.fields.push(field)
    else groups.push({ row, fields: [field] })
  }
  return groups
}
