import './staff.css'
import { Alert, Anchor, Button, Table, Text, TextInput, Title } from '@mantine/core'
import {
  Form,
  Link,
  data,
  redirect,
  useActionData,
  useLoaderData,
  useLocation,
  useSearchParams,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { dayText } from '../../../../domain/day-text.ts'
import { parseDay } from '../../../../domain/day.ts'
import type { Language } from '../../../../domain/fault.ts'
import { entered } from '../../../../ui/entered.ts'
import { formatNumber } from '../../../../ui/format.ts'
import { languageOf } from '../../../../ui/language.ts'
import { orRefuse, refused, say } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { territoryStaffWords } from '../../messages/staff.ts'
import type { UnitVersion } from '../../model.ts'
import { fullName } from '../../rules/names.ts'
import { spanOf } from '../parts.tsx'
import { Proposals } from './proposals.tsx'
import { territoryOf } from './services.ts'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { cases, on, query, badDay } = await territoryOf(args)
  return { ...(await orRefuse(cases.look(on, query))), on, query, badDay }
}

/** Names the act behind what is proposed for a unit, or refuses a kept proposal; then the same day is shown again. */
export async function action(args: ActionFunctionArgs) {
  const { cases, language, on } = await territoryOf(args)
  const form = await args.request.formData()
  const day = parseDay(entered(form, 'day')) ?? on
  const step = entered(form, 'step') === 'refuse' ? 'bo' : 'ghi'
  const article = entered(form, 'article')
  const document = {
    number: entered(form, 'document'),
    issuer: null,
    issuedOn: null,
    article: article === '' ? null : article,
  }
  const done = await refused<unknown>(
    step === 'bo'
      ? cases.refuse({ from: entered(form, 'from'), to: entered(form, 'to'), day })
      : cases.decide({ code: entered(form, 'code'), unit: entered(form, 'unit'), day, document }),
  )
  if (done.refusal) return data({ refusal: done.refusal }, { status: done.status })
  return redirect(staffPath(language, `/don-vi?ngay=${encodeURIComponent(dayText(on) ?? '')}&xong=${step}`))
}

/** The units of a day as the record has them, what is found, and what waits for a document. */
export default function StaffUnits() {
  const { units, change, proposed, on, query, badDay } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const language = languageOf(useLocation().pathname)
  const t = territoryStaffWords(language)
  const done = search.get('xong')
  const problem = badDay ? t.badDay : answer?.refusal ? say(answer.refusal, language) : null
  return (
    <>
      <title>{t.title}</title>
      <Title order={1} size="h2">
        {t.title}
      </Title>
      <Text>{t.lead}</Text>
      <p>
        <Anchor component={Link} underline="always" to={staffPath(language, '/don-vi/nhap')}>
          {t.import}
        </Anchor>
      </p>
      <output>{done === 'ghi' ? t.accepted : done === 'bo' ? t.refusedDone : ''}</output>
      {problem !== null && (
        <Alert role="alert" color="red" variant="outline" c="red.9" my="sm">
          {problem}
        </Alert>
      )}
      <search>
        <Form method="get" className="unit-form">
          <TextInput
            name="tim"
            type="search"
            label={t.search}
            description={t.searchHint}
            defaultValue={query}
          />
          <TextInput
            name="ngay"
            label={t.on}
            description={t.dayHint}
            defaultValue={dayText(on) ?? ''}
            inputMode="numeric"
          />
          <Button type="submit" variant="outline">
            {t.show}
          </Button>
        </Form>
      </search>
      <p>{units.length === 0 ? t.none : t.units(units.length)}</p>
      {units.length > 0 && <Units units={units} language={language} />}
      {change !== null && <Proposals proposed={proposed} change={change} t={t} />}
    </>
  )
}

function Units({ units, language }: { readonly units: readonly UnitVersion[]; readonly language: Language }) {
  const t = territoryStaffWords(language)
  return (
    <div className="unit-fit">
      <Table withTableBorder my="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.name}</Table.Th>
            <Table.Th scope="col">{t.code}</Table.Th>
            <Table.Th scope="col">{t.valid}</Table.Th>
            <Table.Th scope="col">{t.area}</Table.Th>
            <Table.Th scope="col">{t.document}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {units.map((unit) => (
            <Table.Tr key={unit.id}>
              <Table.Th scope="row" fw={500}>
                <Anchor component={Link} to={staffPath(language, `/don-vi/${unit.id}`)}>
                  {fullName(unit)}
                </Anchor>
              </Table.Th>
              <Table.Td>{unit.code}</Table.Td>
              <Table.Td>{spanOf(unit, language)}</Table.Td>
              <Table.Td>{unit.km2 === null ? '–' : formatNumber(unit.km2, language)}</Table.Td>
              <Table.Td>{unit.document?.number ?? t.noDocument}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
