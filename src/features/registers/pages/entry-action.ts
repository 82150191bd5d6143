import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { parseDayText } from '../../../domain/day-text.ts'
import { entered } from '../../../ui/entered.ts'
import { orRefuse, refused } from '../../../ui/refusal.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import type { When } from '../actions/edit.ts'
import { draftOf, type FormFault } from '../rules/entry-form.ts'
import { versionKey } from '../rules/versions.ts'
import { registersOf } from './services.ts'

type Desk = Awaited<ReturnType<typeof registersOf>>

interface Asked {
  readonly desk: Desk
  readonly register: string
  readonly id: string
  readonly form: FormData
}

const bad = (fault: FormFault) => data({ refusal: null, fault }, { status: 422 })

/** One of the steps of an entry's page; then the entry is shown as it is now. */
export async function action(args: ActionFunctionArgs) {
  const desk = await registersOf(args)
  const form = await args.request.formData()
  const [register, id] = [args.params.register ?? '', args.params.entry ?? '']
  const work = await workOf({ desk, register, id, form })
  if ('fault' in work) return bad(work.fault)
  const done = await refused(work.work)
  if (done.refusal) return data({ refusal: done.refusal, fault: null }, { status: done.status })
  return redirect(staffPath(desk.language, `/so-bo/${register}/${id}?xong=1`))
}

type Work = { readonly work: Promise<unknown> } | { readonly fault: FormFault }

async function workOf(asked: Asked): Promise<Work> {
  const { desk, register, id, form } = asked
  const given = (name: string) => entered(form, name)
  const change = { reason: given('reason'), basedOn: Number(given('based-on')) || undefined }
  switch (given('step')) {
    case 'change':
      return changed(asked)
    case 'end': {
      const day = parseDayText(given('day'))
      if (!day) return { fault: { field: 'day', found: given('day') } }
      return { work: desk.cases.end(desk.actor, register, id, day, change) }
    }
    case 'release': {
      const issuedOn = parseDayText(given('issued-on'))
      if (!issuedOn) return { fault: { field: 'issued-on', found: given('issued-on') } }
      const document = { number: given('number'), issuer: given('issuer'), issuedOn }
      return { work: desk.cases.release(desk.actor, register, { ids: [id] }, document) }
    }
    default:
      return { work: desk.cases.undo(desk.actor, register, Number(given('revision')), change.reason) }
  }
}

/** A correction of the version that was read, or a change of the world from a day; its place stays as it is. */
async function changed({ desk, register, id, form }: Asked): Promise<Work> {
  const given = (name: string) => entered(form, name)
  const { definition, versions } = await orRefuse(desk.cases.entry(desk.actor, register, id))
  const read = versions.find((one) => versionKey(one) === given('version'))
  if (!read) return { fault: { field: 'version', found: given('version') } }
  const made = draftOf(definition, given, read.value)
  if ('fault' in made) return made
  const day = given('way') === 'from' ? parseDayText(given('day')) : null
  if (given('way') === 'from' && !day) return { fault: { field: 'day', found: given('day') } }
  const when: When = day
    ? { changedFrom: day }
    : { correctedIn: { from: read.valid.from, to: read.valid.to } }
  const change = { reason: given('reason'), basedOn: Number(given('based-on')) || undefined }
  return { work: desk.cases.change(desk.actor, register, id, when, made.draft, change) }
}
