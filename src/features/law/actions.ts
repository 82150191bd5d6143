import type { Author } from '../../domain/author.ts'
import { dayAt, type Day } from '../../domain/day.ts'
import { Fault } from '../../domain/fault.ts'
import type { TownRecord } from '../../platform/db/index.ts'
import type { Law, LawAt } from './model.ts'
import { checkId, checkResults, type CheckResult, type LawCheck, type NewCheck } from './model/check.ts'
import { parameterOf } from './rules/at.ts'
import { searchLaw, setViews, valueViews, type Checks } from './rules/view.ts'
import { checksOn, endCheck, writeCheck } from './store.ts'

export type LawAction = 'law.read' | 'law.check'

/**
 * Answers who acts where the right is theirs, else refuses. The law lies below the offices and their rights, so
 * whoever composes hands the question in.
 */
export type Permit = (action: LawAction, what: string) => Promise<Author>

export interface LawServices {
  readonly record: TownRecord
  readonly law: Law
}

/** The rule sets on a day with how their values stand, and what a query finds in them. */
export async function lawSets(services: LawServices, permit: Permit, at: LawAt, query: string) {
  const checks = await checksOf(services, await permit('law.read', 'xem pháp luật'), at.known)
  return { sets: setViews(services.law, checks, at), hits: searchLaw(services.law, query) }
}

/** One rule set on a day: every value with its document, clause, certainty, check and history. */
export async function lawSet(services: LawServices, permit: Permit, set: string, at: LawAt, query: string) {
  const author = await permit('law.read', 'xem pháp luật')
  const { law } = services
  const found = law.sets.get(set)
  if (!found) throw new Fault('not-found', { what: `law/${set}` })
  const checks = await checksOf(services, author, at.known)
  return { id: set, name: found.name, values: valueViews(law, set, checks, at, query) }
}

/** Records that a value was held against the gazette, and what came of it. */
export async function checkValue(services: LawServices, permit: Permit, asked: NewCheck): Promise<number> {
  const author = await permit('law.check', 'đối chiếu giá trị pháp luật')
  const check = checkOf(services, author, asked)
  const { revision } = await services.record.commit(author, 'Đối chiếu giá trị pháp luật', (commit) =>
    writeCheck(commit, check),
  )
  return revision
}

/** Takes a check back: the value is unverified again; the history keeps both. */
export async function takeBackCheck(
  services: LawServices,
  permit: Permit,
  { parameter, from, reason }: { readonly parameter: string; readonly from: string; readonly reason: string },
): Promise<number> {
  const author = await permit('law.check', 'rút lại đối chiếu')
  if (reason.trim() === '') throw new Fault('law-check-invalid', { field: 'lý do / reason' })
  const today = dayAt(services.record.now())
  const { revision } = await services.record.commit(author, reason.trim(), async (commit) => {
    if (!(await endCheck(commit, checkId(parameter, from), today))) throw new Fault('nothing-to-undo')
  })
  return revision
}

async function checksOf({ record }: LawServices, { agency }: Author, known?: Day): Promise<Checks> {
  const on = known ?? dayAt(record.now())
  const versions = await record.read((db) => checksOn(db, agency, on, known))
  return new Map([...versions].map(([id, { value }]) => [id, value]))
}

function checkOf({ law, record }: LawServices, author: Author, asked: NewCheck): LawCheck {
  const entry = parameterOf(law, asked.parameter).entries.find(({ from }) => from === asked.from)
  const reading = entry?.readings.at(-1)
  if (!entry || !reading) throw new Fault('not-found', { what: checkId(asked.parameter, asked.from) })
  const result = checkResults.find((one): one is CheckResult => one === asked.result)
  if (!result) throw new Fault('law-check-invalid', { field: 'kết quả / result' })
  const gazette = asked.gazette.trim()
  if (gazette === '') throw new Fault('law-check-invalid', { field: 'số công báo / gazette' })
  const { parameter } = asked
  const { post } = author
  const on = dayAt(record.now())
  return {
    parameter,
    from: entry.from,
    recorded: reading.recorded,
    result,
    gazette,
    note: asked.note.trim(),
    post,
    on,
  }
}

/** Every use case of the law with its services and the right to it bound: what pages are handed. */
export function lawUseCases(services: LawServices, permit: Permit) {
  return {
    sets: (at: LawAt, query: string) => lawSets(services, permit, at, query),
    set: (set: string, at: LawAt, query: string) => lawSet(services, permit, set, at, query),
    check: (asked: NewCheck) => checkValue(services, permit, asked),
    takeBack: (asked: Parameters<typeof takeBackCheck>[2]) => takeBackCheck(services, permit, asked),
  }
}

export type LawUseCases = ReturnType<typeof lawUseCases>
