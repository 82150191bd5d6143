import { useLoaderData, type MetaArgs } from 'react-router'
import { Facts } from '../../../../ui/public/parts.tsx'
import { formatDay } from '../../../../ui/format.ts'
import { publicWords } from '../../messages/public.ts'
import { pageMeta } from './meta.ts'
import { planLoader } from './view.ts'

export const loader = planLoader

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const words = publicWords(loaderData.language)
  const title = `${words.data} · ${words.siteOf(loaderData.plan.state.town)}`
  return pageMeta({ ...loaderData, title, description: words.filesLead })
}

export default function DataPage() {
  const { plan, language } = useLoaderData<typeof loader>()
  const words = publicWords(language)
  return (
    <>
      <header className="flow">
        <h1>{words.data}</h1>
        <p className="lead">{words.filesLead}</p>
      </header>
      <section className="flow" aria-labelledby="files">
        <h2 id="files">{words.files}</h2>
        <ul className="flow card">
          {words.fileRows.map(([path, what]) => (
            <li key={path}>
              <a href={path} className="code">
                {path}
              </a>
              <br />
              {what}
            </li>
          ))}
        </ul>
      </section>
      <section className="card flow" aria-labelledby="check">
        <h2 id="check">{words.digest}</h2>
        <p>{words.digestMore}</p>
        <Facts
          rows={[
            { name: words.sourceDigest, value: <span className="code">{plan.source}</span> },
            {
              name: `${words.revision} ${plan.state.revision.number}`,
              value: <span className="code">{plan.state.revision.digest}</span>,
            },
            { name: words.asOf, value: formatDay(plan.state.asOf) },
          ]}
        />
      </section>
    </>
  )
}
