import { Fault } from '../../../domain/fault.ts'
import type { Box } from '../../../domain/geometry/index.ts'
import { holds, type Definition, type Field } from '../model/definition.ts'
import type { Property } from '../model/entry.ts'
import type { Condition, Cursor, Sort } from '../store/query.ts'
import type { Coordinates } from './coordinates.ts'

const bad = (where: string, found: string) => new Fault('bad-request', { where, found })

interface Where {
  readonly bbox?: string | undefined
  readonly point?: string | undefined
}

/** `west,south,east,north` or `x,y`, in the axes of the question; both at once ask for nothing that could be meant. */
export function boxOf({ bbox, point }: Where, { boxIn }: Pick<Coordinates, 'boxIn'>): Box | undefined {
  const [name, text] = bbox === undefined ? (['point', point] as const) : (['bbox', bbox] as const)
  if (text === undefined) return undefined
  const given = text.split(',').map(Number)
  const [west, south, east, north] = name === 'bbox' ? given : [...given, ...given]
  const whole = [west, south, east, north].every((one) => Number.isFinite(one))
  if (whole && west! <= east! && south! <= north! && (bbox === undefined || point === undefined))
    return boxIn([west!, south!, east!, north!])
  throw bad(`query.${name}`, text)
}

/** `field=value`, `field<value`, `field>=value`, `field` alone: it has a value. Columns: status, stage, disclosure. */
export function conditionsOf(
  definition: Definition,
  where: string | readonly string[] | undefined,
): Condition[] {
  const list = where === undefined ? [] : typeof where === 'string' ? [where] : where
  return list.map((text) => conditionOf(definition, text))
}

function conditionOf(definition: Definition, text: string): Condition {
  const [, key = '', compare, given = ''] = /^(\w+)(?:(<=|>=|<>|=|<|>)(.*))?$/s.exec(text) ?? []
  if ((key === 'status' || key === 'stage' || key === 'disclosure') && compare === '=')
    return { column: key, value: given }
  const field = definition.fields.find((one) => one.key === key)
  if (!field) throw bad('query.where', text)
  const ref = { key, holds: holds(field) }
  if (compare === undefined) return { field: ref, missing: false }
  return { field: ref, compare: compare as '=', value: valueOf(field, given, text) }
}

function valueOf(field: Field, given: string, text: string): Property {
  const kind = holds(field)
  if (kind === 'text') return given
  if (kind === 'flag' && (given === 'true' || given === 'false')) return given === 'true'
  const number = Number(given)
  if (kind === 'number' && given.trim() !== '' && Number.isFinite(number)) return number
  throw bad('query.where', text)
}

/** `label`, `id` or a field; a minus before it turns the order round. */
export function sortOf(definition: Definition, text = 'id'): Sort {
  const descending = text.startsWith('-')
  const key = text.replace(/^-/, '')
  if (key === 'id' || key === 'label') return { by: key, descending }
  const field = definition.fields.find((one) => one.key === key)
  if (!field) throw bad('query.sort', text)
  return { by: { key, holds: holds(field) }, descending }
}

export const cursorText = (cursor: Cursor | null): string | null =>
  cursor && Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url')

export function cursorOf(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as readonly unknown[]
    const plain = value === null || ['string', 'number', 'boolean'].includes(typeof value)
    if (plain && typeof id === 'string') return { value: value as Property | null, id }
  } catch {
    // Told below, like any other text that is no cursor of ours.
  }
  throw bad('query.after', text)
}
