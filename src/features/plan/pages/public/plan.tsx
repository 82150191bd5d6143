import { useLoaderData, type MetaArgs } from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import { formatDay } from '../../../../ui/format.ts'
import { Facts } from '../../../../ui/public/parts.tsx'
import { publicWords } from '../../messages/public.ts'
import type { PublishedPlan } from '../../model/published.ts'
import { Clause, notesIn, type ClauseLinks } from './clause.tsx'
import { documentTitle, sentenceCase } from './document-title.ts'
import { pageMeta } from './meta.ts'
import { pathOf, taskPath } from './paths.ts'
import { targetAnchor } from './target-card.tsx'
import { planLoader } from './view.ts'

export const loader = planLoader

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const words = publicWords(loaderData.language)
  const { town } = loaderData.plan.state
  return pageMeta({
    ...loaderData,
    title: `${words.plan} · ${words.siteOf(town)}`,
    description: documentTitle(loaderData.plan.document),
  })
}

export default function PlanPage() {
  const { plan, language } = useLoaderData<typeof loader>()
  const words = publicWords(language)
  const links = linksOf(plan, language)
  const places = notePlaces(plan)
  const headings = plan.clauses.filter((clause) => clause.heading && depthOf(clause.id) <= 2)
  return (
    <>
      <header className="flow">
        <p className="soft" lang="vi">
          {plan.document.issuer}
        </p>
        <h1 className="long-title" lang="vi">
          {documentTitle(plan.document)}
        </h1>
      </header>
      <Head plan={plan} language={language} />
      <nav className="card flow" aria-labelledby="contents">
        <h2 id="contents">{words.contents}</h2>
        <ol className="toc" lang="vi">
          {headings.map((clause) => (
            <li key={clause.id} className={`level-${depthOf(clause.id)}`}>
              <a href={`#${clause.id}`}>
                {clause.no}. {titleOf(clause.text)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div lang="vi">
        {plan.clauses.map((clause) => (
          <Clause
            key={clause.id}
            clause={clause}
            depth={depthOf(clause.id)}
            links={links.get(clause.id) ?? []}
            notes={[...places].filter(([, id]) => id === clause.id).map(([no]) => no)}
          />
        ))}
      </div>
      <Notes plan={plan} language={language} />
    </>
  )
}

/** The first line of a clause, without the sentence that may follow a heading on the same line. */
function titleOf(text: string): string {
  return text.split('\n')[0]?.replace(/[:.]$/, '') ?? ''
}

function depthOf(id: string): number {
  return id.split('.').length
}

/** The clause where each footnote is marked first; a note whose mark was lost in scanning has none. */
function notePlaces(plan: PublishedPlan): Map<number, string> {
  const places = new Map<number, string>()
  for (const clause of plan.clauses)
    for (const no of notesIn(clause.text)) if (!places.has(no)) places.set(no, clause.id)
  return places
}

/** From each clause to what was read out of it: the other half of "one click away". */
function linksOf(plan: PublishedPlan, language: Language): Map<string, ClauseLinks> {
  const words = publicWords(language)
  const links = new Map<string, { to: string; text: string }[]>()
  const add = (clause: string | null, to: string, text: string) => {
    if (clause !== null) links.set(clause, [...(links.get(clause) ?? []), { to, text }])
  }
  for (const task of plan.tasks) add(task.clause, taskPath(task.key, language), words.task(task.no))
  for (const target of plan.targets)
    add(
      target.clause,
      `${pathOf('targets', language)}#${targetAnchor(target.key)}`,
      `${words.indicator}: ${sentenceCase(target.indicator)}`,
    )
  for (const item of plan.assignments)
    add(item.clause, `${pathOf('organisation', language)}#${item.key}`, words.assignment(item.no))
  return links
}

function Head({ plan, language }: { readonly plan: PublishedPlan; readonly language: Language }) {
  const words = publicWords(language)
  const { document } = plan
  const period = words.horizonTo(document.horizon?.to ?? null, document.horizon?.vision ?? null)
  const signer = [document.signer?.onBehalfOf, document.signer?.title].filter(Boolean).join(', ')
  return (
    <section className="card flow">
      <Facts
        rows={[
          { name: words.number, value: document.number ?? words.notStated },
          { name: words.issuedOn, value: document.issuedOn ? formatDay(document.issuedOn) : words.notStated },
          { name: words.validFrom, value: formatDay(plan.validFrom) },
          { name: words.horizon, value: period || words.notStated },
          { name: words.signer, value: <span lang="vi">{signer || words.notStated}</span> },
          { name: words.basis, value: <Basis plan={plan} language={language} /> },
        ]}
      />
    </section>
  )
}

function Basis({ plan, language }: { readonly plan: PublishedPlan; readonly language: Language }) {
  if (plan.basis.length === 0) return publicWords(language).notStated
  return (
    <ul lang="vi">
      {plan.basis.map((basis) => (
        <li key={basis.text}>{basis.text}</li>
      ))}
    </ul>
  )
}

function Notes({ plan, language }: { readonly plan: PublishedPlan; readonly language: Language }) {
  const words = publicWords(language)
  if (plan.footnotes.length === 0) return null
  const places = notePlaces(plan)
  return (
    <section className="flow" aria-labelledby="footnotes">
      <h2 id="footnotes">{words.footnotes}</h2>
      <ol>
        {plan.footnotes.map((note) => (
          <li key={note.no} className="note" id={`note-${note.no}`}>
            <span className="no" aria-hidden="true">
              ({note.no})
            </span>
            <div lang="vi" className="flow">
              {note.text.split('\n').map((line) => (
                <p key={line}>{line}</p>
              ))}
              {places.has(note.no) && (
                <a className="small" href={`#note-ref-${note.no}`} lang={language}>
                  {words.backToText(note.no)}
                </a>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
