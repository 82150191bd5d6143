import { Anchor, Button, NativeSelect, TextInput } from '@mantine/core'
import { Link } from 'react-router'
import type { Language } from '../../../domain/fault.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import type { Field } from '../model/definition.ts'
import { DaysForm } from './days-form.tsx'
import type { Found } from './register.tsx'

interface Props {
  readonly t: RegisterMessages
  readonly language: Language
  readonly found: Found
}

/** What is asked of a register: words, fields, days, columns. A plain form that makes an address. */
export function Filters({ t, language, found }: Props) {
  const { asked, definition } = found
  const filtered = Object.keys(asked.filters).length > 0 || asked.text !== ''
  return (
    <DaysForm t={t} asked={asked}>
      <TextInput
        name="tim"
        type="search"
        id="tim"
        label={t.search}
        description={t.searchHint}
        defaultValue={asked.text}
      />
      {asked.sort !== 'label' && <input type="hidden" name="xep" value={asked.sort} />}
      <details className="filters" open={Object.keys(asked.filters).length > 0}>
        <summary>{t.filter}</summary>
        <div className="days">
          <Choice
            t={t}
            name="status"
            label={t.status}
            names={found.names['status'] ?? {}}
            {...{ language, asked }}
          />
          <Choice t={t} name="stage" label={t.stage} names={t.stages} {...{ language, asked }} />
          <Choice
            t={t}
            name="disclosure"
            label={t.disclosure}
            names={t.disclosures}
            {...{ language, asked }}
          />
          {definition.fields
            .filter(({ queryable }) => queryable)
            .map((field) => (
              <FieldFilter key={field.key} t={t} field={field} language={language} found={found} />
            ))}
        </div>
      </details>
      <details className="filters">
        <summary>{t.columns}</summary>
        <div className="columns">
          {definition.fields.map(({ key, name }) => (
            <label key={key}>
              <input type="checkbox" name="cot" value={key} defaultChecked={found.columns.includes(key)} />{' '}
              {name[language]}
            </label>
          ))}
        </div>
        <Button type="submit" variant="outline" size="compact-md">
          {t.show}
        </Button>
      </details>
      {filtered && (
        <Anchor component={Link} to="?" size="sm">
          {t.clear}
        </Anchor>
      )}
    </DaysForm>
  )
}

interface ChoiceProps extends Pick<Props, 't' | 'language'> {
  readonly name: string
  readonly label: string
  readonly names: Readonly<Record<string, string | Readonly<Record<Language, string>>>>
  readonly asked: Found['asked']
}

function Choice({ t, name, label, names, asked, language }: ChoiceProps) {
  const options = Object.entries(names).map(([value, words]) => {
    const text = typeof words === 'string' ? words : words[language]
    return { value, label: text === value || typeof words === 'string' ? text : `${value} – ${text}` }
  })
  return (
    <NativeSelect
      name={`loc-${name}`}
      label={label}
      defaultValue={asked.filters[name] ?? ''}
      data={[{ value: '', label: t.any }, ...options]}
    />
  )
}

function FieldFilter({ t, language, found, field }: Props & { readonly field: Field }) {
  const { asked, names } = found
  const label = field.name[language]
  const codes = names[field.key]
  if (codes && Object.keys(codes).length > 0)
    return <Choice t={t} name={field.key} label={label} names={codes} asked={asked} language={language} />
  if (field.type === 'boolean')
    return (
      <Choice
        t={t}
        name={field.key}
        label={label}
        names={{ true: t.yes, false: t.no }}
        asked={asked}
        language={language}
      />
    )
  return <TextInput name={`loc-${field.key}`} label={label} defaultValue={asked.filters[field.key] ?? ''} />
}
