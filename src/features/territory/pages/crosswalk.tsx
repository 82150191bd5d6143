import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router'
import { addDays } from '../../../domain/day.ts'
import type { Language } from '../../../domain/fault.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Table } from '../../../ui/public/parts.tsx'
import { certaintyWords } from '../messages/cli.ts'
import { territoryWords } from '../messages/pages.ts'
import type { UnitVersion } from '../model.ts'
import { publishedPolygons } from '../rules/areas.ts'
import { crosswalk, type CrosswalkRow } from '../rules/crosswalk.ts'
import { unitPaths } from '../rules/paths.ts'
import { changeDays } from '../rules/timeline.ts'
import { UnitLink, UnitLinks } from './parts.tsx'
import { dayAsked, unitsMeta, unitsOf } from './view.ts'

export function loader(args: LoaderFunctionArgs) {
  const { territory, origin, path, language, url } = unitsOf(args)
  // Where no days are asked for, those around the last change of units.
  const last = changeDays(territory, 'commune').at(-1)
  const to = dayAsked(url, 'to') ?? last ?? null
  const from = dayAsked(url, 'from') ?? (last ? addDays(last, -1) : null)
  const made =
    from && to
      ? crosswalk(territory, { from, to, polygons: publishedPolygons(territory.areas, from, to) })
      : null
  return { origin, path, language, made, plane: territory.areas?.plane ?? null }
}

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  return loaderData ? unitsMeta({ ...loaderData, title: territoryWords(loaderData.language).crosswalk }) : []
}

export default function CrosswalkPage() {
  const { language, made, plane } = useLoaderData<typeof loader>()
  const words = territoryWords(language)
  return (
    <>
      <header className="flow">
        <h1>{words.crosswalk}</h1>
        <p className="lead">{words.crosswalkLead}</p>
      </header>
      <form className="search" action={unitPaths[language].crosswalk} method="get">
        <label htmlFor="from">{words.fromLabel}</label>
        <input id="from" name="from" type="date" defaultValue={made?.from} />
        <label htmlFor="to">{words.toLabel}</label>
        <input id="to" name="to" type="date" defaultValue={made?.to} />
        <button type="submit">{words.compare}</button>
      </form>
      {made && (
        <section className="flow" aria-label={words.crosswalk}>
          <Rows rows={made.rows} language={language} />
          <p className="small">
            {words.tolerance(`${formatNumber(made.tolerance * 100, language)} %`)}
            {plane === null ? '' : ` ${words.measured(plane)}`}
          </p>
          <Unmatched
            title={words.uncovered}
            units={made.uncovered.map(({ unit }) => unit)}
            language={language}
          />
          <Unmatched
            title={words.disagreements}
            units={made.disagreements.map(({ from }) => from)}
            language={language}
          />
          <Unmatched title={words.lost} units={made.lost} language={language} />
          <Unmatched title={words.came} units={made.found} language={language} />
        </section>
      )}
    </>
  )
}

function Rows({ rows, language }: { readonly rows: readonly CrosswalkRow[]; readonly language: Language }) {
  const words = territoryWords(language)
  const share = (value: number | null) =>
    value === null ? words.unknown : `${formatNumber(Math.round(value * 1000) / 10, language)} %`
  const km2 = (m2: number) => formatNumber(Math.round(m2 / 10_000) / 100, language)
  return (
    <Table
      caption={words.crosswalk}
      columns={[
        { key: 'from', head: words.fromLabel },
        { key: 'to', head: words.toLabel },
        { key: 'area', head: words.shareArea },
        { key: 'people', head: words.sharePeople },
        { key: 'certainty', head: words.certainty },
        { key: 'document', head: words.document },
      ]}
      rows={rows.map((row) => ({
        key: `${row.from.id} ${row.to.id}`,
        cells: {
          from: (
            <>
              <UnitLink unit={row.from} language={language} /> ({row.from.code})
            </>
          ),
          to: (
            <>
              <UnitLink unit={row.to} language={language} /> ({row.to.code})
            </>
          ),
          area: (
            <>
              {share(row.area.share)}
              {row.common !== null && <span className="small"> ({km2(row.common)} km²)</span>}
            </>
          ),
          people: share(row.population.share),
          certainty: certaintyWords(row.area.certainty, language),
          document: row.documents.map(({ number }) => number).join(', ') || words.noDocument,
        },
      }))}
    />
  )
}

function Unmatched({
  title,
  units,
  language,
}: {
  readonly title: string
  readonly units: readonly UnitVersion[]
  readonly language: Language
}) {
  if (units.length === 0) return null
  return (
    <p>
      {title}: <UnitLinks units={units} language={language} />
    </p>
  )
}
