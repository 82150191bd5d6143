import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { entered as enteredIn } from '../../../../ui/entered.ts'
import { refused } from '../../../../ui/refusal.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { kinds, type Step } from '../../model/proposal.ts'
import { valueFrom, type Entered } from '../../rules/form.ts'
import { sameValue } from '../../rules/items.ts'
import type { FormAnswer } from './correct-form.tsx'
import { reviewQuery, toId, toKind } from './query.ts'
import { staffOf } from './services.ts'

/** What stands in a form of the review page. */
interface Posted {
  readonly intent: string
  readonly id: string
  readonly version: number
  readonly reason: string
  readonly entered: Entered
}

async function postedIn(request: Request): Promise<Posted> {
  const form = await request.formData()
  const entered = Object.fromEntries([...form.keys()].map((name) => [name, enteredIn(form, name)]))
  return {
    intent: entered.intent ?? '',
    id: entered.id ?? '',
    version: Number(entered.version),
    reason: entered.reason ?? '',
    entered,
  }
}

type Staff = Awaited<ReturnType<typeof staffOf>>

/** Takes a step and goes on to the next proposal that waits; what is wrong comes back beside its field. */
export async function reviewAction(args: ActionFunctionArgs) {
  const staff = await staffOf(args)
  const sha256 = args.params.sha256 ?? ''
  const posted = await postedIn(args.request)
  const step = await stepOf(staff, sha256, posted)
  if (step && 'problems' in step) return data({ refusal: null, form: step }, { status: 422 })
  const done = await refused(take(staff, sha256, posted, step))
  if (done.refusal) return data({ refusal: done.refusal, form: null }, { status: done.status })
  return redirect(await nextAddress(staff, sha256, posted))
}

/** The step that a form stands for; null for those that decide no single candidate. */
async function stepOf(staff: Staff, sha256: string, posted: Posted): Promise<Step | FormAnswer | null> {
  const { intent, id, reason, entered } = posted
  if (intent === 'accept') return { kind: 'accept', ids: [id] }
  if (intent === 'refuse-kind' ? reason !== '' : intent !== 'refuse' && intent !== 'correct') return null
  const answer: FormAnswer = {
    id,
    entered,
    problems: [],
    reasonMissing: reason === '',
    nothingChanged: false,
  }
  if (intent === 'refuse-kind') return answer
  if (intent === 'refuse') return reason === '' ? answer : { kind: 'refuse', ids: [id], reason }
  const view = await staff.plans.proposal(staff.actor, sha256, { selected: id })
  const item = view.shown.find(({ candidate }) => candidate.id === id)?.candidate.item
  if (!item) return { kind: 'accept', ids: [id] }
  const result = valueFrom(item, entered)
  if ('problems' in result) return { ...answer, problems: result.problems }
  const nothingChanged = sameValue(result.value, item.value)
  if (nothingChanged || reason === '') return { ...answer, nothingChanged }
  return { kind: 'correct', id, value: result.value, reason }
}

async function take(staff: Staff, sha256: string, posted: Posted, step: Step | null): Promise<unknown> {
  const { plans, actor } = staff
  const at = { sha256, version: posted.version }
  if (step) return plans.review(actor, at, step)
  if (posted.intent === 'undo') return plans.undo(actor, at)
  if (posted.intent === 'unsave') return plans.unsave(actor, { ...at, reason: posted.reason })
  const kind = kinds.find((one) => one === posted.id)
  if (kind && posted.intent === 'accept-kind') return plans.reviewKind(actor, at, kind, { kind: 'accept' })
  if (kind && posted.intent === 'refuse-kind')
    return plans.reviewKind(actor, at, kind, { kind: 'refuse', reason: posted.reason })
  throw data(null, { status: 400 })
}

/** After a decision the next one of the kind that waits; else the same page. */
async function nextAddress(staff: Staff, sha256: string, { intent, id }: Posted): Promise<string> {
  const { url, actor, plans, language } = staff
  // Built anew: a request by script has an address of its own, which is no page.
  const page = staffPath(language, `/tai-lieu/${sha256}`)
  const done = intent.replace('-kind', '')
  const query = reviewQuery(url.searchParams)
  const onlyWaiting = query.waiting === true
  if (intent !== 'accept' && intent !== 'correct' && intent !== 'refuse') {
    const kind = kinds.find((one) => one === id) ?? query.kind
    const stay = query.selected ? toId({ onlyWaiting }, query.selected) : '?'
    return `${page}${kind ? toKind({ onlyWaiting }, kind) : stay}&xong=${done}`
  }
  const view = await plans.proposal(actor, sha256, { selected: id })
  const here = view.shown.findIndex(({ candidate }) => candidate.id === id)
  const after = [...view.shown.slice(here + 1), ...view.shown.slice(0, here)]
  const next = after.find(({ verdict }) => verdict === 'proposed')?.candidate.id ?? id
  return `${page}${toId({ onlyWaiting }, next)}&xong=${done}`
}
