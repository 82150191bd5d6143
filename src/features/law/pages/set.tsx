import './law.css'
import { Alert, Anchor, Title } from '@mantine/core'
import {
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
import { entered } from '../../../ui/entered.ts'
import { languageOf } from '../../../ui/language.ts'
import { orRefuse, refused, say } from '../../../ui/refusal.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import { lawMessages } from '../messages/staff.ts'
import { DaysForm, daysQuery } from './days-form.tsx'
import { lawOf } from './services.ts'
import { ValueCard } from './value-card.tsx'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { cases, at, query, badDay } = await lawOf(args)
  return { set: await orRefuse(cases.set(args.params.set ?? '', at, query)), at, query, badDay }
}

/** Records a check, or takes one back; then the same days are shown again, at the value. */
export async function action(args: ActionFunctionArgs) {
  const { cases, language, at, query } = await lawOf(args)
  const form = await args.request.formData()
  const value = { parameter: entered(form, 'parameter'), from: entered(form, 'from') }
  const step = entered(form, 'step') === 'take-back' ? 'take-back' : 'check'
  const done = await refused(
    step === 'check'
      ? cases.check({
          ...value,
          result: entered(form, 'result'),
          gazette: entered(form, 'gazette'),
          note: entered(form, 'note'),
        })
      : cases.takeBack({ ...value, reason: entered(form, 'reason') }),
  )
  if (done.refusal) return data({ refusal: done.refusal }, { status: done.status })
  const place = `/phap-luat/${args.params.set ?? ''}${daysQuery(at, query)}&xong=${step}#${value.parameter}`
  return redirect(staffPath(language, place))
}

/** One rule set on a day: every value with its document, clause, certainty and history. */
export default function LawSet() {
  const { set, at, query, badDay } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const language = languageOf(useLocation().pathname)
  const t = lawMessages[language]
  const done = search.get('xong')
  return (
    <>
      <title>{set.name[language]}</title>
      <output>{done === 'check' ? t.doneCheck : done === 'take-back' ? t.doneTakeBack : ''}</output>
      {answer?.refusal && (
        <Alert role="alert" color="red" variant="outline" c="red.9" my="sm">
          {say(answer.refusal, language)}
        </Alert>
      )}
      <p>
        <Anchor component={Link} to={staffPath(language, `/phap-luat${daysQuery(at)}`)}>
          {t.back}
        </Anchor>
      </p>
      <Title order={1} size="h2">
        {set.name[language]}
      </Title>
      <DaysForm t={t} at={at} query={query} badDay={badDay} />
      {set.values.length === 0 && <output className="law-none">{t.nothingFound}</output>}
      {set.values.map((view) => (
        <ValueCard key={view.id} view={view} t={t} language={language} />
      ))}
    </>
  )
}
