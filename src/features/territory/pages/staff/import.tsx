import './staff.css'
import { Alert, Anchor, Button, Checkbox, Text, TextInput, Title } from '@mantine/core'
import {
  Form,
  Link,
  data,
  useActionData,
  useLoaderData,
  useLocation,
  useNavigation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { parseDayText } from '../../../../domain/day-text.ts'
import { entered } from '../../../../ui/entered.ts'
import { languageOf } from '../../../../ui/language.ts'
import { refused, say } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { importAnswer, importText } from '../../messages/cli.ts'
import { territoryStaffWords, type TerritoryStaffWords } from '../../messages/staff.ts'
import { territoryOf } from './services.ts'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { importing } = await territoryOf(args)
  return importing()
}

/** Takes a file in and says what became of each row; the same as the command line. */
export async function action(args: ActionFunctionArgs) {
  const { cases, language, today } = await territoryOf(args)
  const form = await args.request.formData()
  const given = (name: string) => entered(form, name)
  const file = form.get('tep')
  const none = { refusal: null, told: null, wrong: null }
  if (!(file instanceof File) || file.name === '')
    return data({ ...none, wrong: 'noFile' as const }, { status: 422 })
  const on = given('tu-ngay') === '' ? null : parseDayText(given('tu-ngay'))
  if (on === null && given('tu-ngay') !== '')
    return data({ ...none, wrong: 'badDay' as const }, { status: 422 })
  const [number, article, province] = [given('document'), given('article'), given('province')]
  const done = await refused(
    cases.import(
      { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
      {
        today,
        on,
        document:
          number === ''
            ? null
            : { number, issuer: null, issuedOn: null, article: article === '' ? null : article },
        replace: given('replace') !== '',
        provinces: province === '' ? [] : [province],
      },
    ),
  )
  if (done.refusal) return data({ ...none, refusal: done.refusal }, { status: done.status })
  return data({ ...none, told: importText(importAnswer(done.value, language), language) })
}

/** Units, their boundaries or what became of them, from a file. */
export default function ImportUnits() {
  const { may, posts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const language = languageOf(useLocation().pathname)
  const t = territoryStaffWords(language)
  const problem = answer?.refusal ? say(answer.refusal, language) : answer?.wrong ? t[answer.wrong] : null
  return (
    <>
      <title>{t.import}</title>
      <p>
        <Anchor component={Link} to={staffPath(language, '/don-vi')}>
          {t.back}
        </Anchor>
      </p>
      <Title order={1} size="h2">
        {t.import}
      </Title>
      <Text>{t.importLead}</Text>
      {problem !== null && (
        <Alert role="alert" color="red" variant="outline" c="red.9" my="sm">
          {problem}
        </Alert>
      )}
      <output>
        {answer?.told && (
          <>
            <strong>{t.imported}</strong>
            <pre className="unit-told">{answer.told}</pre>
          </>
        )}
      </output>
      {may ? <ImportForm t={t} /> : <p className="unit-proposal">{t.notImporter(posts)}</p>}
    </>
  )
}

function ImportForm({ t }: { readonly t: TerritoryStaffWords }) {
  const busy = useNavigation().formData !== undefined
  return (
    <Form method="post" encType="multipart/form-data" className="unit-form">
      <div className="unit-file">
        <label htmlFor="tep">{t.file}</label>
        <Text size="xs" id="tep-goi-y">
          {t.fileHint}
        </Text>
        <input
          id="tep"
          name="tep"
          type="file"
          accept=".geojson,.json,.gz,.csv"
          aria-describedby="tep-goi-y"
        />
      </div>
      <TextInput name="tu-ngay" label={t.since} description={t.sinceHint} inputMode="numeric" />
      <TextInput name="document" label={t.number} description={t.numberHint} maxLength={80} />
      <TextInput name="article" label={t.article} maxLength={80} />
      <TextInput name="province" label={t.province} description={t.provinceHint} maxLength={2} />
      <Checkbox name="replace" value="co" label={t.replace} />
      <Button type="submit" loading={busy}>
        {t.send}
      </Button>
    </Form>
  )
}
