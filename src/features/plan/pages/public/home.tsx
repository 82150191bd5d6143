import { useLoaderData, type MetaArgs } from 'react-router'
import { Facts, Share } from '../../../../ui/public/parts.tsx'
import { formatDay } from '../../../../ui/format.ts'
import { publicWords, type PublicWords } from '../../messages/public.ts'
import type { PublishedPlan } from '../../model/published.ts'
import { knowledgeOf, pointsOf } from '../../rules/targets.ts'
import { taskGroups } from '../../rules/tasks.ts'
import { documentTitle } from './document-title.ts'
import { pageMeta } from './meta.ts'
import { SearchForm } from './parts.tsx'
import { pathOf, type PageName } from './paths.ts'
import { TargetCard } from './target-card.tsx'
import { planLoader } from './view.ts'

export const loader = planLoader

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const { town } = loaderData.plan.state
  const words = publicWords(loaderData.language)
  return pageMeta({ ...loaderData, title: words.siteOf(town), description: words.description(town) })
}

/** How many charts the first page shows: as many as leave it light on a phone. */
const shownCharts = 3

export default function Home() {
  const { plan, language } = useLoaderData<typeof loader>()
  const words = publicWords(language)
  const { document, state } = plan
  const drawn = plan.targets.filter((target) => pointsOf(target).length > 1).slice(0, shownCharts)
  return (
    <>
      <section className="hero" aria-labelledby="title">
        {document.issuer && (
          <p className="kicker" lang="vi">
            {document.issuer}
          </p>
        )}
        <h1 id="title">{words.siteOf(state.town)}</h1>
        <p className="lead">
          {words.horizonTo(document.horizon?.to ?? null, document.horizon?.vision ?? null)}
        </p>
      </section>
      <SearchForm language={language} query="" />
      <Doors plan={plan} words={words} path={(page) => pathOf(page, language)} />
      <Known plan={plan} words={words} />
      {drawn.length > 0 && (
        <section className="flow" aria-labelledby="charts">
          <h2 id="charts">{words.charts}</h2>
          <div className="charts">
            {drawn.map((target) => (
              <TargetCard key={target.key} target={target} language={language} />
            ))}
          </div>
          <p>
            <a href={pathOf('targets', language)}>{words.allTargets(plan.targets.length)}</a>
          </p>
        </section>
      )}
      <section className="card flow" aria-labelledby="whose">
        <h2 id="whose">{words.whose}</h2>
        <p lang="vi">{documentTitle(document)}</p>
        <Facts
          rows={[
            { name: words.issuer, value: <span lang="vi">{document.issuer ?? words.notStated}</span> },
            { name: words.number, value: document.number ?? words.notStated },
            {
              name: words.issuedOn,
              value: document.issuedOn ? formatDay(document.issuedOn) : words.notStated,
            },
            { name: words.validFrom, value: formatDay(plan.validFrom) },
            { name: words.asOf, value: formatDay(state.asOf) },
          ]}
        />
      </section>
    </>
  )
}

interface DoorsProps {
  readonly plan: PublishedPlan
  readonly words: PublicWords
  readonly path: (page: PageName) => string
}

function Doors({ plan, words, path }: DoorsProps) {
  const known = knowledgeOf(plan)
  const doors = [
    ['plan', words.planMore(plan.clauses.length)],
    ['targets', words.targetsMore(known.targets, known.targets - known.targetsWithBaseline)],
    ['tasks', words.tasksMore(known.tasks, taskGroups(plan).length)],
    ['organisation', words.organisationMore(plan.assignments.length)],
  ] as const
  return (
    <div className="cards">
      {doors.map(([page, more]) => (
        <a key={page} className="card" href={path(page)}>
          <b>{words[page]}</b>
          <span>{more}</span>
        </a>
      ))}
    </div>
  )
}

function Known({ plan, words }: Pick<DoorsProps, 'plan' | 'words'>) {
  const known = knowledgeOf(plan)
  const rows = [
    ['baseline', known.targetsWithBaseline, known.targets],
    ['end', known.tasksWithEnd, known.tasks],
    ['output', known.tasksWithOutput, known.tasks],
    ['report', known.reports, known.tasks],
  ] as const
  return (
    <section className="flow" aria-labelledby="known">
      <h2 id="known">{words.known}</h2>
      <p className="soft">{words.knownLead}</p>
      <ul className="known">
        {rows.map(([row, count, of]) => (
          <li key={row}>
            <span>
              <b>{words.knownOf(count, of)}</b> {words.knownRows[row]}
            </span>
            <Share count={count} of={of} label={`${words.knownOf(count, of)} ${words.knownRows[row]}`} />
          </li>
        ))}
      </ul>
    </section>
  )
}
