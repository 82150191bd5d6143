import './registers.css'
import { Anchor, Table, Text, Title } from '@mantine/core'
import { Link, useLoaderData, useLocation, type LoaderFunctionArgs } from 'react-router'
import { formatNumber } from '../../../ui/format.ts'
import { languageOf } from '../../../ui/language.ts'
import { orRefuse } from '../../../ui/refusal.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import { importMessages } from '../messages/import-pages.ts'
import { registerMessages } from '../messages/staff.ts'
import { DaysForm } from './days-form.tsx'
import { daysOf } from './query.ts'
import { registersOf } from './services.ts'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { cases, actor, asked } = await registersOf(args)
  const views = await orRefuse(cases.registers(actor, asked.at))
  return {
    asked,
    registers: views.map(({ definition, extent }) => ({
      id: definition.id,
      name: definition.name,
      description: definition.description,
      copy: definition.copy,
      group: definition.group,
      count: extent.count,
    })),
  }
}

type Listed = Awaited<ReturnType<typeof loader>>['registers'][number]

/** Every register with how many entries it has on a day; those that have some first. */
export default function Registers() {
  const { registers, asked } = useLoaderData<typeof loader>()
  const language = languageOf(useLocation().pathname)
  const t = registerMessages[language]
  const filled = registers.filter(({ count }) => count > 0)
  const empty = registers.filter(({ count }) => count === 0)
  const days = daysOf(asked)
  return (
    <>
      <title>{t.registers}</title>
      <Title order={1} size="h2">
        {t.registers}
      </Title>
      <Text my="xs">{t.registersHint}</Text>
      <p>
        <Anchor component={Link} underline="always" to={staffPath(language, '/nhap-ban-do')}>
          {importMessages[language].imports}
        </Anchor>
      </p>
      <DaysForm t={t} asked={asked} />
      <List title={t.entries} registers={filled} days={days} />
      <List title={t.own} registers={empty.filter(({ group }) => group === null)} days={days} />
      <List title={t.dossier} registers={empty.filter(({ group }) => group !== null)} days={days} />
    </>
  )
}

function List(props: {
  readonly title: string
  readonly registers: readonly Listed[]
  readonly days: string
}) {
  const language = languageOf(useLocation().pathname)
  const t = registerMessages[language]
  if (props.registers.length === 0) return null
  return (
    <>
      <Title order={2} size="h3" mt="lg">
        {props.title}
      </Title>
      <div className="fit registers">
        <Table withTableBorder verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.register}</Table.Th>
              <Table.Th scope="col" className="number">
                {t.entries}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.registers.map(({ id, name, description, copy, count }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={500}>
                  <Anchor component={Link} to={staffPath(language, `/so-bo/${id}${props.days}`)}>
                    {name[language]}
                  </Anchor>{' '}
                  {copy && <span className="chip">{t.copy}</span>}
                  <span className="about">{description[language]}</span>
                </Table.Th>
                <Table.Td className="number">{formatNumber(count, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  )
}
