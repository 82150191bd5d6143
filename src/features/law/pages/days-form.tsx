import { Alert, Button, TextInput } from '@mantine/core'
import { Form } from 'react-router'
import { dayText } from '../../../domain/day-text.ts'
import type { LawMessages } from '../messages/staff.ts'
import type { LawAt } from '../model.ts'

interface DaysFormProps {
  readonly t: LawMessages
  readonly at: LawAt
  readonly query: string
  readonly badDay: boolean
}

/** The two days by which the law is asked, and the words looked for: a plain form that makes an address. */
export function DaysForm({ t, at, query, badDay }: DaysFormProps) {
  return (
    <>
      <search>
        <Form method="get" className="law-days">
          <TextInput
            name="tim"
            type="search"
            label={t.search}
            description={t.searchHint}
            defaultValue={query}
          />
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
            defaultValue={dayText(at.known ?? null) ?? ''}
            inputMode="numeric"
          />
          <Button type="submit" variant="outline">
            {t.show}
          </Button>
        </Form>
      </search>
      {badDay && (
        <Alert role="alert" color="red" variant="outline" c="red.9" my="sm">
          {t.badDay}
        </Alert>
      )}
    </>
  )
}

/** The days of an address (and the words looked for, where the page stays the same), to go on with them. */
export function daysQuery({ on, known }: LawAt, words = ''): string {
  const query = new URLSearchParams({ ngay: dayText(on) ?? '' })
  if (words.trim() !== '') query.set('tim', words)
  if (known !== undefined) query.set('biet', dayText(known) ?? '')
  return `?${query}`
}
