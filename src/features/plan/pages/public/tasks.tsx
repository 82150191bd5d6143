import { useLoaderData, type MetaArgs } from 'react-router'
import { publicWords } from '../../messages/public.ts'
import { taskGroups } from '../../rules/tasks.ts'
import { pageMeta } from './meta.ts'
import { Downloads, TaskItem, TaskTabs } from './parts.tsx'
import { planLoader } from './view.ts'

export const loader = planLoader

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const { plan, language } = loaderData
  const words = publicWords(language)
  return pageMeta({
    ...loaderData,
    title: `${words.tasks} · ${words.siteOf(plan.state.town)}`,
    description: words.tasksMore(plan.tasks.length, taskGroups(plan).length),
  })
}

export default function TasksPage() {
  const { plan, language } = useLoaderData<typeof loader>()
  const words = publicWords(language)
  const groups = taskGroups(plan)
  return (
    <>
      <header className="flow">
        <h1>{words.tasks}</h1>
        <p className="lead">{words.tasksMore(plan.tasks.length, groups.length)}.</p>
        <TaskTabs language={language} current="tasks" />
        <Downloads language={language} table="tasks" />
      </header>
      {groups.map((group) => (
        <section key={group.key} aria-labelledby={`group-${group.key}`} className="flow">
          <h2 id={`group-${group.key}`} lang="vi">
            {group.heading ? `${group.heading.no}. ${group.heading.text.split('\n')[0]}` : words.noTitle}
          </h2>
          <div>
            {group.tasks.map((task) => (
              <TaskItem key={task.key} task={task} language={language} level={3} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}
