import { parseDayText } from '../../../domain/day-text.ts'
import type { Definition, Field } from '../model/definition.ts'
import type { EntryValue, Property, Stage } from '../model/entry.ts'
import type { EntryDraft } from './entry.ts'

/** What a form sends, by name of field; empty where nothing was entered. */
export type Given = (name: string) => string

/** Names of the form's fields: those of the register have a mark before them. */
export const fieldName = (key: string) => `t-${key}`

/** A field that was filled in with what it cannot hold. */
export interface FormFault {
  readonly field: string
  readonly found: string
}

export type DraftRead = { readonly draft: EntryDraft } | { readonly fault: FormFault }

/** What an officer has entered, on what stood there before. */
export function draftOf(
  { fields, stages }: Definition,
  given: Given,
  before: Pick<EntryValue, 'source' | 'geometry'>,
): DraftRead {
  const properties: Record<string, Property> = {}
  for (const field of fields) {
    const text = given(fieldName(field.key))
    if (text === '') continue
    const value = propertyOf(field, text)
    if (value === null) return { fault: { field: field.key, found: text } }
    properties[field.key] = value
  }
  const accuracy = given('accuracy')
  const metres = accuracy === '' ? null : numberOf(accuracy)
  if (accuracy !== '' && metres === null) return { fault: { field: 'accuracy', found: accuracy } }
  return {
    draft: {
      stage: stages.find((one) => one === given('stage')) ?? (stages[0] as Stage),
      status: given('status') || null,
      accuracy: metres,
      ...(given('disclosure') === 'restricted' && { disclosure: 'restricted' }),
      source: before.source,
      geometry: before.geometry,
      properties,
    },
  }
}

function propertyOf({ type }: Field, text: string): Property | null {
  switch (type) {
    case 'text':
    case 'code':
      return text
    case 'boolean':
      return text === 'true'
    case 'day':
      return parseDayText(text)
    case 'number':
    case 'integer':
    case 'area':
      return numberOf(text)
  }
}

/** `1.234,5` as an office writes numbers, `1234.5` as programs do. */
export function numberOf(text: string): number | null {
  const plain = text.trim()
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null
}

/** A value as the form shows it, so that reading it again gives the same. */
export function fieldText({ type }: Pick<Field, 'type'>, value: Property | undefined): string {
  if (value === undefined) return ''
  if (type === 'day') return String(value).split('-').reverse().join('/')
  return typeof value === 'number' ? numberText(value) : String(value)
}

/** With a decimal comma. Three decimals of a small number would read as thousands: they get a nought more. */
const numberText = (value: number) => String(value).replace('.', ',')
