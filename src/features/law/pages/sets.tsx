import './law.css'
import { Anchor, Table, Text, Title } from '@mantine/core'
import { Link, useLoaderData, useLocation, type LoaderFunctionArgs } from 'react-router'
import { languageOf } from '../../../ui/language.ts'
import { orRefuse } from '../../../ui/refusal.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import { lawMessages } from '../messages/staff.ts'
import { DaysForm, daysQuery } from './days-form.tsx'
import { lawOf } from './services.ts'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { cases, at, query, badDay } = await lawOf(args)
  return { ...(await orRefuse(cases.sets(at, query))), at, query, badDay }
}

/** The rule sets on a day, with how many of their values somebody has held against the gazette. */
export default function LawSets() {
  const { sets, hits, at, query, badDay } = useLoaderData<typeof loader>()
  const language = languageOf(useLocation().pathname)
  const t = lawMessages[language]
  const days = daysQuery(at)
  return (
    <>
      <title>{t.law}</title>
      <Title order={1} size="h2">
        {t.law}
      </Title>
      <Text>{t.intro}</Text>
      <DaysForm t={t} at={at} query={query} badDay={badDay} />
      {query.trim() !== '' && (
        <section aria-labelledby="ket-qua">
          <Title order={2} size="h3" id="ket-qua">
            {t.found} ({hits.length})
          </Title>
          {hits.length === 0 ? (
            <output className="law-none">{t.nothingFound}</output>
          ) : (
            <ul>
              {hits.map(({ id, set, description }) => (
                <li key={id}>
                  <Anchor component={Link} to={staffPath(language, `/phap-luat/${set}${days}#${id}`)}>
                    {description[language]}
                  </Anchor>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <div className="law-fit">
        <Table withTableBorder my="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.set}</Table.Th>
              <Table.Th scope="col">{t.values}</Table.Th>
              <Table.Th scope="col">{t.verified}</Table.Th>
              <Table.Th scope="col">{t.unverified}</Table.Th>
              <Table.Th scope="col">{t.differs}</Table.Th>
              <Table.Th scope="col">{t.unknown}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sets.map(({ id, name, values, counts }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={500}>
                  <Anchor component={Link} to={staffPath(language, `/phap-luat/${id}${days}`)}>
                    {name[language]}
                  </Anchor>
                </Table.Th>
                <Table.Td>{values}</Table.Td>
                <Table.Td>{counts.verified}</Table.Td>
                <Table.Td>{counts.unverified}</Table.Td>
                <Table.Td>{counts.differs}</Table.Td>
                <Table.Td>{counts.unknown}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  )
}
