import { Fragment } from 'react'
import type { Language } from '../../../../domain/fault.ts'
import { Chip } from '../../../../ui/public/parts.tsx'
import { Tabs } from '../../../../ui/public/shell.tsx'
import { publicWords } from '../../messages/public.ts'
import type { PublishedBody, PublishedTask } from '../../model/published.ts'
import { slugOf } from '../../rules/address.ts'
import { taskRoles, timeKindOf } from '../../rules/tasks.ts'
import { clausePath, pathOf, taskPath, type PageName } from './paths.ts'

interface Spoken {
  readonly language: Language
}

/** A form that works without a script: its answer is a page with an address of its own. */
export function SearchForm({ language, query }: Spoken & { readonly query: string }) {
  const words = publicWords(language)
  return (
    <search>
      <form className="search" action={pathOf('search', language)} method="get">
        <label htmlFor="q">{words.searchLabel}</label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={query}
          maxLength={200}
          aria-describedby="q-hint"
          autoComplete="off"
        />
        <button type="submit">{words.searchButton}</button>
        <p id="q-hint" className="small">
          {words.searchHint}
        </p>
      </form>
    </search>
  )
}

export function TaskTabs({ language, current }: Spoken & { readonly current: PageName }) {
  const words = publicWords(language)
  const names = { tasks: words.byGroup, byBody: words.byBody, byTime: words.byTime, filter: words.filter }
  const links = (['tasks', 'byBody', 'byTime', 'filter'] as const).map((page) => ({
    to: pathOf(page, language),
    text: names[page],
    current: page === current,
  }))
  return <Tabs label={words.views} links={links} />
}

/** The same data as files: a workbook for people, CSV and JSON for programs. */
export function Downloads({ language, table }: Spoken & { readonly table: 'targets' | 'tasks' }) {
  const words = publicWords(language)
  return (
    <p className="small">
      {words.download}: <a href="/api/plan.xlsx">Excel</a> · <a href={`/api/${table}.csv`}>CSV</a> ·{' '}
      <a href={`/api/${table}.json`}>JSON</a>
    </p>
  )
}

/** One task in a list: its text, who, when, and its clause one click away. */
export function TaskItem({
  task,
  language,
  level,
}: Spoken & { readonly task: PublishedTask; readonly level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="task" id={task.key}>
      <div className="task-head">
        <span className="no" aria-hidden="true">
          {task.no}
        </span>
        <Heading lang="vi">
          <a href={taskPath(task.key, language)}>
            <span className="hidden">{publicWords(language).task(task.no)}: </span>
            {task.title ?? firstSentence(task.text)}
          </a>
        </Heading>
      </div>
      <div className="task-body flow">
        <TaskStates task={task} language={language} />
        <TaskBodies task={task} language={language} />
      </div>
    </article>
  )
}

/** The first sentence stands for a task without a title; never cut inside a word. */
export function firstSentence(text: string): string {
  const sentence = /^.+?[.;:](?=\s)/su.exec(text)?.[0] ?? text
  if (sentence.length <= 180) return sentence.replace(/[.;:]$/, '')
  return `${sentence.slice(0, sentence.lastIndexOf(' ', 170))} …`
}

/** Time, output and report of a task, each said, also where there is none. */
export function TaskStates({ task, language }: Spoken & { readonly task: PublishedTask }) {
  const words = publicWords(language)
  const kind = timeKindOf(task)
  return (
    <div className="chips">
      <Chip kind={kind === 'dated' || kind === 'periodic' ? 'set' : 'open'}>
        {words.time}:{' '}
        {task.time.text ? <span lang="vi">{trimmed(task.time.text)}</span> : words.times.unstated}
      </Chip>
      {task.output === null && <Chip kind="open">{words.noOutput}</Chip>}
      <Chip kind="open">{words.noReport}</Chip>
      {task.clause && <a href={clausePath(task.clause, language)}>{words.inDocument}</a>}
    </div>
  )
}

function trimmed(text: string): string {
  return text.trim().replace(/\.$/, '')
}

export function TaskBodies({ task, language }: Spoken & { readonly task: PublishedTask }) {
  const words = publicWords(language)
  return (
    <dl className="bodies">
      {taskRoles
        .filter((role) => task[role].length > 0)
        .map((role) => (
          <Fragment key={role}>
            <dt>{words.roles[role]}</dt>
            <dd>
              <Bodies bodies={task[role]} language={language} />
            </dd>
          </Fragment>
        ))}
    </dl>
  )
}

/** Bodies by name, each leading to all of its tasks; one that the document leaves open is marked so. */
export function Bodies({ bodies, language }: Spoken & { readonly bodies: readonly PublishedBody[] }) {
  const words = publicWords(language)
  return (
    <>
      {bodies.map((body, index) => (
        <span key={body.text}>
          {index > 0 && '; '}
          <a lang="vi" href={`${pathOf('byBody', language)}#${slugOf(body.text)}`}>
            {body.text}
          </a>
          {!body.named && ` (${words.unnamed})`}
        </span>
      ))}
    </>
  )
}
