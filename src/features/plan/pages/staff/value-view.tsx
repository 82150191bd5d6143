import type { Language } from '../../../../domain/fault.ts'
import type { StaffMessages } from '../../messages/staff.ts'
import { amountText, type Amount } from '../../rules/form-values.ts'
import { fieldsOf, type Field } from '../../rules/form.ts'
import type { Item } from '../../model/proposal.ts'

/** The words by which an officer knows a value in a list. */
export function nameOf(item: Item, t: StaffMessages): string {
  const kind = t.one[item.kind]
  switch (item.kind) {
    case 'task':
    case 'assignment':
    case 'footnote':
      return `${kind} ${item.value.no}`
    case 'clause':
      return `${kind} ${item.value.id}`
    case 'target':
      return item.value.indicator
    case 'recipient':
      return item.value.name
    case 'basis':
      return [item.value.kind, item.value.number].filter(Boolean).join(' ') || kind
    case 'document':
      return [item.value.kind, item.value.number].filter(Boolean).join(' ') || kind
  }
}

export function summaryOf(item: Item, t: StaffMessages): string {
  switch (item.kind) {
    case 'target':
      return [
        ...item.value.values.map((value) => amountLine(value, t)),
        item.value.baseline ? `${t.fields.baseline ?? ''}: ${amountLine(item.value.baseline, t)}` : '',
      ]
        .filter(Boolean)
        .join(' · ')
    case 'task':
      return item.value.title ?? item.value.text
    case 'document':
      return item.value.title ?? ''
    case 'recipient':
      return item.value.purpose ?? ''
    case 'basis':
    case 'assignment':
    case 'clause':
    case 'footnote':
      return item.value.text
  }
}

function amountLine(amount: Amount, t: StaffMessages): string {
  const level = amount.comparator === 'meets' ? '' : (t.choices[amount.comparator] ?? '')
  return [amount.year && `${amount.year}:`, level, amountText(amount.value)].filter(Boolean).join(' ')
}

/** The label of a field; rows of a target say which row they are. */
export function labelOf(field: Field, t: StaffMessages): string {
  return t.fields[field.label] ?? field.label
}

interface Line {
  readonly name: string
  readonly label: string
  readonly value: string
}

function linesOf(item: Item, t: StaffMessages): Line[] {
  if (item.kind === 'target') {
    const { indicator, scope, unit, values, baseline } = item.value
    const line = (name: string, value: string | null): Line => ({
      name,
      label: t.fields[name] ?? name,
      value: value ?? '',
    })
    return [
      line('indicator', indicator),
      line('scope', scope),
      line('unit', unit),
      line('values', values.map((value) => amountLine(value, t)).join('\n')),
      line('baseline', baseline && amountLine(baseline, t)),
    ]
  }
  return fieldsOf(item).map((field) => ({
    name: field.name,
    label: labelOf(field, t).replace(/ \(.*\)$/, ''),
    value: field.type === 'choice' ? (t.choices[field.value] ?? field.value) : field.value,
  }))
}

/** All that a value says, what is not said too; beside an older value what differs. */
export function ValueView(props: {
  readonly item: Item
  readonly before: Item | null
  readonly t: StaffMessages
  readonly language: Language
}) {
  const { item, before, t } = props
  const old = new Map(before ? linesOf(before, t).map((line) => [line.name, line.value]) : [])
  return (
    <dl className="value">
      {linesOf(item, t).map(({ name, label, value }) => {
        const was = old.get(name)
        const changed = was !== undefined && was !== value
        return (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd className={changed ? 'new' : undefined}>
              {changed && <del>{was || t.noValue}</del>}
              {value === '' ? <span className="none">{t.noValue}</span> : value}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
