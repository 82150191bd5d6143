import './staff.css'
import { Alert, Anchor, Button, Progress, Table, Text, Title } from '@mantine/core'
import { useRef, useState, type DragEvent } from 'react'
import {
  Form,
  Link,
  data,
  redirect,
  useActionData,
  useLoaderData,
  useLocation,
  useNavigation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { parseDay } from '../../../../domain/day.ts'
import { languageOf } from '../../../../ui/language.ts'
import { orRefuse, refused, say } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { officeMessages } from '../../../office/messages.ts'
import { abilities } from '../../../office/rules.ts'
import { staffMessages, type StaffMessages } from '../../messages/staff.ts'
import { Imports, importStep } from './imports.tsx'
import { staffOf } from './services.ts'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { plans, actor, posts, today } = await staffOf(args)
  const may = abilities(actor.roles)
  const own = posts.filter(({ agency }) => agency === actor.agency)
  const importers = own.filter(({ roles }) => abilities(roles).includes('document.import'))
  // A post is asked for what it may see, so that the one without a right finds words here and no refusal.
  const seesProposals = may.includes('proposal.read')
  const on = !seesProposals && may.includes('plan.read') ? parseDay(today) : null
  return {
    may,
    importers: importers.map(({ name }) => name),
    proposals: seesProposals ? await orRefuse(plans.proposals(actor)) : null,
    imports: seesProposals ? await orRefuse(plans.imports(actor)) : [],
    plans: on
      ? (await orRefuse(plans.plans(actor, { on }))).map(({ key, document }) => ({
          key,
          title: document.title ?? key,
        }))
      : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  const { plans, actor, language } = await staffOf(args)
  const form = await args.request.formData()
  const again = importStep(plans, actor, form)
  if (again) {
    const done = await refused(again)
    if (done.refusal) return data({ refusal: done.refusal, noFile: false }, { status: done.status })
    return redirect(staffPath(language))
  }
  const file = form.get('tep')
  if (!(file instanceof File) || file.name === '')
    return data({ refusal: null, noFile: true }, { status: 422 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const done = await refused(plans.import(actor, bytes, file.name))
  if (done.refusal) return data({ refusal: done.refusal, noFile: false }, { status: done.status })
  const { sha256, again: known, queued } = done.value
  if (queued) return redirect(staffPath(language, '#dang-doc'))
  return redirect(staffPath(language, `/tai-lieu/${sha256}${known ? '?xong=again' : ''}`))
}

/** All documents of the agency, and the form that brings in another. */
export default function Documents() {
  const { may, importers, proposals, imports } = useLoaderData<typeof loader>()
  const language = languageOf(useLocation().pathname)
  const t = staffMessages[language]
  const mayImport = may.includes('document.import')
  if (proposals === null) return <OtherPost />
  return (
    <>
      <title>{t.documents}</title>
      <Title order={1} size="h2">
        {t.documents}
      </Title>
      <Imports t={t} imports={imports} language={language} mayImport={mayImport} />
      {proposals.length === 0 ? (
        <div className="empty">
          <Text fw={600}>{t.none}</Text>
          {mayImport && <Text>{t.noneHint}</Text>}
        </div>
      ) : (
        <div className="fit documents">
          <Table withTableBorder verticalSpacing="sm" my="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t.title}</Table.Th>
                <Table.Th scope="col">{t.progress}</Table.Th>
                <Table.Th scope="col">{t.state}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {proposals.map((one) => (
                <Table.Tr key={one.sha256}>
                  <Table.Th scope="row" fw={500}>
                    <Anchor component={Link} to={staffPath(language, `/tai-lieu/${one.sha256}`)}>
                      {one.title}
                    </Anchor>
                    <span className="file-name">{one.fileName}</span>
                  </Table.Th>
                  <Table.Td className="count">
                    {one.decided}/{one.candidates}
                  </Table.Td>
                  <Table.Td>
                    <span className={one.saved ? 'chip done' : 'chip'}>{one.saved ? t.saved : t.open}</span>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {mayImport ? <Import t={t} /> : <Text mt="lg">{t.whoImports(importers)}</Text>}
    </>
  )
}

/** For a post that sees no document under work: what it may do instead, and the plans it may read. */
function OtherPost() {
  const { may, plans } = useLoaderData<typeof loader>()
  const language = languageOf(useLocation().pathname)
  const t = staffMessages[language]
  const office = officeMessages[language]
  return (
    <>
      <title>{office.staff}</title>
      <Title order={1} size="h2">
        {office.staff}
      </Title>
      <Text my="sm">{office.noDocuments}</Text>
      <Title order={2} size="h3" mt="md">
        {office.may}
      </Title>
      <ul>
        {may.map((action) => (
          <li key={action}>{office.deeds[action]}</li>
        ))}
      </ul>
      {plans.length > 0 && (
        <>
          <Title order={2} size="h3" mt="md">
            {t.plansInRecord}
          </Title>
          <ul>
            {plans.map(({ key, title }) => (
              <li key={key}>
                <Anchor component={Link} to={staffPath(language, `/ke-hoach/${encodeURIComponent(key)}`)}>
                  {title}
                </Anchor>
              </li>
            ))}
          </ul>
        </>
      )}
      <Text mt="md">
        {office.publicToo} <a href={language === 'en' ? '/en' : '/'}>{office.public}</a>
      </Text>
    </>
  )
}

/** A plain form that posts a file; with script it takes a dropped one too and shows that something happens. */
function Import({ t }: { readonly t: StaffMessages }) {
  const answer = useActionData<typeof action>()
  const busy = useNavigation().formData !== undefined
  const language = languageOf(useLocation().pathname)
  const [file, setFile] = useState<File | null>(null)
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const wrong = answer?.refusal ? say(answer.refusal, language) : answer?.noFile ? t.noFile : null
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [first] = event.dataTransfer.files
    if (!first || !input.current) return
    const one = new DataTransfer()
    one.items.add(first)
    input.current.files = one.files
    setFile(first)
  }
  return (
    <section aria-labelledby="nhap">
      <Title order={2} size="h3" id="nhap" mt="lg">
        {t.import}
      </Title>
      {wrong && (
        <Alert color="red" role="alert" my="sm" variant="outline" c="red.9">
          {wrong}
        </Alert>
      )}
      <Form
        method="post"
        encType="multipart/form-data"
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          className="file"
          id="tep"
          name="tep"
          type="file"
          accept=".docx,.doc,.pdf,.html,.htm,.txt,.md,.png,.jpg,.jpeg,.tif,.tiff"
          aria-describedby="tep-huong-dan"
          aria-invalid={answer?.noFile ?? false}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
        {/* The browser's own words for a file field are in its language, not in the page's. */}
        <label htmlFor="tep">
          <span className="file-button">{t.chooseFile}</span>{' '}
          <span className="file-name">{file?.name ?? t.dropHere}</span>
        </label>
        <Text size="sm" id="tep-huong-dan">
          {t.importHint}
        </Text>
        <Button type="submit" loading={busy} aria-describedby="tep-huong-dan">
          {t.read}
        </Button>
        <output>
          {busy && (
            <>
              <Text size="sm">
                {t.reading} {file?.name}
              </Text>
              <Progress value={100} animated aria-label={t.reading} />
            </>
          )}
        </output>
      </Form>
    </section>
  )
}
