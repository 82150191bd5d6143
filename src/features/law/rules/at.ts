import { z } from 'zod'
import { Fault } from '../../../domain/fault.ts'
import type { Words } from '../../../domain/words.ts'
import type { Deadline, Entry, Found, Law, LawAt, LawValue, Parameter, Reading, Row, Use } from '../model.ts'

/** What the law says on a day, as the rule set held it on a day; every answer carries where it stands. */
export function lawAt(law: Law, id: string, at: LawAt): Found<LawValue> {
  const parameter = parameterOf(law, id)
  const entry = entryAt(parameter, at)
  const reading = entry && readingAt(entry, at)
  const use = useOf(id, at, entry, reading)
  if (!reading) return { state: 'none', value: null, lookUp: null, use }
  const { state, value, lookUp } = reading
  if (state === 'value' && value !== null) return { state, value, use }
  return { state: state === 'repealed' ? state : 'unknown', value: null, lookUp, use }
}

/** The value of a parameter of one kind; the kind is asked so that a wrong name shows at once. */
export const numberAt = (law: Law, id: string, at: LawAt) => ofKind<number>(law, id, 'number', at)
export const flagAt = (law: Law, id: string, at: LawAt) => ofKind<boolean>(law, id, 'flag', at)
export const textAt = (law: Law, id: string, at: LawAt) => ofKind<string>(law, id, 'text', at)
export const deadlineAt = (law: Law, id: string, at: LawAt) => ofKind<Deadline>(law, id, 'deadline', at)

/** The rows of a table as `row` reads them. */
export function tableAt<R>(law: Law, id: string, at: LawAt, row: z.ZodType<R>): Found<readonly R[]> {
  const found = ofKind<readonly Row[]>(law, id, 'table', at)
  return found.state === 'value' ? { ...found, value: z.array(row).parse(found.value) } : found
}

/** The value, or a refusal that says what is missing and what to look up. */
export function valueOf<V>(found: Found<V>): V {
  if (found.state === 'value') return found.value
  const { parameter, on } = found.use
  if (found.state === 'unknown') throw new Fault('law-unknown', { parameter, on, lookUp: both(found.lookUp) })
  throw new Fault('law-none', { parameter, on })
}

const both = (words: Words | null) => (words ? `${words.vi} / ${words.en}` : '–')

export function parameterOf(law: Law, id: string): Parameter {
  const parameter = law.parameters.get(id)
  if (parameter) return parameter
  throw new Fault('not-found', { what: `law/${id}` })
}

function ofKind<V extends LawValue>(law: Law, id: string, kind: Parameter['kind'], at: LawAt): Found<V> {
  const found = parameterOf(law, id).kind
  if (found !== kind) throw new Error(`law/${id} is a ${found}, not a ${kind}`)
  return lawAt(law, id, at) as Found<V>
}

/** The entry in force: the last day of effect that had come, among those the rule set had heard of. */
export function entryAt({ entries }: Parameter, { on, known }: LawAt): Entry | undefined {
  return entries.findLast((entry) => entry.from <= on && readingAt(entry, { known }) !== undefined)
}

export function readingAt({ readings }: Entry, { known }: Pick<LawAt, 'known'>): Reading | undefined {
  return readings.findLast(({ recorded }) => known === undefined || recorded <= known)
}

function useOf(parameter: string, { on }: LawAt, entry?: Entry, reading?: Reading): Use {
  return {
    parameter,
    on,
    from: entry?.from ?? null,
    document: reading?.document ?? null,
    article: reading?.article ?? null,
    certainty: reading?.certainty ?? null,
    recorded: reading?.recorded ?? null,
    // A check was made of the reading that stands; an earlier one was never checked by it.
    checked: reading && reading.why === null ? (entry?.checked ?? null) : null,
  }
}
