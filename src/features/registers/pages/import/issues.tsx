import '../registers.css'
import './imports.css'
import { useState } from 'react'
import {
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
import { issueTexts } from '../../model/import/issue-texts.ts'
import { kindText, told } from '../../rules/import/issues.ts'
import { codeNames } from '../cells.ts'
import { withQuery } from '../query.ts'
import { ImportMap } from './import-map.tsx'
import { IssueItem, MendAll } from './issue-item.tsx'
import { inSight } from './in-sight.ts'
import { loadImport } from './load.ts'
import { ImportHead } from './parts.tsx'
import { allKinds, issuesAsked, perPage } from './query.ts'
import { home, importsOf } from './services.ts'
import { systemsIn } from './systems.ts'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await importsOf(args)
  const { imports, actor, cases, law, today, may, url, ground } = desk
  const id = args.params.import ?? ''
  const { view, head, issueCounts } = await loadImport(desk, id)
  const counts = issueCounts.map((one) => ({ ...one, weight: issueTexts[one.code].weight })).toSorted(gravest)
  const given = issuesAsked(url.searchParams)
  // Thousands of all kinds nobody reads: the gravest kind that is open comes first.
  const first = url.searchParams.has('ma') ? undefined : counts[0]?.code
  const asked = { ...given, code: given.code ?? first }
  const { issues } = await orRefuse(imports.issues(actor, id, { ...asked, limit: perPage }))
  const definition = await orRefuse(Promise.resolve().then(() => cases.register(actor, view.register, today)))
  const names = codeNames(definition, law, today)
  const { crs } = systemsIn(await imports.place())
  return {
    head,
    asked,
    mayMend: may.includes('register.edit'),
    copy: definition.copy ? definition.source : null,
    fields: definition.fields.map(({ key, name }) => ({ key, name })),
    codes: Object.fromEntries(Object.entries(names).filter(([key]) => key !== 'status')),
    systems: Object.fromEntries(crs.map((one) => [one.id, one.name])),
    counts,
    issues: issues.map((issue) => ({
      ...told(issue),
      seq: issue.seq,
      weight: issueTexts[issue.code].weight,
      count: issue.count,
      fids: (issue.fids ?? []).slice(0, 20),
      click: issue.mend ?? null,
      mended: issue.mended,
      placed: issue.at.position !== undefined || (issue.keys ?? issue.members ?? []).length > 0,
    })),
    next: issues.length === perPage ? (issues.at(-1)?.seq ?? null) : null,
    ground: await ground(),
  }
}

const order = { fault: 0, question: 1, note: 2 }
interface Counted {
  readonly weight: keyof typeof order
  readonly count: number
  readonly mended: number
}
const gravest = (a: Counted, b: Counted) =>
  Number(a.count === a.mended) - Number(b.count === b.mended) ||
  order[a.weight] - order[b.weight] ||
  b.count - a.count

/** Mends one issue or all of a kind, then shows the same list. */
export async function action(args: ActionFunctionArgs) {
  const { imports, actor, to, url } = await importsOf(args)
  const id = args.params.import ?? ''
  const form = await args.request.formData()
  const [code, written] = [entered(form, 'code'), entered(form, 'value')]
  const value = written === '' ? undefined : written
  const choice = code === '' ? { issue: Number(entered(form, 'issue')), value } : { code, value }
  const done = await refused(imports.mend(actor, id, choice))
  if (done.refusal) return data({ refusal: done.refusal }, { status: done.status })
  const { mended, left, again, queued } = done.value
  // Another reading of the file: what differs waits there.
  if (again !== null) return redirect(to(`/${again}?xong=lai`))
  const shown = withQuery(url.search, {
    ...(queued ? { xong: null } : { xong: 'sua', so: String(mended), con: String(left) }),
    _routes: null,
    index: null,
  })
  return redirect(to(`/${id}/van-de${shown}`))
}

