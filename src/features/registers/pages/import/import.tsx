import '../registers.css'
import './imports.css'
import { Anchor, Button, Text, TextInput, Title } from '@mantine/core'
import {
  Form,
  Link,
  data,
  redirect,
  useActionData,
  useLoaderData,
  useLocation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import { entered } from '../../../../ui/entered.ts'
import { formatDay, formatNumber } from '../../../../ui/format.ts'
import { languageOf } from '../../../../ui/language.ts'
import { orRefuse, refused } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { importMessages, type ImportMessages } from '../../messages/import-pages.ts'
import { issueTexts } from '../../model/import/issue-texts.ts'
import { kindText } from '../../rules/import/issues.ts'
import { loadImport } from './load.ts'
import { ImportHead } from './parts.tsx'
import { ReadLayers } from './read-layers.tsx'
import { sizeText } from './query.ts'
import { home, importsOf } from './services.ts'
import { systemsIn } from './systems.ts'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await importsOf(args)
  const { view, head, issueCounts } = await loadImport(desk, args.params.import ?? '')
  const { cases, actor, may, imports, today } = desk
  const definition = await orRefuse(Promise.resolve().then(() => cases.register(actor, view.register, today)))
  const { crs, operations } = systemsIn(await imports.place())
  const { size, sha256, source, summary, mapping } = view
  return {
    head,
    register: { id: definition.id, name: definition.name },
    mayUndo: may.includes('register.undo'),
    names: Object.fromEntries([...crs, ...operations].map(({ id, name }) => [id, name])),
    says: Object.fromEntries(operations.map(({ id, says }) => [id, says])),
    size,
    sha256,
    source,
    summary,
    layers:
      mapping?.layers.map(({ layer, crs: read, groups, columns, leftColumns }) => ({
        layer,
        crs: read,
        uses: [...Map.groupBy(groups, ({ use }) => use)].map(([use, list]) => ({
          use,
          count: list.reduce((sum, { count }) => sum + count, 0),
        })),
        columns: columns.length,
        left: leftColumns.length,
      })) ?? [],
    issues: issueCounts.map((one) => ({ ...one, weight: issueTexts[one.code].weight })),
  }
}

/** Takes the import back: a job does it. */
export async function action(args: ActionFunctionArgs) {
  const { imports, actor, to } = await importsOf(args)
  const id = args.params.import ?? ''
  const reason = entered(await args.request.formData(), 'reason')
  const done = await refused(imports.undo(actor, id, reason))
  if (done.refusal) return data({ refusal: done.refusal }, { status: done.status })
  return redirect(to(`/${id}?xong=hoan-tac`))
}

/** One import: what was read of the file, how, and what became of it. */
export default function ImportPage() {
  const found = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const language = languageOf(useLocation().pathname)
  const t = importMessages[language]
  const { head, summary } = found
  return (
    <>
      <ImportHead t={t} language={language} view={head} tab="overview" refusal={answer?.refusal ?? null} />
      <Facts t={t} language={language} found={found} />
      {found.layers.length > 0 && <ReadLayers t={t} language={language} found={found} />}
      {summary && <IssueSummary t={t} language={language} found={found} />}
      {(head.state === 'taken' || head.state === 'review') && <Undo t={t} may={found.mayUndo} />}
    </>
  )
}

export type FoundImport = ReturnType<typeof useLoaderData<typeof loader>>

interface Part {
  readonly t: ImportMessages
  readonly language: Language
  readonly found: FoundImport
}

function Facts({ t, language, found }: Part) {
  const { register, summary, size, sha256, source } = found
  const number = (n: number) => formatNumber(n, language)
  const rows: [string, React.ReactNode][] = [
    [
      t.register,
      <Anchor key="r" component={Link} underline="always" to={staffPath(language, `/so-bo/${register.id}`)}>
        {register.name[language]}
      </Anchor>,
    ],
    [t.size, sizeText(size, number)],
    [t.digest, sha256],
  ]
  if (summary) {
    const { counts, sums, format, from } = summary
    const kinds = (['new', 'changed', 'gone', 'same'] as const).map(
      (k) => `${number(counts[k])} ${t.kinds[k]}`,
    )
    rows.unshift([t.format, format])
    rows.push(
      [t.from, formatDay(from)],
      [t.counts, kinds.join(', ')],
      [
        t.sums,
        t.sumsOf({
          features: number(sums.features),
          entries: number(sums.entries),
          lines: number(sums.lines),
          labels: number(sums.labels),
          left: number(sums.left),
          built: number(sums.built),
        }),
      ],
    )
  }
  if (source !== null) rows.push([t.source, `${source} (${t.sourceHint})`])
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function IssueSummary({ t, language, found }: Part) {
  const number = (n: number) => formatNumber(n, language)
  const base = staffPath(language, `${home}/${found.head.id}/van-de`)
  return (
    <>
      <Title order={2} size="h3" mt="md">
        {t.tabs.issues}
      </Title>
      {found.issues.length === 0 && <Text>{t.noIssues}</Text>}
      {(['fault', 'question', 'note'] as const).map((weight) => {
        const own = found.issues.filter((one) => one.weight === weight)
        const count = own.reduce((sum, one) => sum + one.count, 0)
        const open = own.reduce((sum, one) => sum + one.count - one.mended, 0)
        return own.length === 0 ? null : (
          <section key={weight} aria-label={t.weights[weight]}>
            <strong>{t.weights[weight]}</strong>:{' '}
            {weight === 'note'
              ? number(count)
              : open === count
                ? t.issuesAll(number(count))
                : t.issuesOf(number(open), number(count))}
            <ul>
              {own.map((one) => (
                <li key={one.code}>
                  <Anchor component={Link} underline="always" to={`${base}?ma=${one.code}`}>
                    {kindText(one.code, language)}
                  </Anchor>{' '}
                  ({number(one.count)})
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function Undo({ t, may }: { readonly t: ImportMessages; readonly may: boolean }) {
  if (!may) return <p className="hint">{t.undoNot}</p>
  return (
    <details>
      <summary>{t.undo}</summary>
      <Form method="post" className="form">
        <p>{t.undoHint}</p>
        <TextInput name="reason" label={t.reason} required maxLength={1000} />
        <Button type="submit" variant="outline">
          {t.undo}
        </Button>
      </Form>
    </details>
  )
}
