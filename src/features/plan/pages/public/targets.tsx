import { useLoaderData, type MetaArgs } from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import { Chip, Table } from '../../../../ui/public/parts.tsx'
import { publicWords } from '../../messages/public.ts'
import { valueWords } from '../../messages/values.ts'
import type { PublishedPlan, PublishedTarget } from '../../model/published.ts'
import { targetYears } from '../../rules/targets.ts'
import { sentenceCase } from './document-title.ts'
import { pageMeta } from './meta.ts'
import { Downloads } from './parts.tsx'
import { clausePath, pathOf } from './paths.ts'
import { TargetCard, targetAnchor } from './target-card.tsx'
import { planLoader } from './view.ts'

export const loader = planLoader

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const { plan, language } = loaderData
  const words = publicWords(language)
  const open = plan.targets.filter((target) => target.baseline === null).length
  return pageMeta({
    ...loaderData,
    title: `${words.targets} · ${words.siteOf(plan.state.town)}`,
    description: words.targetsMore(plan.targets.length, open),
  })
}

export default function TargetsPage() {
  const { plan, language } = useLoaderData<typeof loader>()
  const words = publicWords(language)
  return (
    <>
      <header className="flow">
        <h1>{words.targets}</h1>
        <p className="lead">
          {words.targetsMore(plan.targets.length, plan.targets.filter((target) => !target.baseline).length)}.
        </p>
      </header>
      <TargetTable plan={plan} language={language} />
      <Downloads language={language} table="targets" />
      <section className="flow" aria-labelledby="charts">
        <h2 id="charts">{words.charts}</h2>
        <p className="soft">{words.chartLegend}</p>
        <div className="charts">
          {plan.targets.map((target) => (
            <TargetCard key={target.key} target={target} language={language} />
          ))}
        </div>
      </section>
    </>
  )
}

interface TableProps {
  readonly plan: PublishedPlan
  readonly language: Language
}

function TargetTable({ plan, language }: TableProps) {
  const words = publicWords(language)
  const years = targetYears(plan)
  const undated = plan.targets.some((target) => target.values.some((value) => value.year === null))
  return (
    <Table
      caption={words.tableOf}
      columns={[
        { key: 'indicator', head: words.indicator },
        { key: 'baseline', head: words.baseline },
        ...years.map((year) => ({ key: String(year), head: words.toYear(year) })),
        ...(undated ? [{ key: 'undated', head: words.noYear }] : []),
        { key: 'result', head: words.result },
        { key: 'clause', head: words.clause },
      ]}
      rows={plan.targets.map((target) => ({
        key: target.key,
        id: targetAnchor(target.key),
        cells: {
          indicator: <Indicator target={target} language={language} />,
          baseline: <Baseline target={target} language={language} />,
          ...Object.fromEntries(years.map((year) => [year, valuesFor(target, year, language)])),
          undated: valuesFor(target, null, language),
          result: <Chip kind="open">{words.noReport}</Chip>,
          clause: target.clause && (
            <a href={clausePath(target.clause, language)}>{words.clauseOf(target.clause)}</a>
          ),
        },
      }))}
    />
  )
}

interface TargetProps {
  readonly target: PublishedTarget
  readonly language: Language
}

function Indicator({ target, language }: TargetProps) {
  const words = publicWords(language)
  return (
    <>
      <span lang="vi">{sentenceCase(target.indicator)}</span>
      {target.footnotes.map((no) => (
        <sup key={no}>
          {' '}
          <a href={`${pathOf('plan', language)}#note-${no}`} aria-label={words.footnote(no)}>
            ({no})
          </a>
        </sup>
      ))}
      {target.scope && (
        <span className="small soft" lang="vi">
          <br />
          {target.scope}
        </span>
      )}
    </>
  )
}

function Baseline({ target, language }: TargetProps) {
  const words = publicWords(language)
  if (!target.baseline) return <Chip kind="open">{words.noBaseline}</Chip>
  return (
    <>
      {valueWords(target.baseline, target.unit, language)}{' '}
      <span className="soft">({words.baselineYear(target.baseline.year)})</span>
    </>
  )
}

function valuesFor(target: PublishedTarget, year: number | null, language: Language) {
  const values = target.values.filter((value) => value.year === year)
  if (values.length === 0) return <span className="soft">{publicWords(language).noValue}</span>
  return values.map((value) => valueWords(value, target.unit, language)).join('; ')
}
