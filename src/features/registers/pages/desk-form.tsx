import { Anchor, Button, Checkbox, TextInput, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Form, Link } from 'react-router'
import type { Language } from '../../../domain/fault.ts'
import { say } from '../../../ui/refusal.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import type { DeskAnswer } from './desk-action.ts'

interface DeskFormProps {
  readonly t: RegisterMessages
  readonly language: Language
  readonly title: string
  readonly back: { readonly to: string; readonly label: string }
  readonly answer: DeskAnswer | undefined
  /** The revision that was read. */
  readonly basedOn: number
  readonly children: ReactNode
}

/** The page around a drawing desk: where it came from, what was refused and why, and how it is saved. */
export function DeskForm({ t, language, title, back, answer, basedOn, children }: DeskFormProps) {
  const wrong = wrongIn(answer, t, language)
  return (
    <>
      <title>{title}</title>
      <Anchor component={Link} to={back.to} size="sm">
        ← {back.label}
      </Anchor>
      <Title order={1} size="h2">
        {title}
      </Title>
      {wrong && (
        <p className="why" role="alert">
          {wrong}
        </p>
      )}
      <nav className="panes" aria-label={title}>
        <a href="#ban-do">{t.map}</a> <a href="#bang">{t.coordinates}</a> <a href="#luu">{t.save}</a>
      </nav>
      <Form method="post" className="form wide" preventScrollReset>
        <input type="hidden" name="based-on" value={basedOn} />
        {children}
        <TextInput
          id="luu"
          name="reason"
          label={t.reason}
          description={t.alongHint}
          required
          maxLength={900}
        />
        {answer?.refusal?.code === 'entry-unfit' && <Checkbox name="accept" value="1" label={t.accept} />}
        <Button type="submit">{t.save}</Button>
      </Form>
    </>
  )
}

function wrongIn(answer: DeskAnswer | undefined, t: RegisterMessages, language: Language): string | null {
  if (answer?.refusal) return say(answer.refusal, language)
  if (answer?.line)
    return t.badLine(String(answer.line.line), answer.line.found, t.lineFaults[answer.line.why])
  return answer?.fault ? t.badField(answer.fault.field, answer.fault.found) : null
}
