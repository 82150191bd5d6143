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
  useSearchParams,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { parseDay } from '../../../../domain/day.ts'
import { entered } from '../../../../ui/entered.ts'
import { languageOf } from '../../../../ui/language.ts'
import { orRefuse, refused, say } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { abilities } from '../../../office/rules.ts'
import { staffMessages } from '../../messages/staff.ts'
import { exportNames } from '../../model/export.ts'
import { kinds } from '../../model/proposal.ts'
import { dayText, parseDayText } from '../../rules/form-values.ts'
import { idOf, itemsOf } from '../../rules/items.ts'
import { Hidden } from './correct-form.tsx'
import { staffOf } from './services.ts'
import { nameOf, summaryOf } from './value-view.tsx'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { plans, actor, url, today } = await staffOf(args)
  const on = parseDay(parseDayText(url.searchParams.get('ngay') ?? '') ?? today)
  if (!on) throw data(null, { status: 400 })
  const plan = await orRefuse(plans.plan(actor, args.params.key ?? '', { on }))
  // Who may see the plan may not always see how it was checked; the way back is then not theirs either.
  const preview = await refused(plans.preview(actor, plan.source.sha256))
  const mayExport = abilities(actor.roles).includes('record.export')
  return {
    plan,
    on,
    mayExport,
    version: preview.value?.version ?? 0,
    canUnsave: preview.value?.saved ?? false,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { plans, actor, language } = await staffOf(args)
  const form = await args.request.formData()
  const reason = entered(form, 'reason')
  const sha256 = entered(form, 'id')
  if (reason === '') return data({ refusal: null, reasonMissing: true }, { status: 422 })
  const done = await refused(
    plans.unsave(actor, { sha256, version: Number(entered(form, 'version')), reason }),
  )
  if (done.refusal) return data({ refusal: done.refusal, reasonMissing: false }, { status: done.status })
  return redirect(staffPath(language, `/tai-lieu/${sha256}?xong=unsave`))
}

/** A plan as the record holds it on a day, internal until it is published. */
export default function Plan() {
  const { plan, on, mayExport, version, canUnsave } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [query] = useSearchParams()
  const language = languageOf(useLocation().pathname)
  const t = staffMessages[language]
  const items = itemsOf(plan)
  return (
    <>
      <title>{plan.document.title ?? t.one.document}</title>
      <output>{query.get('xong') === 'save' && t.done.save}</output>
      <Title order={1} size="h3">
        {plan.document.title}
      </Title>
      <div className="bar">
        <span className="chip">{plan.disclosure === 'internal' ? t.internal : t.published}</span>
        <Form method="get" className="bar">
          <TextInput
            name="ngay"
            label={t.inForce}
            defaultValue={dayText(on) ?? ''}
            inputMode="numeric"
            size="xs"
          />
        </Form>
        <span>
          {t.validFrom}: {dayText(plan.validFrom)}
        </span>
        <Link to={staffPath(language, `/tai-lieu/${plan.source.sha256}`)}>{t.source}</Link>
      </div>
      {mayExport && (
        <p>
          {t.export}:{' '}
          {exportNames.map((name, at) => (
            <span key={name}>
              {at > 0 && ' · '}
              <a
                href={`${staffPath(language, `/ke-hoach/${encodeURIComponent(plan.key)}`)}/xuat/${name}?ngay=${on}`}
              >
                {t.exportNames[name]}
              </a>
            </span>
          ))}
        </p>
      )}
      {kinds.map((kind) => {
        const own = items.filter((item) => item.kind === kind)
        return (
          own.length > 0 && (
            <section key={kind} aria-labelledby={`loai-${kind}`}>
              <Title order={2} size="h4" id={`loai-${kind}`} mt="md">
                {t.kinds[kind]} ({own.length})
              </Title>
              <Table withTableBorder className="fit">
                <Table.Tbody>
                  {own.map((item) => (
                    <Table.Tr key={idOf(item)}>
                      <Table.Th scope="row" fw={500} w="30%">
                        {nameOf(item, t)}
                      </Table.Th>
                      <Table.Td>
                        {summaryOf(item, t)}
                        {plan.corrections[idOf(item)] !== undefined && (
                          <em>
                            {' '}
                            ({t.verdicts.corrected}: {plan.corrections[idOf(item)]})
                          </em>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </section>
          )
        )
      })}
      <p>
        {t.digest}: <code style={{ overflowWrap: 'anywhere' }}>{plan.source.sha256}</code>
      </p>
      {answer?.refusal && (
        <Alert role="alert" color="red" variant="outline" c="red.9" my="sm">
          {say(answer.refusal, language)}
        </Alert>
      )}
      {canUnsave && (
        <Form method="post" className="fields">
          <Hidden intent="unsave" id={plan.source.sha256} version={version} />
          <TextInput
            maw={480}
            name="reason"
            label={t.reason}
            description={t.unsaveHint}
            error={answer?.reasonMissing ? t.reasonMissing : undefined}
          />
          <div className="decide">
            <Button type="submit" variant="outline" color="red.9">
              {t.unsave}
            </Button>
          </div>
        </Form>
      )}
    </>
  )
}
