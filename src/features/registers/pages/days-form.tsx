import { Alert, Button, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { dayText } from '../../../domain/day-text.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import type { Asked } from './query.ts'

interface DaysFormProps {
  readonly t: RegisterMessages
  readonly asked: Asked
  /** More fields of the same address. */
  readonly children?: ReactNode
}

/** The two days by which registers are asked: a plain form that makes an address. */
export function DaysForm({ t, asked, children }: DaysFormProps) {
  const { at, badDay } = asked
  return (
    <search>
      <Form method="get" className="days">
        {children}
        <TextInput
          name="ngay"
          label={t.on}
          description={t.dayHint}
          defaultValue={dayText(at.on) ?? ''}
          inputMode="numeric"
        />
        <TextInput
          name="biet"
          label={t.known}
          description={t.dayHint}
          defaultValue={at.known === undefined ? '' : (dayText(String(at.known)) ?? '')}
          inputMode="numeric"
        />
        <Button type="submit" variant="outline">
          {t.show}
        </Button>
      </Form>
      {badDay && (
        <Alert role="alert" color="red" variant="outline" c="red.9" my="sm">
          {t.badDay}
        </Alert>
      )}
    </search>
  )
}
