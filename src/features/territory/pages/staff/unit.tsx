import './staff.css'
import { Anchor, Badge, Title } from '@mantine/core'
import { Link, useLoaderData, useLocation, type LoaderFunctionArgs } from 'react-router'
import { dayText } from '../../../../domain/day-text.ts'
import type { Language } from '../../../../domain/fault.ts'
import { languageOf } from '../../../../ui/language.ts'
import { orRefuse } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import type { ShownMove } from '../../actions/use-cases.ts'
import { territoryStaffWords } from '../../messages/staff.ts'
import { isDecided } from '../../model.ts'
import { fullName } from '../../rules/names.ts'
import { spanOf } from '../parts.tsx'
import { territoryOf } from './services.ts'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { cases } = await territoryOf(args)
  return orRefuse(cases.unit(args.params['id'] ?? ''))
}

/** A unit with its versions, what it was made of and what became of it, decided or proposed. */
export default function StaffUnit() {
  const { versions, before, after } = useLoaderData<typeof loader>()
  const language = languageOf(useLocation().pathname)
  const t = territoryStaffWords(language)
  const last = versions.at(-1)
  if (!last) return null
  return (
    <>
      <title>{fullName(last)}</title>
      <p>
        <Anchor component={Link} to={staffPath(language, '/don-vi')}>
          {t.back}
        </Anchor>
      </p>
      <Title order={1} size="h2">
        {fullName(last)} ({last.code})
      </Title>
      <Title order={2} size="h3">
        {t.versions}
      </Title>
      <ul>
        {versions.map((unit) => (
          <li key={unit.from}>
            {fullName(unit)}, {t.code} {unit.code}, {spanOf(unit, language)}:{' '}
            {unit.document?.number ?? t.noDocument}
          </li>
        ))}
      </ul>
      <Moves title={t.before} moves={before} end="before" language={language} />
      <Moves title={t.after} moves={after} end="after" language={language} />
    </>
  )
}

interface MovesProps {
  readonly title: string
  readonly moves: readonly ShownMove[]
  readonly end: 'before' | 'after'
  readonly language: Language
}

function Moves({ title, moves, end, language }: MovesProps) {
  const t = territoryStaffWords(language)
  return (
    <section>
      <Title order={2} size="h3">
        {title}
      </Title>
      {moves.length === 0 && <p>{t.nothing}</p>}
      <ul>
        {moves.map((move) => (
          <li key={`${move.from} ${move.to} ${move.day}`}>
            <Anchor component={Link} underline="always" to={staffPath(language, `/don-vi/${move[end].id}`)}>
              {fullName(move[end])} ({move[end].code})
            </Anchor>
            , {t[move.part]}, {dayText(move.day)}: {move.document?.number ?? t.noDocument}{' '}
            {!isDecided(move) && (
              <Badge variant="outline" color="dark">
                {t.proposal}: {t.basis[move.basis]}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
