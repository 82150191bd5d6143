import { Button, TextInput, Title } from '@mantine/core'
import { Form } from 'react-router'
import { dayText } from '../../../../domain/day-text.ts'
import type { Day } from '../../../../domain/day.ts'
import type { ShownMove } from '../../actions/use-cases.ts'
import type { TerritoryStaffWords } from '../../messages/staff.ts'
import { fullName } from '../../rules/names.ts'

const Hidden = ({ values }: { readonly values: Readonly<Record<string, string>> }) =>
  Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)

interface ProposalsProps {
  readonly proposed: readonly ShownMove[]
  readonly change: Day
  readonly t: TerritoryStaffWords
}

/** What is proposed for a day, by the unit it leads to: one act makes one unit. */
export function Proposals({ proposed, change, t }: ProposalsProps) {
  const groups = [...Map.groupBy(proposed, ({ to }) => to).values()]
  return (
    <section aria-labelledby="de-xuat">
      <Title order={2} size="h3" id="de-xuat">
        {t.proposals(dayText(change) ?? '')}
      </Title>
      {groups.length === 0 && <p>{t.noProposals}</p>}
      {groups.map((moves) => (
        <Group key={moves[0]?.to} moves={moves} t={t} />
      ))}
    </section>
  )
}

function Group({ moves, t }: { readonly moves: readonly ShownMove[]; readonly t: TerritoryStaffWords }) {
  const [first] = moves
  if (!first) return null
  return (
    <article className="unit-proposal">
      <Title order={3} size="h4">
        {fullName(first.after)} ({first.after.code})
      </Title>
      <ul>
        {moves.map((move) => (
          <li key={move.from}>
            {fullName(move.before)} ({move.before.code}): {t[move.part]}, {t.basis[move.basis]}
            <Refuse move={move} t={t} />
          </li>
        ))}
      </ul>
      <details>
        <summary>{t.accept}</summary>
        <Form method="post" className="unit-form">
          <Hidden values={{ step: 'accept', unit: first.to, code: first.after.code, day: first.day }} />
          <TextInput name="document" label={t.number} description={t.numberHint} required maxLength={80} />
          <TextInput name="article" label={t.article} maxLength={80} />
          <Button type="submit">{t.accept}</Button>
        </Form>
      </details>
    </article>
  )
}

function Refuse({ move, t }: { readonly move: ShownMove; readonly t: TerritoryStaffWords }) {
  return (
    <Form method="post">
      <Hidden values={{ step: 'refuse', from: move.from, to: move.to, day: move.day }} />
      <Button
        type="submit"
        variant="outline"
        size="compact-sm"
        aria-label={`${t.refuse}: ${fullName(move.before)}`}
      >
        {t.refuse}
      </Button>
    </Form>
  )
}
