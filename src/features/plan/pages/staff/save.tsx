import './staff.css'
import { Alert, Button, Table, TextInput, Title } from '@mantine/core'
import {
  Form,
  Link,
  data,
  redirect,
  useActionData,
  useLoaderData,
  useLocation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { entered } from '../../../../ui/entered.ts'
import { languageOf } from '../../../../ui/language.ts'
import { orRefuse, refused, say } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { staffMessages } from '../../messages/staff.ts'
import { dayText, parseDayText } from '../../rules/form-values.ts'
import { Hidden } from './correct-form.tsx'
import { staffOf } from './services.ts'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { plans, actor, language } = await staffOf(args)
  const preview = await orRefuse(plans.preview(actor, args.params.sha256 ?? ''))
  if (preview.saved) throw redirect(staffPath(language, `/ke-hoach/${encodeURIComponent(preview.plan)}`))
  return preview
}

export async function action(args: ActionFunctionArgs) {
  const { plans, actor, language } = await staffOf(args)
  const form = await args.request.formData()
  const given = entered(form, 'validFrom')
  const day = parseDayText(given)
  if (given !== '' && day === null) return data({ refusal: null, given, notADay: true }, { status: 422 })
  const at = {
    sha256: args.params.sha256 ?? '',
    version: Number(entered(form, 'version')),
    validFrom: day ?? undefined,
  }
  const done = await refused(plans.save(actor, at))
  if (done.refusal) return data({ refusal: done.refusal, given, notADay: false }, { status: done.status })
  return redirect(staffPath(language, `/ke-hoach/${encodeURIComponent(done.value.plan)}?xong=save`))
}

/** What a save would write, before it is written. */
export default function Save() {
  const preview = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const language = languageOf(useLocation().pathname)
  const t = staffMessages[language]
  const review = staffPath(language, `/tai-lieu/${preview.sha256}`)
  return (
    <>
      <title>{t.saveTitle}</title>
      <p>
        <Link to={review}>← {t.toReview}</Link>
      </p>
      <Title order={1} size="h2">
        {t.saveTitle}
      </Title>
      <p>{preview.title}</p>
      {answer?.refusal && (
        <Alert role="alert" color="red" variant="outline" c="red.9" my="sm">
          {say(answer.refusal, language)}
        </Alert>
      )}
      <Table withTableBorder maw={720} my="md" className="fit">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.searchKind}</Table.Th>
            <Table.Th scope="col">{t.written}</Table.Th>
            <Table.Th scope="col">{t.stays}</Table.Th>
            <Table.Th scope="col">{t.goes}</Table.Th>
            <Table.Th scope="col">{t.leftOut}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.rows.map((row) => (
            <Table.Tr key={row.kind}>
              <Table.Th scope="row" fw={500}>
                {t.kinds[row.kind]}
              </Table.Th>
              <Table.Td>{row.written}</Table.Td>
              <Table.Td>{row.stays}</Table.Td>
              <Table.Td>{row.ends}</Table.Td>
              <Table.Td>{row.leftOut}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {preview.waiting > 0 ? (
        <Alert role="note" maw={720} color="yellow" variant="outline" c="dark.9">
          {t.saveWaiting(preview.waiting)} <Link to={`${review}?loc=chua`}>{t.toReview}</Link>
        </Alert>
      ) : (
        <Form method="post" className="fields">
          <Hidden intent="save" version={preview.version} />
          <TextInput
            maw={320}
            name="validFrom"
            label={t.validFrom}
            description={
              preview.stated ? t.validFromStated(dayText(preview.stated) ?? '') : t.validFromMissing
            }
            defaultValue={answer?.given ?? dayText(preview.stated) ?? ''}
            inputMode="numeric"
            error={answer?.notADay ? t.fieldProblems.day : undefined}
          />
          <p>{t.saveHint}</p>
          <div className="decide">
            <Button type="submit">{t.save}</Button>
          </div>
        </Form>
      )}
    </>
  )
}
