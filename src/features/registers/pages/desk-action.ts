import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { covers } from '../../../domain/as-of.ts'
import { parseDayText } from '../../../domain/day-text.ts'
import { decodeWkb, encodeWkb } from '../../../domain/geometry/index.ts'
import { entered } from '../../../ui/entered.ts'
import { orRefuse, refused, type Refusal } from '../../../ui/refusal.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import type { Reshaped } from '../actions/map.ts'
import type { Definition } from '../model/definition.ts'
import { geometryOfText, type CoordinatesFault } from '../rules/coordinates.ts'
import { dimensionIn } from '../rules/drawing.ts'
import { draftOf, type FormFault } from '../rules/entry-form.ts'
import { registersOf } from './services.ts'

/** What a form of the drawing desk answers where nothing was written. */
export interface DeskAnswer {
  readonly refusal: Refusal | null
  readonly fault: FormFault | null
  readonly line: CoordinatesFault | null
}

type Wrong = { readonly fault: FormFault } | { readonly line: CoordinatesFault }
type Work = { readonly work: Promise<Reshaped> } | Wrong

interface Asked {
  readonly desk: Awaited<ReturnType<typeof registersOf>>
  readonly register: string
  readonly given: (name: string) => string
}

async function asked(args: ActionFunctionArgs): Promise<Asked> {
  const desk = await registersOf(args)
  const form = await args.request.formData()
  return { desk, register: args.params.register ?? '', given: (name) => entered(form, name) }
}

/** Shows what was written: the entry that stands now, and how many neighbours went along. */
async function answer({ desk, register }: Asked, step: Work) {
  const wrong = (found: Partial<DeskAnswer>, status: number) =>
    data({ refusal: null, fault: null, line: null, ...found } satisfies DeskAnswer, { status })
  if (!('work' in step)) return wrong(step, 422)
  const done = await refused(step.work)
  if (done.refusal) return wrong({ refusal: done.refusal }, done.status)
  const { ids, along } = done.value
  return redirect(staffPath(desk.language, `/so-bo/${register}/${ids[0]}?xong=1&theo=${along}`))
}

const changeOf = ({ given }: Asked) => ({
  reason: given('reason'),
  // Before the first revision nothing was read.
  basedOn: given('based-on') === '' ? undefined : Number(given('based-on')),
})

/** A shape is redrawn, an area is cut, or two are joined. */
export async function editAction(args: ActionFunctionArgs) {
  const all = await asked(args)
  return answer(all, await stepOf(all, args.params.entry ?? ''))
}

async function stepOf(all: Asked, entry: string): Promise<Work> {
  const { desk, register, given } = all
  const { actor, maps } = desk
  const day = parseDayText(given('day'))
  if (!day) return { fault: { field: 'day', found: given('day') } }
  const accept = given('accept') !== ''
  const change = changeOf(all)
  if (given('step') === 'merge')
    return { work: maps.merge(actor, register, { entry, with: given('other'), from: day, accept }, change) }
  if (given('step') === 'split') {
    const cut = geometryOfText(given('cut'), 1)
    if (!cut.geometry) return { line: cut.fault }
    return { work: maps.split(actor, register, { entry, line: cut.geometry, from: day, accept }, change) }
  }
  const { definition, versions } = await orRefuse(desk.cases.entry(actor, register, entry))
  const held = versions.find(({ valid, recorded }) => recorded.to === null && covers(valid, day))
  const { geometry, fault } = geometryOfText(
    given('coordinates'),
    dimensionIn(definition, shapeOf(held?.value)),
  )
  if (!geometry) return { line: fault }
  const when = given('way') === 'correct' ? { correctedOn: day } : { changedFrom: day }
  return {
    work: maps.redraw(actor, register, { entry, geometry: encodeWkb(geometry), when, accept }, change),
  }
}

const shapeOf = (value: { readonly geometry: Uint8Array | null } | undefined) =>
  value?.geometry ? decodeWkb(value.geometry) : null

/** A new entry: drawn or typed, with its values. */
export async function newAction(args: ActionFunctionArgs) {
  const all = await asked(args)
  const { desk, register } = all
  const found = Promise.resolve().then(() => desk.cases.register(desk.actor, register, desk.asked.at.on))
  return answer(all, newEntry(all, await orRefuse(found)))
}

function newEntry(all: Asked, definition: Definition): Work {
  const { desk, register, given } = all
  const from = parseDayText(given('day'))
  if (!from) return { fault: { field: 'day', found: given('day') } }
  const place = geometryOfText(given('coordinates'), dimensionIn(definition, null))
  const none = given('coordinates') === '' && definition.optionalGeometry
  if (!place.geometry && !none) return { line: place.fault }
  const geometry = place.geometry && encodeWkb(place.geometry)
  const made = draftOf(definition, given, { source: { made: 'hand', name: given('source') }, geometry })
  if ('fault' in made) return made
  const accept = given('accept') !== ''
  return { work: desk.maps.draw(desk.actor, register, { from, draft: made.draft, accept }, changeOf(all)) }
}
