import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import { Chip, Marked } from '../../../../ui/public/parts.tsx'
import { publicWords } from '../../messages/public.ts'
import { excerpt, search, type SearchEntry, type SearchResult } from '../../rules/search.ts'
import { pageMeta } from './meta.ts'
import { SearchForm } from './parts.tsx'
import { clausePath, pathOf, taskPath } from './paths.ts'
import { targetAnchor } from './target-card.tsx'
import { viewOf } from './view.ts'

export function loader(args: LoaderFunctionArgs) {
  const { view, origin, url, language } = viewOf(args)
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, 200)
  return {
    origin,
    language,
    path: url.pathname,
    town: view.plan.state.town,
    query,
    results: query === '' ? [] : search(view.search, query),
  }
}

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const words = publicWords(loaderData.language)
  const title = [loaderData.query, words.searchTitle, words.siteOf(loaderData.town)]
    .filter(Boolean)
    .join(' · ')
  return [
    ...pageMeta({ ...loaderData, title, description: words.description(loaderData.town) }),
    { name: 'robots', content: 'noindex' },
  ]
}

export default function SearchPage() {
  const { language, query, results } = useLoaderData<typeof loader>()
  const words = publicWords(language)
  return (
    <>
      <h1>{words.searchTitle}</h1>
      <SearchForm language={language} query={query} />
      {query !== '' && results.length > 0 && (
        <section aria-labelledby="found" className="flow">
          <p id="found">{words.searchFound(results.length, query)}</p>
          <div>
            {results.map((result) => (
              <Result key={`${result.entry.kind} ${result.entry.ref}`} result={result} language={language} />
            ))}
          </div>
        </section>
      )}
      {query !== '' && results.length === 0 && <Nothing language={language} query={query} />}
    </>
  )
}

function Result({ result, language }: { readonly result: SearchResult; readonly language: Language }) {
  const words = publicWords(language)
  const { entry, titleHits, textHits } = result
  const cut = excerpt(entry.text, textHits)
  return (
    <article className="result flow">
      <h2>
        <Chip>{words.kinds[entry.kind]}</Chip>{' '}
        <a href={addressOf(entry, language)} lang="vi">
          {entry.title === '' ? nameOf(entry, language) : <Marked text={entry.title} hits={titleHits} />}
        </a>
      </h2>
      <p lang="vi">
        <Marked text={cut.text} hits={cut.hits} />
      </p>
    </article>
  )
}

function nameOf(entry: SearchEntry, language: Language): string {
  const words = publicWords(language)
  if (entry.kind === 'clause') return words.clauseOf(entry.ref)
  if (entry.kind === 'footnote') return words.footnote(Number(entry.ref))
  return entry.kind === 'assignment'
    ? words.assignment(entry.no ?? entry.ref)
    : words.task(entry.no ?? entry.ref)
}

/** Where a result leads: the place where the thing itself stands. */
function addressOf(entry: SearchEntry, language: Language): string {
  switch (entry.kind) {
    case 'task':
      return taskPath(entry.ref, language)
    case 'target':
      return `${pathOf('targets', language)}#${targetAnchor(entry.ref)}`
    case 'clause':
      return clausePath(entry.ref, language)
    case 'assignment':
      return `${pathOf('organisation', language)}#${entry.ref}`
    case 'footnote':
      return `${pathOf('plan', language)}#note-${entry.ref}`
  }
}

function Nothing({ language, query }: { readonly language: Language; readonly query: string }) {
  const words = publicWords(language)
  return (
    <div className="empty flow">
      <p>{words.searchNone(query)}</p>
      <ul>
        {words.searchTips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      <p>
        <a href={pathOf('byBody', language)}>{words.byBody}</a> ·{' '}
        <a href={pathOf('byTime', language)}>{words.byTime}</a>
      </p>
    </div>
  )
}
