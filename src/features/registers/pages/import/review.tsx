import '../registers.css'
import './imports.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
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
import { formatNumber } from '../../../../ui/format.ts'
import { languageOf } from '../../../../ui/language.ts'
import { orRefuse, refused } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { importMessages } from '../../messages/import-pages.ts'
import { changeKinds } from '../../model/import/run.ts'
import { geometryChange } from '../../rules/import/shape-change.ts'
import { codeNames } from '../cells.ts'
import { withQuery } from '../query.ts'
import { ChangeItem } from './change-item.tsx'
import { ImportMap } from './import-map.tsx'
import { inSight } from './in-sight.ts'
import { loadImport } from './load.ts'
import { ImportHead } from './parts.tsx'
import { changesAsked, choiceOf, perPage } from './query.ts'
import { home, importsOf } from './services.ts'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await importsOf(args)
  const { imports, actor, cases, law, today, url, ground, may } = desk
  const id = args.params.import ?? ''
  const { view, head, changeCounts } = await loadImport(desk, id)
  const asked = changesAsked(url.searchParams)
  const query = { ...asked, limit: perPage }
  const { changes } = await orRefuse(imports.changes(actor, id, query))
  const posts = changes.some(({ hand }) => hand) ? await desk.postNames() : {}
  const moved = changes.some(({ kind, fields }) => kind === 'changed' && fields.some(isShape))
  const shapes = moved ? await orRefuse(imports.changeShapes(actor, id, query)) : []
  const definition = await orRefuse(Promise.resolve().then(() => cases.register(actor, view.register, today)))
  return {
    head,
    asked,
    mayDecide: may.includes('register.import'),
    register: definition.id,
    fields: definition.fields.map(({ key, name, type, unit }) => ({ key, name, type, unit })),
    names: codeNames(definition, law, today),
    counts: changeCounts,
    changes: changes.map((change) => {
      const shape = shapes.find(({ entry }) => entry === change.entry)
      return {
        ...change,
        hand: change.hand && { ...change.hand, post: posts[change.hand.post] ?? change.hand.post },
        fields: change.fields.filter((field) => !isShape(field)),
        shape: change.fields.some(isShape) ? geometryChange(shape?.before, shape?.after) : null,
      }
    }),
    next: changes.length === perPage ? (changes.at(-1)?.entry ?? null) : null,
    ground: await ground(),
  }
}

const isShape = ({ field }: { readonly field: string }) => field === 'geometry'

/** Takes differences into the record, or leaves it as it is: one, all of a kind, or all. */
export async function action(args: ActionFunctionArgs) {
  const { imports, actor, to, url } = await importsOf(args)
  const id = args.params.import ?? ''
  const form = await args.request.formData()
  const step = entered(form, 'step')
  const accepts = step.startsWith('accept')
  const named = choiceOf(entered(form, 'choice'))
  const choice =
    named && step === 'accept-hand' && !('entries' in named) ? { ...named, hand: true as const } : named
  // A form of ours always says it; without it nothing is decided.
  if (!choice) return redirect(to(`/${id}/khac-biet`))
  const done = await refused(accepts ? imports.accept(actor, id, choice) : imports.refuse(actor, id, choice))
  if (done.refusal) return data({ refusal: done.refusal }, { status: done.status })
  const shown = withQuery(url.search, {
    xong: accepts ? 'nhan' : 'bo',
    sau: null,
    _routes: null,
    index: null,
  })
  return redirect(to(`/${id}/khac-biet${shown}`))
}

