import type { Language } from '../../../domain/fault.ts'
import type { Words } from '../../../domain/words.ts'
import { formatDay, formatNumber } from '../../../ui/format.ts'
import type { Law } from '../../law/model.ts'
import type { Day } from '../../../domain/day.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import type { Definition, Field } from '../model/definition.ts'
import type { Entry, EntryValue, Property } from '../model/entry.ts'
import { codesOf } from '../rules/entry.ts'

/** Names of codes, by field (or `status`) and code, so that a page needs no law of its own. */
export type CodeNames = Readonly<Record<string, Readonly<Record<string, Words>>>>

export function codeNames({ fields, statuses }: Definition, law: Law, on: Day): CodeNames {
  const lists = fields.flatMap(({ key, codes }) => (codes ? [[key, codes] as const] : []))
  return Object.fromEntries(
    [...lists, ['status', statuses] as const].map(([key, list]) => [
      key,
      Object.fromEntries((codesOf(list, law, on) ?? []).map(({ code, name }) => [code, name])),
    ]),
  )
}

/** A value as it is read: `1.234,5 m²`, a code with its name. */
export function cellText(
  field: Pick<Field, 'key' | 'type' | 'unit'>,
  value: Property | undefined,
  names: CodeNames,
  language: Language,
  t: RegisterMessages,
): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? t.yes : t.no
  const unit = field.unit ?? (field.type === 'area' ? 'm²' : undefined)
  if (typeof value === 'number') {
    const number = field.type === 'integer' && !unit ? String(value) : formatNumber(value, language)
    return unit ? `${number} ${unit}` : number
  }
  if (field.type === 'day') return formatDay(value)
  if (field.type !== 'code') return value
  const name = names[field.key]?.[value]?.[language]
  return name && name !== value ? `${value} – ${name}` : value
}

/** A row of the table: what a page sends of an entry, without its place. */
export type Row = Pick<
  Entry,
  'id' | 'label' | 'box' | 'valid' | 'properties' | 'status' | 'stage' | 'disclosure'
>

export const rowOf = ({ id, label, box, valid, properties, status, stage, disclosure }: Entry): Row => ({
  id,
  label,
  box,
  valid,
  properties,
  status,
  stage,
  disclosure,
})

export function statusText(
  { status }: Pick<EntryValue, 'status'>,
  names: CodeNames,
  language: Language,
): string {
  return status === null ? '' : (names['status']?.[status]?.[language] ?? status)
}

/** The fields that a table shows: those chosen, else those that can be asked for and the area. */
export function columnsOf({ fields }: Pick<Definition, 'fields'>, chosen: readonly string[]): Field[] {
  if (chosen.length > 0) return fields.filter(({ key }) => chosen.includes(key))
  return fields.filter(({ queryable, type }) => queryable || type === 'area').slice(0, 5)
}
