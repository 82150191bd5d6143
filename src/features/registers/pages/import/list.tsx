import '../registers.css'
import './imports.css'
import { Anchor, Table, Text, Title } from '@mantine/core'
import {
  Link,
  data,
  redirect,
  useActionData,
  useLoaderData,
  useLocation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import { formatNumber } from '../../../../ui/format.ts'
import { languageOf } from '../../../../ui/language.ts'
import { orRefuse, refused } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { useFreshly } from '../../../../ui/use-freshly.ts'
import { importMessages } from '../../messages/import-pages.ts'
import { StateChip } from './parts.tsx'
import { optionsOf } from './query.ts'
import { home, importsOf } from './services.ts'
import { systemsIn } from './systems.ts'
import { UploadForm } from './upload-form.tsx'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { imports, cases, actor, may, url, today, holders } = await importsOf(args)
  const views = may.includes('register.read') ? await orRefuse(cases.registers(actor, { on: today })) : []
  const registers = views.map(({ definition: { id, name, group } }) => ({ id, name, own: group === null }))
  const only = registers.find(({ id }) => id === url.searchParams.get('lop'))?.id ?? null
  // A post is asked for what it may see, so that the one without a right finds words here and no refusal.
  const mine = may.includes('register.import')
  const sees = mine || may.includes('register.undo')
  const listed = sees ? await orRefuse(imports.imports(actor, only ?? undefined)) : []
  return {
    mine,
    sees,
    importers: mine ? [] : await holders('register.import'),
    only,
    registers,
    systems: mine ? systemsIn(await imports.place()).crs : [],
    mappings: mine ? await orRefuse(imports.mappings(actor)) : [],
    imports: listed.map(({ id, name, register, state, created, summary, progress, fault }) => ({
      id,
      name,
      register,
      state,
      created,
      progress,
      fault,
      entries: summary?.entries ?? null,
      changed: summary?.changed ?? null,
    })),
  }
}

/** Takes a posted file to the disk as it comes, then shows how its reading goes. */
export async function action(args: ActionFunctionArgs) {
  const { imports, actor, form, to } = await importsOf(args)
  const posted = await refused(form(args.request))
  if (posted.refusal) return data({ refusal: posted.refusal, wrong: null }, { status: posted.status })
  const { fields, files, drain } = posted.value
  const wrong = (what: Wrong) => data({ refusal: null, wrong: what }, { status: 422 })
  try {
    const register = fields.get('lop') ?? ''
    if (register === '') return wrong({ code: 'noRegister' })
    const asked = optionsOf(fields)
    if ('badDay' in asked) return wrong({ code: 'badDay', found: asked.badDay })
    const given = files[Symbol.asyncIterator]()
    const first = await given.next()
    if (first.done) return wrong({ code: 'noFile' })
    const all = async function* () {
      yield first.value
      for (let next = await given.next(); !next.done; next = await given.next()) yield next.value
    }
    const done = await refused(imports.receive(actor, register, all(), asked.options))
    if (done.refusal) return data({ refusal: done.refusal, wrong: null }, { status: done.status })
    return redirect(to(`/${done.value.id}${done.value.again ? '?xong=trung' : ''}`))
  } finally {
    await drain().catch(() => undefined)
  }
}

/** What is missing in the form. */
export type Wrong =
  | { readonly code: 'noRegister' | 'noFile' }
  | { readonly code: 'badDay'; readonly found: string }

/** The agency's imports with their state, and the form that brings in another. */
export default function MapImports() {
  const found = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const language = languageOf(useLocation().pathname)
  const t = importMessages[language]
  useFreshly(found.imports.some(({ state }) => state === 'waiting'))
  const only = found.registers.find(({ id }) => id === found.only)
  return (
    <>
      <title>{t.imports}</title>
      <Title order={1} size="h2">
        {t.imports}
      </Title>
      <Text my="xs">{t.importsHint}</Text>
      {!found.mine && <p className="why">{t.may(found.importers)}</p>}
      {found.sees && only && (
        <p>
          {t.onlyOf(only.name[language])}.{' '}
          <Anchor component={Link} underline="always" to={staffPath(language, home)}>
            {t.all}
          </Anchor>
        </p>
      )}
      {found.sees && found.imports.length === 0 && (
        <div className="empty">
          <Text fw={600}>{t.none}</Text>
          <Text>{t.noneHint}</Text>
        </div>
      )}
      {found.imports.length > 0 && <List found={found} language={language} />}
      {found.mine && <UploadForm t={t} language={language} found={found} answer={answer ?? null} />}
    </>
  )
}

type Found = ReturnType<typeof useLoaderData<typeof loader>>
export type FoundImports = Found

function List({ found, language }: { readonly found: Found; readonly language: Language }) {
  const t = importMessages[language]
  const name = (id: string) => found.registers.find((one) => one.id === id)?.name[language] ?? id
  return (
    <div className="fit">
      <Table withTableBorder verticalSpacing="xs" my="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.file}</Table.Th>
            <Table.Th scope="col">{t.state}</Table.Th>
            <Table.Th scope="col">{t.result}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.imports.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Th scope="row" fw={500}>
                <Anchor component={Link} to={staffPath(language, `${home}/${one.id}`)}>
                  {one.name}
                </Anchor>
                <span className="about">
                  {name(one.register)} · {t.received} {instantText(one.created, language)}
                </span>
              </Table.Th>
              <Table.Td>
                <StateChip t={t} state={one.fault ? 'failed' : one.state} />
              </Table.Td>
              <Table.Td>
                {one.fault?.[language]}
                {!one.fault &&
                  one.entries !== null &&
                  t.resultOf(formatNumber(one.entries, language), formatNumber(one.changed ?? 0, language))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

/** The clock of Việt Nam, whatever the machine's. */
function instantText(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(instant))
}
