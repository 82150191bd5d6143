import { Anchor, Button, Text } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Link, useFetcher, useLocation } from 'react-router'
import type { Language } from '../../../domain/fault.ts'
import { formatNumber } from '../../../ui/format.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import type { Row } from './cells.ts'
import { EntryRows } from './entry-rows.tsx'
import type { Picked } from './map-pane.tsx'
import { nextSort, withQuery } from './query.ts'
import type { Found, loader } from './register.tsx'

export interface TableProps {
  readonly t: RegisterMessages
  readonly language: Language
  readonly found: Found
  readonly picked: string | null
  readonly onPick: (picked: Picked | null) => void
  readonly to: (id: string) => string
}

/** Entries a page after the other, without a seam: with script the next page comes when its place is near. */
export function EntryTable(props: TableProps) {
  const { t, language, found } = props
  const { pages, next, busy, loadMore } = usePages(found)
  const table = useRef<HTMLTableElement>(null)
  const keys = useKeys(table, props, loadMore)
  const { search } = useLocation()
  const end = useEnd(loadMore, next !== null)
  const loaded = pages.reduce((sum, page) => sum + page.length, 0)
  if (found.count === 0) return <p className="empty">{search === '' ? t.noneYet : t.none}</p>
  const columns = found.columns.flatMap((key) => found.definition.fields.filter((one) => one.key === key))
  return (
    <>
      <div className="scroll" tabIndex={-1}>
        {/* The keys are those of the links in it, which take the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table className="entries" ref={table} onKeyDown={keys} aria-rowcount={found.count + 1}>
          <thead>
            <tr>
              <Heading name="label" text={t.label} {...props} />
              {columns.map(({ key, name }) => (
                <Heading key={key} name={key} text={name[language]} {...props} />
              ))}
              <th scope="col">{t.status}</th>
              <th scope="col">{t.disclosure}</th>
            </tr>
          </thead>
          {pages.map((rows, page) => (
            <EntryRows key={rows[0]?.id} rows={rows} first={page * perPage} columns={columns} {...props} />
          ))}
        </table>
        <div ref={end} />
      </div>
      <Text size="sm" mt="xs" component="output">
        {t.shown(formatNumber(loaded, language), formatNumber(found.count, language))}
      </Text>
      {next !== null && <More {...props} next={next} busy={busy} loadMore={loadMore} />}
      {found.asked.after !== null && (
        <Anchor component={Link} to={withQuery(search, { sau: null }) || '?'} size="sm">
          {t.firstPage}
        </Anchor>
      )}
    </>
  )
}

function Heading({ name, text, found, t }: TableProps & { readonly name: string; readonly text: string }) {
  const { search } = useLocation()
  const { sort } = found.asked
  const way = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined
  return (
    <th scope="col" aria-sort={way ?? 'none'}>
      <Link to={withQuery(search, { xep: nextSort(sort, name), sau: null })} preventScrollReset>
        {text}
        {way && (
          <span title={way === 'ascending' ? t.sortUp : t.sortDown} aria-hidden>
            {way === 'ascending' ? ' ▲' : ' ▼'}
          </span>
        )}
      </Link>
    </th>
  )
}

interface MoreProps extends TableProps {
  readonly next: string
  readonly busy: boolean
  readonly loadMore: () => void
}

/** Without script a link to the next page; with script it adds to the table. */
function More({ t, next, busy, loadMore }: MoreProps) {
  const { search } = useLocation()
  return (
    <Button
      component={Link}
      to={withQuery(search, { sau: next })}
      variant="outline"
      size="compact-md"
      mr="md"
      onClick={(event) => {
        event.preventDefault()
        loadMore()
      }}
    >
      {busy ? t.loading : t.more}
    </Button>
  )
}

type Rows = readonly Row[]
/** Rows that come and go on the screen together: as many as are drawn without a stop. */
const perPage = 100

const inPages = (rows: Rows): Rows[] =>
  Array.from({ length: Math.ceil(rows.length / perPage) }, (_, i) =>
    rows.slice(i * perPage, (i + 1) * perPage),
  )

/** The pages that are loaded, and a way to the next one. */
function usePages(found: Found) {
  const fetcher = useFetcher<typeof loader>()
  const { pathname, search } = useLocation()
  const [more, setMore] = useState<readonly { pages: readonly Rows[]; next: string | null }[]>([])
  const taken = useRef<unknown>(null)
  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data || taken.current === fetcher.data) return
    taken.current = fetcher.data
    const { rows, next } = fetcher.data
    setMore((pages) => [...pages, { pages: inPages(rows), next }])
  }, [fetcher.state, fetcher.data])
  const last = more.at(-1)
  const next = last ? last.next : found.next
  const busy = fetcher.state !== 'idle'
  const loadMore = () => {
    if (next === null || busy) return
    void fetcher.load(`${pathname}${withQuery(search, { sau: next, them: '1' })}`)
  }
  return { pages: [found.rows, ...more.flatMap(({ pages }) => pages)], next, busy, loadMore }
}

/** Calls for more while the end of the table is near the screen. */
function useEnd(loadMore: () => void, more: boolean) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!end.current || !more) return
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) loadMore()
      },
      { root: end.current.parentElement, rootMargin: '600px' },
    )
    watcher.observe(end.current)
    return () => watcher.disconnect()
  })
  return end
}

/** Arrows move through the rows, Enter opens (it is a link), Escape goes back to the search. */
function useKeys(
  table: React.RefObject<HTMLTableElement | null>,
  { found }: TableProps,
  loadMore: () => void,
) {
  return (event: KeyboardEvent) => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('tbody th a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 15,
      PageUp: at - 15,
      Home: 0,
      End: links.length - 1,
    }
    if (event.key === 'Escape') document.querySelector<HTMLInputElement>('#tim')?.focus()
    const to = steps[event.key]
    if (to === undefined || at < 0) return
    event.preventDefault()
    if (to >= links.length && links.length < found.count) loadMore()
    links[Math.max(0, Math.min(to, links.length - 1))]?.focus()
  }
}
