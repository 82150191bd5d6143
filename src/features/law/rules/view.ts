import { match } from '../../../domain/search-text.ts'
import type { Words } from '../../../domain/words.ts'
import type { Day } from '../../../domain/day.ts'
import type { Entry, Law, LawAt, LegalDocument, Parameter, Reading } from '../model.ts'
import { checkId, type LawCheck } from '../model/check.ts'
import { entryAt, readingAt } from './at.ts'
import { standingOf, type Standing } from './standing.ts'

export type Checks = ReadonlyMap<string, LawCheck>

/** One day of effect as a page shows it. */
export interface EntryView {
  readonly from: Day
  readonly reading: Reading
  readonly document: LegalDocument | null
  readonly standing: Standing
  readonly checked: Entry['checked']
  readonly check: LawCheck | null
  /** Readings that this one took the place of, newest first. */
  readonly earlier: readonly Reading[]
}

export interface ParameterView extends Omit<Parameter, 'entries' | 'unit'> {
  readonly unit: { readonly name: Words; readonly symbol: string } | null
  /** What is in force on the day; null where nothing is yet. */
  readonly now: EntryView | null
  /** Every other day of effect, newest first: what was, and what is to come. */
  readonly others: readonly EntryView[]
}

export interface SetView {
  readonly id: string
  readonly name: Words
  readonly values: number
  /** Values in force by how they stand; what is unknown counts as itself. */
  readonly counts: Readonly<Record<Standing | 'unknown', number>>
}

export const setOf = ({ id }: Pick<Parameter, 'id'>) => id.split('/')[0] ?? ''

/** The rule sets with how many of their values on a day are verified. */
export function setViews(law: Law, checks: Checks, at: LawAt): SetView[] {
  return [...law.sets].map(([id, { name }]) => {
    const counts = { verified: 0, differs: 0, unverified: 0, unknown: 0 }
    const views = parametersOf(law, id).map((parameter) => parameterView(law, parameter, checks, at))
    for (const { now } of views)
      if (now && now.reading.state !== 'repealed')
        counts[now.reading.state === 'unknown' ? 'unknown' : now.standing]++
    return { id, name, values: views.length, counts }
  })
}

const parametersOf = (law: Law, set: string) =>
  [...law.parameters.values()].filter((one) => setOf(one) === set)

/** The values of a rule set on a day; only those found by `query`, without tone marks, where there is one. */
export function valueViews(law: Law, set: string, checks: Checks, at: LawAt, query = ''): ParameterView[] {
  return parametersOf(law, set)
    .filter((parameter) => query.trim() === '' || rank(law, parameter, query) > 0)
    .map((parameter) => parameterView(law, parameter, checks, at))
}

export interface ParameterHit {
  readonly id: string
  readonly set: string
  readonly description: Words
}

/** Values of all rule sets that a query finds, best first. */
export function searchLaw(law: Law, query: string): ParameterHit[] {
  if (query.trim() === '') return []
  return [...law.parameters.values()]
    .map((parameter) => ({ parameter, rank: rank(law, parameter, query) }))
    .filter((hit) => hit.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ parameter }) => ({
      id: parameter.id,
      set: setOf(parameter),
      description: parameter.description,
    }))
}

/** By what a person calls it, its name in the rule set, or a document it stands in. */
function rank(law: Law, { id, description, entries }: Parameter, query: string): number {
  const documents = entries.flatMap(({ readings }) => readings.map(({ document }) => document))
  const numbers = documents.map((document) => law.documents.get(document)?.number ?? '')
  const texts = [description.vi, description.en, id, `${id} ${description.vi} ${description.en}`, ...numbers]
  return Math.max(...texts.map((text) => match(text, query).rank))
}

export function parameterView(law: Law, parameter: Parameter, checks: Checks, at: LawAt): ParameterView {
  const { entries, unit, ...rest } = parameter
  const current = entryAt(parameter, at)
  const view = (entry: Entry) => entryView(law, parameter, entry, checks, at)
  const others = entries.filter((entry) => entry !== current).map(view)
  return {
    ...rest,
    unit: law.units.get(unit ?? '') ?? null,
    now: current ? view(current) : null,
    others: others.filter((entry) => entry !== null).reverse(),
  }
}

function entryView(law: Law, { id }: Parameter, entry: Entry, checks: Checks, at: LawAt): EntryView | null {
  const reading = readingAt(entry, at)
  if (!reading) return null
  const { from, readings } = entry
  const checked = reading.why === null ? entry.checked : null
  const check = checks.get(checkId(id, from)) ?? null
  const about = check?.recorded === reading.recorded ? check : null
  return {
    from,
    reading,
    document: law.documents.get(reading.document) ?? null,
    standing: standingOf({ ...reading, checked }, about),
    checked,
    check: about,
    earlier: readings.filter(({ recorded }) => recorded < reading.recorded).reverse(),
  }
}
