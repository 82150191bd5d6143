import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router'
import type { Language } from '../../../domain/fault.ts'
import { formatDay } from '../../../ui/format.ts'
import { territoryWords } from '../messages/pages.ts'
import { findUnits, type FoundUnit, type Namesake } from '../rules/find.ts'
import { formerNames } from '../rules/answer.ts'
import { Decided, FindForm, spanOf, UnitLink, UnitLinks } from './parts.tsx'
import { dayAsked, unitsMeta, unitsOf } from './view.ts'

export function loader(args: LoaderFunctionArgs) {
  const { territory, origin, path, language, url } = unitsOf(args)
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, 200)
  const on = dayAsked(url, 'on')
  const finding = findUnits(territory, query, on)
  const units = finding.units
    .slice(0, 100)
    .map((found) => ({ ...found, formerly: formerNames(territory, found.unit) }))
  return { origin, path, language, query, on, choice: finding.choice, namesakes: finding.namesakes, units }
}

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const title = [loaderData.query, territoryWords(loaderData.language).title].filter(Boolean).join(' · ')
  return [...unitsMeta({ ...loaderData, title }), { name: 'robots', content: 'noindex' }]
}

export default function FindPage() {
  const { language, query, on, units, namesakes, choice } = useLoaderData<typeof loader>()
  const words = territoryWords(language)
  return (
    <>
      <h1>{words.findButton}</h1>
      <FindForm language={language} query={query} on={on ?? ''} />
      {query !== '' && units.length === 0 && <p className="empty">{words.none(query)}</p>}
      {units.length > 0 && (
        <section aria-labelledby="found" className="flow">
          <h2 id="found">{words.found(query, on && formatDay(on))}</h2>
          {choice && <p>{words.choice}</p>}
          {units.map((found) => (
            <Found key={`${found.unit.id} ${found.unit.from}`} found={found} language={language} />
          ))}
        </section>
      )}
      {namesakes.length > 0 && <Namesakes namesakes={namesakes} language={language} />}
    </>
  )
}

function Found({
  found: { unit, by, of, formerly, decided },
  language,
}: {
  readonly found: FoundUnit & { readonly formerly: readonly string[] }
  readonly language: Language
}) {
  const words = territoryWords(language)
  return (
    <article className="result flow">
      <h3>
        <UnitLink unit={unit} language={language} />
      </h3>
      <p>
        {words.code} {unit.code}, {spanOf(unit, language)} <Decided decided={decided} language={language} />
      </p>
      {formerly.length > 0 && (
        <p>
          {words.formerly}: <span lang="vi">{formerly.join(', ')}</span>
        </p>
      )}
      {by === 'later' && (
        <p>
          {words.later}: <UnitLinks units={of} language={language} />
        </p>
      )}
    </article>
  )
}

function Namesakes({
  namesakes,
  language,
}: {
  readonly namesakes: readonly Namesake[]
  readonly language: Language
}) {
  const words = territoryWords(language)
  return (
    <section className="card flow" aria-labelledby="namesakes">
      <h2 id="namesakes">{words.namesake}</h2>
      <ul>
        {namesakes.map(({ unit, heirs }) => (
          <li key={`${unit.id} ${unit.from}`}>
            <UnitLink unit={unit} language={language} /> ({unit.code}), {spanOf(unit, language)}
            {heirs.length > 0 && (
              <>
                ; {words.nowIn} <UnitLinks units={heirs.map((heir) => heir.unit)} language={language} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