/** Where a newer file differs from the record: field by field, the shapes over each other on the map. */
export default function ReviewPage() {
  const found = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { search, pathname } = useLocation()
  const language = languageOf(pathname)
  const t = importMessages[language]
  const [picked, setPicked] = useState<string | null>(null)
  const { head, asked, changes, counts } = found
  const show = (id: string) => {
    setPicked(id)
    inSight('#ban-do .map')
  }
  const decided = counts.reduce((sum, one) => sum + (one.decision === null ? 0 : one.count), 0)
  const reviews = found.mayDecide && head.state === 'review'
  const address = withQuery('', { ve: 'khac-biet', loai: asked.kind ?? null, chua: asked.open ? '1' : null })
  return (
    <>
      <ImportHead t={t} language={language} view={head} tab="review" refusal={answer?.refusal ?? null} />
      {reviews && <p>{t.reviewHint}</p>}
      {counts.length === 0 && <p className="empty">{t.noReview}</p>}
      {counts.length > 0 && (
        <>
          <Kinds found={found} language={language} />
          {reviews && <Many found={found} language={language} />}
          <nav className="panes" aria-label={t.tabs.review}>
            <a href="#bang">{t.list}</a> <a href="#ban-do">{t.map}</a>
          </nav>
          <div className="side-by-side listed-beside">
            <section id="bang" aria-label={t.tabs.review}>
              <ul className="listed">
                {changes.map((change) => (
                  <ChangeItem
                    key={change.entry}
                    t={t}
                    language={language}
                    found={found}
                    change={change}
                    decides={reviews}
                    chosen={picked === change.entry}
                    onPick={show}
                  />
                ))}
              </ul>
              <nav className="many" aria-label={t.next}>
                {asked.after !== undefined && (
                  <Link to={withQuery(search, { sau: null, xong: null }) || '?'}>{t.first}</Link>
                )}
                {found.next !== null && (
                  <Link to={withQuery(search, { sau: found.next, xong: null })}>{t.next} →</Link>
                )}
              </nav>
            </section>
            <section id="ban-do" aria-label={t.map}>
              <ImportMap
                state={`${head.state} ${decided}`}
                t={t}
                language={language}
                ground={found.ground}
                shapes={`${staffPath(language, `${home}/${head.id}/hinh`)}${address}`}
                picked={picked}
                onPick={setPicked}
                legend="review"
              />
            </section>
          </div>
        </>
      )}
    </>
  )
}

export type FoundReview = ReturnType<typeof useLoaderData<typeof loader>>

interface Part {
  readonly found: FoundReview
  readonly language: Language
}

function Kinds({ found: { counts, asked }, language }: Part) {
  const t = importMessages[language]
  const to = (loai: string | null, open: boolean) => withQuery('', { loai, chua: open ? '1' : null }) || '?'
  const sum = (kind: string, open: boolean) =>
    counts
      .filter((one) => one.kind === kind && (!open || one.decision === null))
      .reduce((all, one) => all + one.count, 0)
  return (
    <nav aria-label={t.kindFilter}>
      <ul className="issue-kinds">
        {changeKinds
          .filter((kind) => sum(kind, false) > 0)
          .map((kind) => (
            <li key={kind}>
              <Link to={to(kind, asked.open)} aria-current={kind === asked.kind ? 'page' : undefined}>
                {t.kinds[kind]}
              </Link>{' '}
              {t.issuesOf(formatNumber(sum(kind, true), language), formatNumber(sum(kind, false), language))}
            </li>
          ))}
        <li>
          {asked.kind !== undefined && <Link to={to(null, asked.open)}>{t.all}</Link>}{' '}
          <Link to={to(asked.kind ?? null, !asked.open)}>{asked.open ? t.allIssues : t.open}</Link>
        </li>
      </ul>
    </nav>
  )
}

/** What is done to many at once: all of the kind that is shown, or all. */
function Many({ found: { counts, asked }, language }: Part) {
  const t = importMessages[language]
  const waits = counts.filter(
    ({ decision, kind }) => decision === null && (asked.kind === undefined || kind === asked.kind),
  )
  const sum = (of: (one: (typeof waits)[number]) => number) =>
    formatNumber(
      waits.reduce((all, one) => all + of(one), 0),
      language,
    )
  const [n, plain, hand] = [
    sum(({ count }) => count),
    sum((one) => one.count - one.hand),
    sum((one) => one.hand),
  ]
  const { kind } = asked
  const choice = kind ? `kind:${kind}` : 'all'
  return (
    <Form method="post" className="many" preventScrollReset>
      <input type="hidden" name="choice" value={choice} />
      <Button type="submit" name="step" value="accept" variant="outline" disabled={plain === '0'}>
        {kind ? t.acceptKind(t.kinds[kind], plain) : t.acceptAll(plain)}
      </Button>
      {hand !== '0' && (
        <Button type="submit" name="step" value="accept-hand" variant="outline" color="red.9">
          {t.acceptHand(n, hand)}
        </Button>
      )}
      <Button type="submit" name="step" value="refuse" variant="outline" color="red.9">
        {kind ? t.refuseKind(t.kinds[kind], n) : t.refuseAll(n)}
      </Button>
    </Form>
  )
}
