import type { Body, Target, Task } from '../model.ts'
import { type Item, type Kind, type Value } from '../model/proposal.ts'
import { amountText, dayText, parseAmount, parseDayText, parseYear, type Amount } from './form-values.ts'

/** A field of the form in which an officer corrects a value; `name` is its path in the form. */
export interface Field {
  readonly name: string
  /** Key of its label in `messages`. */
  readonly label: string
  readonly type: 'text' | 'long' | 'lines' | 'day' | 'year' | 'choice'
  readonly value: string
  readonly options?: readonly string[]
}

export interface FieldProblem {
  readonly name: string
  readonly code: 'required' | 'day' | 'year' | 'amount' | 'choice' | 'order'
}

export type Entered = Readonly<Record<string, string>>

const text = (name: string, value: string | null, type: Field['type'] = 'text'): Field => ({
  name,
  label: name.replace(/^\w+\.\d+\./, ''),
  type,
  value: value ?? '',
})
const lines = (name: string, bodies: readonly Body[]): Field =>
  text(name, bodies.map((body) => body.text).join('\n'), 'lines')

export const comparators = ['>=', '>', '~', '<=', '<', '=', 'universal', 'meets'] as const
export const timeKinds = [
  'standing',
  'periodic',
  'month',
  'quarter',
  'year',
  'range',
  'until',
  'unstated',
] as const

/** The form of a value: what stands in each field before the officer changes anything. */
export function fieldsOf(item: Item): Field[] {
  switch (item.kind) {
    case 'document': {
      const { signer, horizon, ...head } = item.value
      return [
        text('kind', head.kind),
        text('number', head.number),
        text('issuer', head.issuer),
        text('place', head.place),
        text('issuedOn', dayText(head.issuedOn), 'day'),
        text('title', head.title, 'long'),
        text('signerName', signer?.name ?? null),
        text('signerTitle', signer?.title ?? null),
        text('onBehalfOf', signer?.onBehalfOf ?? null),
        text('horizonFrom', horizon?.from?.toString() ?? null, 'year'),
        text('horizonTo', horizon?.to?.toString() ?? null, 'year'),
        text('vision', horizon?.vision?.toString() ?? null, 'year'),
      ]
    }
    case 'basis':
      return [
        text('kind', item.value.kind),
        text('number', item.value.number),
        text('issuer', item.value.issuer),
        text('issuedOn', dayText(item.value.issuedOn), 'day'),
        text('text', item.value.text, 'long'),
      ]
    case 'target':
      return targetFields(item.value)
    case 'task':
      return taskFields(item.value)
    case 'assignment':
      return [text('text', item.value.text, 'long'), lines('bodies', item.value.bodies)]
    case 'clause':
    case 'footnote':
      return [text('text', item.value.text, 'long')]
    case 'recipient':
      return [text('name', item.value.name), text('purpose', item.value.purpose)]
  }
}

function taskFields(task: Task): Field[] {
  return [
    text('title', task.title),
    text('text', task.text, 'long'),
    lines('directing', task.directing),
    lines('lead', task.lead),
    lines('implementing', task.implementing),
    lines('coordinating', task.coordinating),
    text('output', task.output?.text ?? null),
    { ...text('timeKind', task.time.kind, 'choice'), options: timeKinds },
    text('from', dayText(task.time.from), 'day'),
    text('to', dayText(task.time.to), 'day'),
    text('timeText', task.time.text),
  ]
}

/** One row a value, one empty row to add another, and one for the baseline. */
function targetFields(target: Target): Field[] {
  const row = (name: string, amount: Amount | null): Field[] => [
    text(`${name}.year`, amount?.year?.toString() ?? null, 'year'),
    { ...text(`${name}.comparator`, amount?.comparator ?? '', 'choice'), options: ['', ...comparators] },
    text(`${name}.amount`, amount ? amountText(amount.value) : null),
  ]
  return [
    text('indicator', target.indicator),
    text('scope', target.scope),
    text('unit', target.unit),
    ...target.values.flatMap((value, i) => row(`values.${i}`, value)),
    ...row(`values.${target.values.length}`, null),
    ...row('baseline.0', target.baseline),
  ]
}

export type FormResult = { readonly value: Value } | { readonly problems: readonly FieldProblem[] }

/** The value that a filled-in form stands for; places are kept from what was read. */
export function valueFrom(item: Item, entered: Entered): FormResult {
  const form = new Form(entered)
  const value = build(item, form)
  return form.problems.length > 0 ? { problems: form.problems } : { value }
}

