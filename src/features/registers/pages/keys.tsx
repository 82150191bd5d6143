import './registers.css'
import { Anchor, Table, Text, Title } from '@mantine/core'
import { Link, useLoaderData, useLocation, type LoaderFunctionArgs } from 'react-router'
import { formatNumber } from '../../../ui/format.ts'
import { languageOf } from '../../../ui/language.ts'
import { orRefuse } from '../../../ui/refusal.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import { registerMessages } from '../messages/staff.ts'
import type { Definition } from '../model/definition.ts'
import type { KeyGroup, KeyList } from '../model/keys.ts'
import { DaysForm } from './days-form.tsx'
import { daysOf, withQuery } from './query.ts'
import { registersOf } from './services.ts'

export const handle = { script: true }

const shown = 500

export async function loader(args: LoaderFunctionArgs) {
  const { cases, actor, asked } = await registersOf(args)
  const id = args.params.register ?? ''
  const { name, fields } = await orRefuse(
    Promise.resolve().then(() => cases.register(actor, id, asked.at.on)),
  )
  const lists = await orRefuse(cases.keys(actor, id, asked.at, shown))
  return { asked, id, name, fields, lists }
}

/** Keys that are not one for each: doubles, and sheet 0 number 0. */
export default function Keys() {
  const { asked, id, name, fields, lists } = useLoaderData<typeof loader>()
  const language = languageOf(useLocation().pathname)
  const t = registerMessages[language]
  const home = staffPath(language, `/so-bo/${id}`)
  return (
    <>
      <title>{`${t.keys}: ${name[language]}`}</title>
      <Anchor component={Link} to={`${home}${daysOf(asked)}`} size="sm">
        ← {name[language]}
      </Anchor>
      <Title order={1} size="h2">
        {t.keys}
      </Title>
      <Text my="xs">{t.keysWhy}</Text>
      <DaysForm t={t} asked={asked} />
      {lists.length === 0 && <Text>{t.noKey}</Text>}
      {lists.map((list) => (
        <List
          key={list.fields.join()}
          list={list}
          fields={fields}
          to={(group) => `${home}${withQuery(daysOf(asked), filtersOf(list, group, fields))}`}
        />
      ))}
    </>
  )
}

type Fields = Definition['fields']

/** The table of the register with these entries alone. */
function filtersOf({ fields: keys }: KeyList, { values }: KeyGroup, fields: Fields) {
  const pairs = keys.flatMap((key, i) => {
    const value = values[i] ?? null
    const field = fields.find((one) => one.key === key)
    return field?.queryable && value !== null ? [[`loc-${key}`, String(value)] as const] : []
  })
  return Object.fromEntries(pairs)
}

function List(props: {
  readonly list: KeyList
  readonly fields: Fields
  readonly to: (group: KeyGroup) => string
}) {
  const { list, fields } = props
  const language = languageOf(useLocation().pathname)
  const t = registerMessages[language]
  const nameOf = (key: string) => fields.find((one) => one.key === key)?.name[language] ?? key
  const names = list.fields.map(nameOf)
  if (list.total === 0)
    return (
      <Text my="sm">
        {names.join(', ')}: {t.noKeys}
      </Text>
    )
  return (
    <>
      <Title order={2} size="h3" mt="lg">
        {names.join(', ')}: {t.keyTotal(formatNumber(list.total, language))}
      </Title>
      {list.groups.length < list.total && (
        <Text size="sm">{t.keyMore(formatNumber(list.groups.length, language))}</Text>
      )}
      <div className="fit">
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              {names.map((name) => (
                <Table.Th key={name} scope="col">
                  {name}
                </Table.Th>
              ))}
              <Table.Th scope="col">{t.why}</Table.Th>
              <Table.Th scope="col" className="number">
                {t.entries}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.groups.map((group) => (
              <Table.Tr key={JSON.stringify(group.values)}>
                {group.values.map((value, i) => (
                  <Table.Td key={list.fields[i]}>{value === null ? t.unknown : String(value)}</Table.Td>
                ))}
                <Table.Td>
                  {[...(group.count > 1 ? [t.keyDouble] : []), ...(group.nought ? [t.keyNought] : [])].join(
                    ', ',
                  )}
                </Table.Td>
                <Table.Td className="number">
                  <Anchor component={Link} to={props.to(group)}>
                    {t.count(formatNumber(group.count, language))}
                  </Anchor>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  )
}
