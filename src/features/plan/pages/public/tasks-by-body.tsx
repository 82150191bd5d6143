import { useLoaderData, type MetaArgs } from 'react-router'
import { Chip } from '../../../../ui/public/parts.tsx'
import { publicWords } from '../../messages/public.ts'
import { bodyIndex, taskRoles, type BodyEntry } from '../../rules/tasks.ts'
import type { Language } from '../../../../domain/fault.ts'
import { sentenceCase } from './document-title.ts'
import { pageMeta } from './meta.ts'
import { firstSentence, TaskTabs } from './parts.tsx'
import { taskPath } from './paths.ts'
import { planLoader } from './view.ts'

export const loader = planLoader

export function meta({ loaderData }: MetaArgs<typeof loader>) {
  if (!loaderData) return []
  const { plan, language } = loaderData
  const words = publicWords(language)
  const title = `${words.tasks}: ${words.byBody.toLowerCase()} · ${words.siteOf(plan.state.town)}`
  return pageMeta({ ...loaderData, title, description: words.description(plan.state.town) })
}

export default function TasksByBodyPage() {
  const { plan, language } = useLoaderData<typeof loader>()
  const words = publicWords(language)
  return (
    <>
      <header className="flow">
        <h1>
          {words.tasks}: {words.byBody.toLowerCase()}
        </h1>
        <TaskTabs language={language} current="byBody" />
      </header>
      {bodyIndex(plan.tasks).map((entry) => (
        <Body key={entry.slug} entry={entry} language={language} />
      ))}
    </>
  )
}

function Body({ entry, language }: { readonly entry: BodyEntry; readonly language: Language }) {
  const words = publicWords(language)
  return (
    <section className="card target flow" id={entry.slug} aria-labelledby={`${entry.slug}-name`}>
      <h2 id={`${entry.slug}-name`} lang="vi">
        {sentenceCase(entry.body.text)} {!entry.body.named && <Chip kind="open">{words.unnamed}</Chip>}
      </h2>
      {taskRoles
        .filter((role) => entry.tasks[role].length > 0)
        .map((role) => (
          <details key={role} open={entry.tasks[role].length <= 6}>
            <summary>
              {words.roles[role]}: {words.bodyCount(entry.tasks[role].length)}
            </summary>
            <ul>
              {entry.tasks[role].map((task) => (
                <li key={task.key} className="task-head">
                  <span className="no" aria-hidden="true">
                    {task.no}
                  </span>
                  <a href={taskPath(task.key, language)} lang="vi">
                    <span className="hidden">{words.task(task.no)}: </span>
                    {task.title ?? firstSentence(task.text)}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  )
}
