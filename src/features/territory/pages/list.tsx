import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router'
import type { Day } from '../../../domain/day.ts'
import type { Language } from '../../../domain/fault.ts'
import { formatDay, formatNumber } from '../../../ui/format.ts'
import { Table } from '../../../ui/public/parts.tsx'
import { territoryWords } from '../messages/pages.ts'
import type { Territory, UnitVersion } from '../model.ts'
import { byName, levelOf } from '../rules/names.ts'
import { unitPaths } from '../rules/paths.ts'
import { changeDays, unitOn, unitsOn } from '../rules/timeline.ts'
import { Released } from './act.tsx'
import { FindForm, lastDay, spanOf, UnitLink } from './parts.tsx'
import { unitsMeta, unitsOf } from './view.ts'

export function loader(args: LoaderFunctionArgs) {
  const { territory, origin, path, language } = unitsOf(args)
  return { territory, origin, path, language }
}

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  return loaderData ? unitsMeta({ ...loaderData, title: territoryWords(loaderData.language).title }) : []
}

export default function UnitList() {
  const { territory, language } = useLoaderData<typeof loader>()
  const words = territoryWords(language)
  const days = changeDays(territory, 'commune')
  const sets = days
    .map((day, index) => ({ day, to: days[index + 1] ?? null, units: unitsOn(territory, day, 'commune') }))
    .filter(({ units }) => units.length > 0)
    .toReversed()
  return (
    <>
      <header className="flow">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        {territory.notice && <p>{words.illustration}</p>}
        <Released territory={territory} language={language} />
      </header>
      <FindForm language={language} query="" on="" />
      <p>
        <a href={unitPaths[language].crosswalk}>{words.crosswalk}</a>
      </p>
      {sets.map(({ day, to, units }) => (
        <section key={day} className="flow" aria-labelledby={`set-${day}`}>
          <h2 id={`set-${day}`}>{words.set(units.length, formatDay(day), lastDay(to))}</h2>
          <UnitTable
            caption={words.set(units.length, formatDay(day), lastDay(to))}
            units={units}
            day={day}
            territory={territory}
            language={language}
          />
        </section>
      ))}
      <Above territory={territory} language={language} />
      <section className="flow" aria-labelledby="files">
        <h2 id="files">{words.files}</h2>
        <p>
          <a href="/api/units.json">/api/units.json</a> · <a href="/api/units.geojson">/api/units.geojson</a>
        </p>
      </section>
    </>
  )
}

interface UnitTableProps {
  readonly caption: string
  readonly units: readonly UnitVersion[]
  readonly day: Day
  readonly territory: Territory
  readonly language: Language
}

function UnitTable({ caption, units, day, territory, language }: UnitTableProps) {
  const words = territoryWords(language)
  const columns = (['name', 'code', 'parent', 'area', 'document'] as const).map((key) => ({
    key,
    head: words[key],
  }))
  const rows = units.map((unit) => {
    const parent = unit.parent === null ? null : unitOn(territory, unit.parent, day)
    return {
      key: unit.id,
      cells: {
        name: <UnitLink unit={unit} language={language} />,
        code: unit.code,
        parent: parent ? <UnitLink unit={parent} language={language} /> : '–',
        area: unit.km2 === null ? words.unknown : formatNumber(unit.km2, language),
        document: unit.document?.number ?? words.noDocument,
      },
    }
  })
  return <Table caption={caption} columns={columns} rows={rows} />
}

function Above({ territory, language }: { readonly territory: Territory; readonly language: Language }) {
  const words = territoryWords(language)
  const units = territory.units.filter((unit) => levelOf(unit) !== 'commune').toSorted(byName)
  return (
    <section className="flow" aria-labelledby="above">
      <h2 id="above">{words.above}</h2>
      <ul>
        {units.map((unit) => (
          <li key={`${unit.id} ${unit.from}`}>
            <UnitLink unit={unit} language={language} /> ({unit.code}), {spanOf(unit, language)}
          </li>
        ))}
      </ul>
    </section>
  )
}