function build(item: Item, form: Form): Value {
  switch (item.kind) {
    case 'document': {
      const { value } = item
      const signer = {
        name: form.text('signerName'),
        title: form.text('signerTitle'),
        onBehalfOf: form.text('onBehalfOf'),
      }
      const horizon = {
        from: form.year('horizonFrom'),
        to: form.year('horizonTo'),
        vision: form.year('vision'),
      }
      const given = (part: object) => Object.values(part).some((one) => one !== null)
      return {
        ...value,
        kind: form.text('kind'),
        number: form.text('number'),
        issuer: form.text('issuer'),
        place: form.text('place'),
        issuedOn: form.day('issuedOn'),
        title: form.text('title'),
        signer: given(signer) ? signer : null,
        horizon: given(horizon) ? horizon : null,
      }
    }
    case 'basis':
      return {
        ...item.value,
        kind: form.text('kind'),
        number: form.text('number'),
        issuer: form.text('issuer'),
        issuedOn: form.day('issuedOn'),
        text: form.required('text'),
      }
    case 'target':
      return targetFrom(item.value, form)
    case 'task':
      return taskFrom(item.value, form)
    case 'assignment':
      return {
        ...item.value,
        text: form.required('text'),
        bodies: form.bodies('bodies', item.value.bodies),
      }
    case 'clause':
      return { ...item.value, text: form.required('text') }
    case 'footnote':
      return { ...item.value, text: form.required('text') }
    case 'recipient':
      return { ...item.value, name: form.required('name'), purpose: form.text('purpose') }
  }
}

function taskFrom(task: Task, form: Form): Task {
  const output = form.text('output')
  const kind = form.choice('timeKind', timeKinds)
  const [from, to] = [form.day('from'), form.day('to')]
  if (from !== null && to !== null && to < from) form.problems.push({ name: 'to', code: 'order' })
  return {
    ...task,
    title: form.text('title'),
    text: form.required('text'),
    directing: form.bodies('directing', task.directing),
    lead: form.bodies('lead', task.lead),
    implementing: form.bodies('implementing', task.implementing),
    coordinating: form.bodies('coordinating', task.coordinating),
    output: output === null ? null : { text: output, at: task.output?.at ?? [] },
    time: { ...task.time, kind: kind ?? task.time.kind, from, to, text: form.text('timeText') },
  }
}

function targetFrom(target: Target, form: Form): Target {
  const rows = Array.from({ length: target.values.length + 1 }, (_, i) => {
    const amount = form.amount(`values.${i}`)
    const old = target.values[i]
    return amount && { ...amount, text: old?.text ?? '', at: old?.at ?? [] }
  })
  const baseline = form.amount('baseline.0')
  return {
    ...target,
    indicator: form.required('indicator'),
    scope: form.text('scope'),
    unit: form.text('unit'),
    values: rows.filter((row) => row !== null),
    baseline: baseline && { ...baseline, at: target.baseline?.at ?? [] },
  }
}

/** Reads fields and notes what is wrong with each, so that the sentence stands beside the field. */
class Form {
  readonly problems: FieldProblem[] = []
  readonly #entered: Entered

  constructor(entered: Entered) {
    this.#entered = entered
  }

  text(name: string): string | null {
    const found = (this.#entered[name] ?? '').replaceAll('\r\n', '\n').normalize('NFC').trim()
    return found === '' ? null : found
  }

  required(name: string): string {
    const found = this.text(name)
    if (found === null) this.problems.push({ name, code: 'required' })
    return found ?? ''
  }

  day(name: string): string | null {
    return this.#parsed(name, 'day', parseDayText)
  }

  year(name: string): number | null {
    return this.#parsed(name, 'year', parseYear)
  }

  choice<T extends string>(name: string, options: readonly T[]): T | null {
    return this.#parsed(name, 'choice', (found) => options.find((option) => option === found) ?? null)
  }

  /** A row of year, comparator and amount; null where it was left or made empty. */
  amount(name: string): Amount | null {
    const parts = ['year', 'comparator', 'amount'].map((part) => `${name}.${part}`)
    if (parts.every((part) => this.text(part) === null)) return null
    const comparator = this.choice(`${name}.comparator`, comparators)
    if (comparator === null) this.problems.push({ name: `${name}.comparator`, code: 'choice' })
    const year = this.year(`${name}.year`)
    const value = comparator === 'universal' ? null : this.#parsed(`${name}.amount`, 'amount', parseAmount)
    if (value === null && comparator !== 'universal' && this.text(`${name}.amount`) === null)
      this.problems.push({ name: `${name}.amount`, code: 'amount' })
    return { year, comparator: comparator ?? '=', value }
  }

  bodies(name: string, known: readonly Body[]): Body[] {
    return (this.text(name) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map(
        (line) =>
          known.find((body) => body.text === line) ?? {
            text: line,
            // "… liên quan" leaves open who is meant, also when an officer writes it.
            named: !line.endsWith('liên quan'),
            at: [],
          },
      )
  }

  #parsed<T>(name: string, code: FieldProblem['code'], parse: (found: string) => T | null): T | null {
    const found = this.text(name)
    if (found === null) return null
    const value = parse(found)
    if (value === null) this.problems.push({ name, code })
    return value
  }
}

/** Kinds whose form is long enough to be shown in two columns. */
export const wideKinds: readonly Kind[] = ['document', 'target', 'task']
