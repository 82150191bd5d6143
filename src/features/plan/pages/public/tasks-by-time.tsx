import { useLoaderData, type MetaArgs } from 'react-router'
import { publicWords } from '../../messages/public.ts'
import { tasksByTime } from '../../rules/tasks.ts'
import { pageMeta } from './meta.ts'
import { TaskItem, TaskTabs } from './parts.tsx'
import { planLoader } from './view.ts'

export const loader = planLoader

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const { plan, language } = loaderData
  const words = publicWords(language)
  const title = `${words.tasks}: ${words.byTime.toLowerCase()} · ${words.siteOf(plan.state.town)}`
  return pageMeta({ ...loaderData, title, description: words.description(plan.state.town) })
}

export default function TasksByTimePage() {
  const { plan, language } = useLoaderData<typeof loader>()
  const words = publicWords(language)
  return (
    <>
      <header className="flow">
        <h1>
          {words.tasks}: {words.byTime.toLowerCase()}
        </h1>
        <TaskTabs language={language} current="byTime" />
      </header>
      {[...tasksByTime(plan.tasks)].map(([kind, tasks]) => (
        <section key={kind} className="flow" aria-labelledby={kind}>
          <h2 id={kind}>
            {words.times[kind]} ({tasks.length})
          </h2>
          <p className="soft">{words.timesMore[kind]}</p>
          <div>
            {tasks.map((task) => (
              <TaskItem key={task.key} task={task} language={language} level={3} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}
