import { data, useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router'
import { publicWords } from '../../messages/public.ts'
import { taskGroups } from '../../rules/tasks.ts'
import { pageMeta } from './meta.ts'
import { firstSentence, TaskBodies, TaskStates } from './parts.tsx'
import { pathOf, taskPath } from './paths.ts'
import { viewOf } from './view.ts'

export function loader(args: LoaderFunctionArgs) {
  const { view, origin, url, language } = viewOf(args)
  const { tasks, state } = view.plan
  const index = tasks.findIndex((task) => task.key === args.params['key'])
  const task = tasks[index]
  if (!task) throw data(null, { status: 404 })
  const group = taskGroups(view.plan).find((each) => each.tasks.includes(task))
  return {
    origin,
    language,
    path: url.pathname,
    town: state.town,
    task,
    group: group ? { key: group.key, heading: group.heading } : null,
    previous: tasks[index - 1] ?? null,
    next: tasks[index + 1] ?? null,
  }
}

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const { task, language, town } = loaderData
  const words = publicWords(language)
  return pageMeta({
    ...loaderData,
    title: `${words.task(task.no)} · ${words.siteOf(town)}`,
    description: task.title ?? firstSentence(task.text),
  })
}

export default function TaskPage() {
  const { task, group, language, previous, next } = useLoaderData<typeof loader>()
  const words = publicWords(language)
  return (
    <article className="stack">
      <header className="flow">
        {group?.heading && (
          <p className="soft" lang="vi">
            <a href={`${pathOf('tasks', language)}#group-${group.key}`}>
              {group.heading.no}. {group.heading.text.split('\n')[0]}
            </a>
          </p>
        )}
        <h1>{words.task(task.no)}</h1>
        {task.title && (
          <p className="lead" lang="vi">
            {task.title}
          </p>
        )}
        <TaskStates task={task} language={language} />
      </header>
      <section className="card flow" aria-labelledby="content">
        <h2 id="content">{words.content}</h2>
        <div lang="vi" className="flow">
          {task.text.split('\n').map((line) => (
            <p key={line} className="lead">
              {line}
            </p>
          ))}
        </div>
        <TaskBodies task={task} language={language} />
        {task.output && (
          <p>
            <b>{words.output}:</b> <span lang="vi">{task.output}</span>
          </p>
        )}
      </section>
      <nav className="pager" aria-label={words.tasks}>
        {previous ? (
          <a rel="prev" href={taskPath(previous.key, language)}>
            ← {words.task(previous.no)}
          </a>
        ) : (
          <span />
        )}
        {next && (
          <a rel="next" href={taskPath(next.key, language)}>
            {words.task(next.no)} →
          </a>
        )}
      </nav>
    </article>
  )
}
