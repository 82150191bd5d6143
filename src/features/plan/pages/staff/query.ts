import { kinds, type Kind } from '../../model/proposal.ts'
import type { ReviewQuery, ReviewView, Shown } from '../../rules/view.ts'

/** What the officer is doing with the selected proposal. */
export type Doing = 'sua' | 'bo' | null

const numberIn = (query: URLSearchParams, name: string) => {
  const found = Number(query.get(name))
  return Number.isInteger(found) && found > 0 ? found : undefined
}

/** The address says all that the page shows: it works without script, and can be sent to a colleague. */
export function reviewQuery(query: URLSearchParams): ReviewQuery {
  return {
    kind: kinds.find((kind) => kind === query.get('loai')),
    page: numberIn(query, 'trang'),
    section: numberIn(query, 'doan'),
    waiting: query.get('loc') === 'chua',
    selected: query.get('muc') ?? undefined,
  }
}

export function doingOf(query: URLSearchParams): Doing {
  const found = query.get('viec')
  return found === 'sua' || found === 'bo' ? found : null
}

type Wanted = Readonly<Record<string, string | number | null>>

function search(wanted: Wanted): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) if (value !== null) query.set(name, String(value))
  return `?${query.toString()}`
}

type Here = Pick<ReviewView, 'kind' | 'page' | 'section' | 'onlyWaiting'>
const filter = (view: Pick<Here, 'onlyWaiting'>) => (view.onlyWaiting ? 'chua' : null)

/** A proposal of the page; its section of the text comes along where it has a place. */
export function toProposal(view: Here, one: Shown, doing: Doing = null): string {
  return search({
    loai: view.kind,
    loc: filter(view),
    trang: view.page,
    doan: one.section ?? view.section,
    muc: one.candidate.id,
    viec: doing,
  })
}

/** Any proposal, found by its id. */
export function toId(view: Pick<Here, 'onlyWaiting'>, id: string): string {
  return search({ loc: filter(view), muc: id })
}

export function toKind(view: Pick<Here, 'onlyWaiting'>, kind: Kind): string {
  return search({ loai: kind, loc: filter(view) })
}

export function toPage(view: Here, page: number): string {
  return search({ loai: view.kind, loc: filter(view), trang: page })
}

export function toSection(view: Here, section: number, selected: string | null): string {
  return search({ loai: view.kind, loc: filter(view), trang: view.page, doan: section, muc: selected })
}

export function toFilter(view: Here, waiting: boolean): string {
  return search({ loai: view.kind, loc: waiting ? 'chua' : null })
}

/** True where two addresses show the same page with another proposal selected: nothing has to be fetched. */
export function onlySelects(now: URL, next: URL): boolean {
  const rest = (url: URL) => {
    const query = new URLSearchParams(url.search)
    for (const name of ['muc', 'viec', 'xong']) query.delete(name)
    return `${url.pathname}?${query.toString()}`
  }
  return rest(now) === rest(next) && next.searchParams.has('trang')
}
