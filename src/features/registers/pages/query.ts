import { dayText, parseDayText } from '../../../domain/day-text.ts'
import type { AsOf } from '../../../domain/as-of.ts'
import type { Day } from '../../../domain/day.ts'
import { holds, type Definition } from '../model/definition.ts'
import type { Property } from '../model/entry.ts'
import type { Condition, Cursor, Sort } from '../store/query.ts'

/** What the address of a register's page asks for. It says all that is shown, so that it can be sent to a colleague. */
export interface Asked {
  readonly at: AsOf
  readonly today: Day
  readonly text: string
  /** Key of a field or `label`, a minus before it for the other way round. */
  readonly sort: string
  /** Values by key of field, `status`, `stage` or `disclosure`. */
  readonly filters: Readonly<Record<string, string>>
  readonly after: string | null
  /** A day was written that is none; the page then says so and shows today. */
  readonly badDay: boolean
}

/** `?ngay=01/07/2026&biet=22/11/2026&tim=truong hoc&xep=-area&loc-code=DGD`. */
export function askedOf(url: URL, today: string): Asked {
  const query = url.searchParams
  const day = (name: string) => {
    const text = query.get(name)?.trim() ?? ''
    return text === '' ? undefined : parseDayText(text)
  }
  const [on, known] = [day('ngay'), day('biet')]
  const filters = [...query].filter(([name, value]) => name.startsWith('loc-') && value.trim() !== '')
  return {
    at: { on: on ?? (today as Day), known: known ?? undefined },
    today: today as Day,
    text: (query.get('tim') ?? '').slice(0, 200),
    sort: query.get('xep') ?? 'label',
    filters: Object.fromEntries(filters.map(([name, value]) => [name.slice(4), value.trim()])),
    after: query.get('sau'),
    badDay: on === null || known === null,
  }
}

/** The same address with some of it changed; what becomes null goes. */
export function withQuery(search: string, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes))
    if (value === null || value === '') query.delete(name)
    else query.set(name, value)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** Only the days of an address, to go on with them to another page. */
export function daysOf({ at, today }: Pick<Asked, 'at' | 'today'>): string {
  return withQuery('', {
    ngay: at.on === today ? null : dayText(at.on),
    biet: at.known === undefined ? null : dayText(String(at.known)),
  })
}

const columns = ['status', 'stage', 'disclosure'] as const

/** The filters that the register knows as conditions; what it does not know asks for nothing. */
export function conditionsOf({ fields }: Pick<Definition, 'fields'>, filters: Asked['filters']): Condition[] {
  return Object.entries(filters).flatMap(([key, value]): Condition[] => {
    const column = columns.find((one) => one === key)
    if (column) return [{ column, value }]
    const field = fields.find((one) => one.key === key && one.queryable)
    const wanted = field && valueOf(holds(field), value)
    return field && wanted !== undefined
      ? [{ field: { key, holds: holds(field) }, compare: '=', value: wanted }]
      : []
  })
}

function valueOf(kind: ReturnType<typeof holds>, text: string): Property | undefined {
  if (kind === 'text') return text
  if (kind === 'flag') return text === 'true'
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}

export function sortOf({ fields }: Pick<Definition, 'fields'>, text: string): Sort {
  const descending = text.startsWith('-')
  const key = text.replace(/^-/, '')
  const field = fields.find((one) => one.key === key)
  return { by: field ? { key, holds: holds(field) } : 'label', descending }
}

/** The next way to sort by a column: up, then down. */
export const nextSort = (now: string, key: string): string => (now === key ? `-${key}` : key)

export const cursorText = (cursor: Cursor | null): string | null =>
  cursor && JSON.stringify([cursor.value, cursor.id])

/** A cursor that an address brings; one that was tampered with begins at the start. */
export function cursorOf(text: string | null): Cursor | undefined {
  if (text === null) return undefined
  try {
    const [value, id] = JSON.parse(text) as readonly unknown[]
    const plain = value === null || ['string', 'number', 'boolean'].includes(typeof value)
    if (plain && typeof id === 'string') return { value: value as Property | null, id }
  } catch {
    // Falls through: the first page is no wrong answer.
  }
  return undefined
}
