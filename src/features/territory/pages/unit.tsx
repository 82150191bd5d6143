import { data, useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router'
import type { Language } from '../../../domain/fault.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Facts } from '../../../ui/public/parts.tsx'
import { territoryWords } from '../messages/pages.ts'
import { isDecided, type Move, type Territory, type UnitVersion } from '../model.ts'
import { fullName } from '../rules/names.ts'
import { unitPaths } from '../rules/paths.ts'
import { inForce, movesFrom, movesTo, versionsOf } from '../rules/timeline.ts'
import { Act, Released } from './act.tsx'
import { Decided, spanOf, UnitLink, UnitLinks } from './parts.tsx'
import { unitsMeta, unitsOf } from './view.ts'

export function loader(args: LoaderFunctionArgs) {
  const { territory, origin, path, language } = unitsOf(args)
  const id = args.params['id'] ?? ''
  const versions = versionsOf(territory, id)
  const unit = versions.at(-1)
  if (!unit) throw data(null, { status: 404 })
  return { territory, origin, path, language, id, unit, versions }
}

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const { unit, language } = loaderData
  return unitsMeta({
    ...loaderData,
    title: `${fullName(unit)} (${unit.code}) · ${territoryWords(language).title}`,
  })
}

export default function UnitPage() {
  const { territory, language, id, unit, versions } = useLoaderData<typeof loader>()
  const words = territoryWords(language)
  const reused = territory.units.some((each) => each.code === unit.code && each.id !== id)
  return (
    <>
      <header className="flow">
        <p>
          <a href={unitPaths[language].list}>{words.title}</a>
        </p>
        <h1 lang="vi">{fullName(unit)}</h1>
        <p className="lead">
          {words.code} {unit.code}, {spanOf(unit, language)}
        </p>
        {reused && <p>{words.reused}</p>}
      </header>
      {versions.toReversed().map((version) => (
        <Version key={version.from} version={version} territory={territory} language={language} />
      ))}
      <Moves
        id="before"
        title={words.before}
        none={words.noBefore}
        moves={movesTo(territory, id)}
        end="from"
        territory={territory}
        language={language}
      />
      <Moves
        id="after"
        title={words.after}
        none={unit.to === null ? words.still : words.noAfter}
        moves={movesFrom(territory, id)}
        end="to"
        territory={territory}
        language={language}
      />
      <Members territory={territory} unit={unit} language={language} />
      <Released territory={territory} language={language} />
    </>
  )
}

interface Shown {
  readonly territory: Territory
  readonly language: Language
}

function Version({ version, territory, language }: Shown & { readonly version: UnitVersion }) {
  const words = territoryWords(language)
  const parent = territory.units.find(
    (each) => each.id === version.parent && (inForce(each, version.from) || each.to === null),
  )
  const { population, document } = version
  return (
    <section className="card flow" aria-label={spanOf(version, language)}>
      <Facts
        rows={[
          { name: words.name, value: <span lang="vi">{fullName(version)}</span> },
          { name: words.valid, value: spanOf(version, language) },
          { name: words.parent, value: parent ? <UnitLink unit={parent} language={language} /> : '–' },
          {
            name: words.area,
            value: version.km2 === null ? words.unknown : formatNumber(version.km2, language),
          },
          {
            name: words.population,
            value: population
              ? `${formatNumber(population.count, language)} (${population.on}, ${population.source})`
              : words.unknown,
          },
          {
            name: words.document,
            value: document ? <Act document={document} language={language} /> : words.noDocument,
          },
        ]}
      />
    </section>
  )
}

interface MovesProps extends Shown {
  readonly id: string
  readonly title: string
  readonly none: string
  readonly moves: readonly Move[]
  readonly end: 'from' | 'to'
}

function Moves({ id, title, none, moves, end, territory, language }: MovesProps) {
  const words = territoryWords(language)
  const rows = moves.flatMap((move) => {
    const unit = versionsOf(territory, move[end]).at(end === 'from' ? -1 : 0)
    return unit ? [{ move, unit }] : []
  })
  return (
    <section className="flow" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 && <p>{none}</p>}
      <ul>
        {rows.map(({ move, unit }) => (
          <li key={`${unit.id} ${move.day}`}>
            <UnitLink unit={unit} language={language} /> ({unit.code}),{' '}
            {move.part === 'part' ? words.part : words.whole}
            {move.document && (
              <>
                , <Act document={move.document} language={language} />
              </>
            )}{' '}
            <Decided decided={isDecided(move)} language={language} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Members({ territory, unit, language }: Shown & { readonly unit: UnitVersion }) {
  const members = territory.units.filter(
    (each) => each.parent === unit.id && (each.to === unit.to || each.to === null),
  )
  if (members.length === 0) return null
  return (
    <section className="flow" aria-labelledby="members">
      <h2 id="members">{territoryWords(language).members}</h2>
      <p>
        <UnitLinks units={members} language={language} />
      </p>
    </section>
  )
}