/** What is to be looked at in a file: by kind, each with its place, its sentence, the mend, and on the map. */
export default function IssuesPage() {
  const found = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { search, pathname } = useLocation()
  const language = languageOf(pathname)
  const t = importMessages[language]
  const [picked, setPicked] = useState<string | null>(null)
  const { head, asked, issues } = found
  const shapes = `${staffPath(language, `${home}/${head.id}/hinh`)}${withQuery('', {
    ma: asked.code ?? allKinds,
    chua: asked.open ? '1' : null,
  })}`
  const mended = found.counts.reduce((sum, one) => sum + one.mended, 0)
  const pick = (id: string | null) => {
    setPicked(id)
    if (id !== null) inSight(`#v-${id}`)
  }
  const show = (id: string) => {
    setPicked(id)
    inSight('#ban-do .map')
  }
  return (
    <>
      <ImportHead t={t} language={language} view={head} tab="issues" refusal={answer?.refusal ?? null} />
      {found.copy && <p className="why">{t.mendCopy(found.copy[language])}</p>}
      {!found.mayMend && <p className="why">{t.mendNot}</p>}
      {found.counts.length === 0 && <p className="empty">{t.noIssues}</p>}
      {found.counts.length > 0 && <Kinds found={found} language={language} />}
      {found.counts.length > 0 && (
        <div className="side-by-side listed-beside">
          <section id="bang" aria-label={t.tabs.issues}>
            {asked.code !== undefined && <MendAll t={t} language={language} found={found} />}
            <ul className="listed">
              {issues.map((issue) => (
                <IssueItem
                  key={issue.seq}
                  t={t}
                  language={language}
                  found={found}
                  issue={issue}
                  chosen={picked === String(issue.seq)}
                  onPick={show}
                />
              ))}
            </ul>
            <nav className="many" aria-label={t.next}>
              {asked.after !== undefined && (
                <Link to={withQuery(search, { sau: null, xong: null }) || '?'}>{t.first}</Link>
              )}
              {found.next !== null && (
                <Link to={withQuery(search, { sau: String(found.next), xong: null })}>{t.next} →</Link>
              )}
            </nav>
          </section>
          <section id="ban-do" aria-label={t.map}>
            <ImportMap
              state={`${head.state} ${mended}`}
              t={t}
              language={language}
              ground={found.ground}
              shapes={shapes}
              picked={picked}
              onPick={pick}
              legend="issues"
            />
          </section>
        </div>
      )}
    </>
  )
}

export type FoundIssues = ReturnType<typeof useLoaderData<typeof loader>>

/** Kinds of issues with their counts, gravest first; choosing one shows it alone. */
function Kinds({ found, language }: { readonly found: FoundIssues; readonly language: Language }) {
  const t = importMessages[language]
  const { asked } = found
  const to = (ma: string, open: boolean) => withQuery('', { ma, chua: open ? '1' : null })
  const number = (n: number) => formatNumber(n, language)
  return (
    <>
      <div className="kinds">
        {(['fault', 'question', 'note'] as const).map((weight) => {
          const own = found.counts.filter((one) => one.weight === weight)
          return own.length === 0 ? null : (
            <section key={weight} aria-label={t.weights[weight]}>
              <h2 className="legend-title">{t.weights[weight]}</h2>
              <ul className="issue-kinds">
                {own.map(({ code, count, mended }) => (
                  <li key={code}>
                    <Link to={to(code, asked.open)} aria-current={code === asked.code ? 'page' : undefined}>
                      {kindText(code, language)}
                    </Link>{' '}
                    <span className="hint">
                      {weight === 'note' && mended === 0
                        ? number(count)
                        : mended === 0
                          ? t.issuesAll(number(count))
                          : t.issuesOf(number(count - mended), number(count))}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      <nav className="many" aria-label={t.state}>
        <Link to={to(asked.code ?? allKinds, !asked.open)}>{asked.open ? t.allIssues : t.onlyOpen}</Link>
        {asked.code !== undefined && <Link to={to(allKinds, asked.open)}>{t.allKinds}</Link>}
        <span className="panes">
          <a href="#bang">{t.list}</a> <a href="#ban-do">{t.map}</a>
        </span>
      </nav>
    </>
  )
}
