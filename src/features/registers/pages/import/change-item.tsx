import { Anchor, Button } from '@mantine/core'
import { dayAt } from '../../../../domain/day.ts'
import { Form, Link } from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import { formatDay, formatNumber } from '../../../../ui/format.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import type { ImportMessages } from '../../messages/import-pages.ts'
import { registerMessages } from '../../messages/staff.ts'
import { cellText } from '../cells.ts'
import type { FoundReview } from './review.tsx'

type Change = FoundReview['changes'][number]

interface Props {
  readonly t: ImportMessages
  readonly language: Language
  readonly found: FoundReview
  readonly change: Change
  readonly decides: boolean
  readonly chosen: boolean
  readonly onPick: (id: string) => void
}

/** One difference: what the record has and what the file has, and the two buttons. */
export function ChangeItem(props: Props) {
  const { t, language, found, change, decides, chosen, onPick } = props
  const { entry, kind, label, decision, hand } = change
  return (
    <li className={chosen ? 'chosen' : ''}>
      <strong>{label}</strong> <span className="chip">{t.kinds[kind]}</span>{' '}
      <span className={decision === 'accepted' ? 'chip good' : 'chip'}>
        {decision === null ? t.open : t.decisions[decision]}
      </span>
      {hand && (
        <p className="why" role="note">
          {t.changedByHand(formatDay(dayAt(new Date(hand.instant))), hand.post, hand.reason)}
        </p>
      )}
      <Fields {...props} />
      <div className="steps">
        {decides && decision === null && <Decide t={t} entry={entry} label={label} />}
        <Button
          variant="default"
          size="compact-md"
          aria-pressed={chosen}
          aria-label={`${t.show}: ${label}`}
          onClick={() => onPick(entry)}
        >
          {t.show}
        </Button>
        {kind !== 'new' && (
          <Anchor
            component={Link}
            underline="always"
            to={staffPath(language, `/so-bo/${found.register}/${entry}`)}
            aria-label={`${t.changeShow}: ${label}`}
          >
            {t.changeShow}
          </Anchor>
        )}
      </div>
    </li>
  )
}

function Decide({ t, entry, label }: Pick<Props, 't'> & { readonly entry: string; readonly label: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="choice" value={`entry:${entry}`} />
      <Button type="submit" name="step" value="accept" size="compact-md" aria-label={`${t.accept}: ${label}`}>
        {t.accept}
      </Button>
      <Button
        type="submit"
        name="step"
        value="refuse"
        size="compact-md"
        variant="outline"
        color="red.9"
        aria-label={`${t.refuse}: ${label}`}
      >
        {t.refuse}
      </Button>
    </Form>
  )
}

function Fields({ t, language, found, change }: Props) {
  const { fields, shape } = change
  if (fields.length === 0 && !shape) return null
  const number = (n: number) => formatNumber(Math.round(n * 100) / 100, language)
  return (
    <ul className="fields-changed">
      {fields.map(({ field, before, after }) => (
        <li key={field}>
          {nameOf(t, language, found, field)}
          {change.hand?.fields.includes(field) && ` (${t.byHand})`}:{' '}
          <del>{valueText(language, found, field, before)}</del> →{' '}
          <ins>{valueText(language, found, field, after)}</ins>
        </li>
      ))}
      {shape && (
        <li>
          {t.shape}:{' '}
          {[
            shape.moved === null ? null : t.shapeMoved(number(shape.moved)),
            shape.areaBefore === null || shape.areaAfter === null
              ? null
              : t.shapeArea(number(shape.areaBefore), number(shape.areaAfter)),
          ]
            .filter((part) => part !== null)
            .join('; ') || t.shapeOther}
        </li>
      )}
    </ul>
  )
}

function nameOf(t: ImportMessages, language: Language, { fields }: FoundReview, key: string): string {
  if (key === 'stage') return t.stage
  if (key === 'accuracy') return t.accuracy
  return fields.find((field) => field.key === key)?.name[language] ?? key
}

function valueText(
  language: Language,
  { fields, names }: FoundReview,
  key: string,
  value: string | number | boolean | null,
): string {
  if (value === null) return '–'
  const words = registerMessages[language]
  const field = fields.find((one) => one.key === key)
  if (key === 'stage') return words.stages[value as keyof typeof words.stages]
  return field ? cellText(field, value, names, language, words) : String(value)
}
