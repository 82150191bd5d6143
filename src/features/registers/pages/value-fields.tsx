import { NativeSelect, TextInput } from '@mantine/core'
import type { Language } from '../../../domain/fault.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import type { Definition, Field } from '../model/definition.ts'
import type { EntryValue } from '../model/entry.ts'
import { fieldName, fieldText } from '../rules/entry-form.ts'
import type { CodeNames } from './cells.ts'

interface FieldsProps {
  readonly t: RegisterMessages
  readonly language: Language
  readonly definition: Pick<Definition, 'fields' | 'stages' | 'disclosure'>
  readonly names: CodeNames
  /** Null for an entry that is not there yet. */
  readonly value: Pick<EntryValue, 'properties' | 'stage' | 'status' | 'accuracy' | 'disclosure'> | null
  readonly mayRestrict: boolean
}

/** Every field of a register as a form, the required ones first as the register lists them. */
export function ValueFields({ t, language, definition, names, value, mayRestrict }: FieldsProps) {
  const codes = (key: string) =>
    Object.entries(names[key] ?? {}).map(([code, words]) => ({
      value: code,
      label: words[language] === code ? code : `${code} – ${words[language]}`,
    }))
  return (
    <div className="form-fields">
      {definition.fields.map((field) => (
        <OneField
          key={field.key}
          field={field}
          language={language}
          codes={codes(field.key)}
          t={t}
          value={value}
        />
      ))}
      <NativeSelect
        name="stage"
        label={t.stage}
        defaultValue={value?.stage}
        data={definition.stages.map((stage) => ({ value: stage, label: t.stages[stage] }))}
      />
      <NativeSelect
        name="status"
        label={t.status}
        defaultValue={value?.status ?? ''}
        data={[
          { value: '', label: '–' },
          ...codes('status').map((one) => ({
            ...one,
            label: names['status']?.[one.value]?.[language] ?? one.value,
          })),
        ]}
      />
      <TextInput
        name="accuracy"
        label={`${t.accuracy} (m)`}
        defaultValue={fieldText({ type: 'number' }, value?.accuracy ?? undefined)}
        inputMode="decimal"
      />
      {mayRestrict && (
        <NativeSelect
          name="disclosure"
          label={t.disclosure}
          defaultValue={value?.disclosure === 'restricted' ? 'restricted' : 'internal'}
          data={[
            { value: 'internal', label: t.disclosures.internal },
            { value: 'restricted', label: t.disclosures.restricted },
          ]}
        />
      )}
    </div>
  )
}

interface OneProps extends Pick<FieldsProps, 't' | 'language' | 'value'> {
  readonly field: Field
  readonly codes: readonly { readonly value: string; readonly label: string }[]
}

function OneField({ field, codes, t, language, value }: OneProps) {
  const { key, type, required, unit } = field
  const now = fieldText(field, value?.properties[key])
  const props = {
    name: fieldName(key),
    label: unit ? `${field.name[language]} (${unit})` : field.name[language],
    required,
  }
  if (type === 'boolean')
    return (
      <NativeSelect
        {...props}
        defaultValue={now}
        data={[
          { value: '', label: '–' },
          { value: 'true', label: t.yes },
          { value: 'false', label: t.no },
        ]}
      />
    )
  if (type !== 'code' || codes.length === 0)
    return (
      <TextInput
        {...props}
        defaultValue={now}
        {...(type === 'day' && { description: t.dayHint })}
        {...(field.length !== undefined && { maxLength: field.length })}
      />
    )
  const known = now === '' || codes.some((code) => code.value === now)
  const own = known ? [] : [{ value: now, label: now }]
  return <NativeSelect {...props} defaultValue={now} data={[{ value: '', label: '–' }, ...own, ...codes]} />
}
