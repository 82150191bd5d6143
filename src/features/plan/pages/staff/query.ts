import { kinds, type Kind } from '../../model/proposal.ts'
import { pointLists, type PointList } from '../../rules/points.ts'
import type { ReviewQuery, ReviewView, Shown, ShownPoint } from '../../rules/view.ts'

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
    list: pointLists.find((list) => list === query.get('loai')),
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

/** True while the officer is asked why all that is left of a kind is left out. */
export function refusesKind(query: URLSearchParams): boolean {
  return query.get('viec') === 'bo-ca'
}

type Wanted = Readonly<Record<string, string | number | null>>

function search(wanted: Wanted): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) if (value !== null) query.set(name, String(value))
  return `?${query.toString()}`
}

type Here = Pick<ReviewView, 'kind' | 'list' | 'page' | 'section' | 'onlyWaiting'>
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

/** A question or a fault of the text, and where it stands. */
export function toPoint(view: Here, { id, list, section }: ShownPoint): string {
  const doan = section ?? view.section
  return search({ loai: list, loc: filter(view), trang: view.page, doan, muc: id })
}

/** The form that leaves out all that is not checked of the kind shown. */
export function toRefuseKind(view: Here, selected: string | null): string {
  const { kind, page, section } = view
  return search({ loai: kind, loc: filter(view), trang: page, doan: section, muc: selected, viec: 'bo-ca' })
}

/** Any proposal, found by its id. */
export function toId(view: Pick<Here, 'onlyWaiting'>, id: string): string {
  return search({ loc: filter(view), muc: id })
}

export function toKind(view: Pick<Here, 'onlyWaiting'>, kind: Kind | PointList): string {
  return search({ loai: kind, loc: filter(view) })
}

export function toPage(view: Here, page: number): string {
  return search({ loai: view.list ?? view.kind, loc: filter(view), trang: page })
}

export function toSection(view: Here, section: number, selected: string | null): string {
  const { list, kind, page } = view
  return search({ loai: list ?? kind, loc: filter(view), trang: page, doan: section, muc: selected })
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
