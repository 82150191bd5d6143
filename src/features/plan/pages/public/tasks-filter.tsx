import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import { publicWords } from '../../messages/public.ts'
import { bodyIndex, filterTasks, timeKinds, type TaskFilter } from '../../rules/tasks.ts'
import { pageMeta } from './meta.ts'
import { TaskItem, TaskTabs } from './parts.tsx'
import { pathOf } from './paths.ts'
import { viewOf } from './view.ts'

/** Longest query read: what is longer comes from no form of ours. */
const longestQuery = 200

export function loader(args: LoaderFunctionArgs) {
  const { view, origin, url, language } = viewOf(args)
  const { tasks, state } = view.plan
  const read = (name: string) => (url.searchParams.get(name) ?? '').slice(0, longestQuery)
  const filter: TaskFilter = { body: read('co-quan'), time: read('thoi-gian'), query: read('q') }
  return {
    origin,
    language,
    path: url.pathname,
    town: state.town,
    filter,
    found: filterTasks(tasks, filter),
    of: tasks.length,
    bodies: bodyIndex(tasks).map(({ slug, body }) => ({ slug, text: body.text })),
  }
}

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const words = publicWords(loaderData.language)
  const title = `${words.tasks}: ${words.filter.toLowerCase()} · ${words.siteOf(loaderData.town)}`
  return pageMeta({ ...loaderData, title, description: words.description(loaderData.town) })
}

export default function TasksFilterPage() {
  const { language, filter, found, of, bodies } = useLoaderData<typeof loader>()
  const words = publicWords(language)
  return (
    <>
      <header className="flow">
        <h1>
          {words.tasks}: {words.filter.toLowerCase()}
        </h1>
        <TaskTabs language={language} current="filter" />
      </header>
      <FilterForm language={language} filter={filter} bodies={bodies} />
      <section className="flow" aria-labelledby="found">
        <h2 id="found">{words.filterFound(found.length, of)}</h2>
        {found.length === 0 && (
          <p className="empty">
            {words.filterNone} <a href={pathOf('filter', language)}>{words.filterReset}</a>
          </p>
        )}
        <div>
          {found.map((task) => (
            <TaskItem key={task.key} task={task} language={language} level={3} />
          ))}
        </div>
      </section>
    </>
  )
}

interface FormProps {
  readonly language: Language
  readonly filter: TaskFilter
  readonly bodies: readonly { readonly slug: string; readonly text: string }[]
}

function FilterForm({ language, filter, bodies }: FormProps) {
  const words = publicWords(language)
  return (
    <form className="form card" action={pathOf('filter', language)} method="get">
      <div>
        <label htmlFor="body">{words.body}</label>
        <select id="body" name="co-quan" defaultValue={filter.body}>
          <option value="">{words.any}</option>
          {bodies.map((body) => (
            <option key={body.slug} value={body.slug} lang="vi">
              {body.text}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="time">{words.time}</label>
        <select id="time" name="thoi-gian" defaultValue={filter.time}>
          <option value="">{words.any}</option>
          {timeKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.times[kind]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="words">{words.words}</label>
        <input id="words" name="q" type="search" defaultValue={filter.query} maxLength={longestQuery} />
      </div>
      <button type="submit">{words.filterButton}</button>
    </form>
  )
}
