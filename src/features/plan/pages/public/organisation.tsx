import { useLoaderData, type MetaArgs } from 'react-router'
import { Chip } from '../../../../ui/public/parts.tsx'
import { publicWords } from '../../messages/public.ts'
import { pageMeta } from './meta.ts'
import { clausePath } from './paths.ts'
import { planLoader } from './view.ts'

export const loader = planLoader

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const { plan, language } = loaderData
  const words = publicWords(language)
  return pageMeta({
    ...loaderData,
    title: `${words.organisation} · ${words.siteOf(plan.state.town)}`,
    description: words.organisationMore(plan.assignments.length),
  })
}

export default function OrganisationPage() {
  const { plan, language } = useLoaderData<typeof loader>()
  const words = publicWords(language)
  return (
    <>
      <h1>{words.organisation}</h1>
      <section className="flow" aria-labelledby="assignments">
        <h2 id="assignments">{words.assignments}</h2>
        <div>
          {plan.assignments.map((item) => (
            <article key={item.key} className="task flow" id={item.key}>
              <div className="task-head">
                <span className="no" aria-hidden="true">
                  {item.no}
                </span>
                <h3 lang="vi">{item.bodies.map((body) => body.text).join('; ') || words.notStated}</h3>
              </div>
              <div className="task-body flow">
                <p lang="vi">{item.text}</p>
                <div className="chips">
                  <Chip kind="open">{words.noReport}</Chip>
                  {item.clause && <a href={clausePath(item.clause, language)}>{words.inDocument}</a>}
                </div>
              </div>
            </article>
          ))}
        </div>
      </section>
      <section className="flow" aria-labelledby="recipients">
        <h2 id="recipients">{words.recipients}</h2>
        <ul className="card">
          {plan.recipients.map((recipient, index) => (
            <li key={`${index} ${recipient.name}`} lang={recipient.name ? 'vi' : language}>
              {recipient.name ?? words.recipientPerson}
              {recipient.purpose && <span className="soft"> ({recipient.purpose})</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
