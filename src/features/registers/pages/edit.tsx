import './registers.css'
import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useActionData, useLoaderData, useLocation, type LoaderFunctionArgs } from 'react-router'
import { dayText } from '../../../domain/day-text.ts'
import { boxOf, decodeWkb, growBox, type Box } from '../../../domain/geometry/index.ts'
import { languageOf } from '../../../ui/language.ts'
import { orRefuse } from '../../../ui/refusal.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import { registerMessages } from '../messages/staff.ts'
import { coordinatesText } from '../rules/coordinates.ts'
import { dimensionIn } from '../rules/drawing.ts'
import { legendOf } from '../rules/legend.ts'
import { versionAt } from '../rules/versions.ts'
import type { DeskAnswer } from './desk-action.ts'
import { DeskForm } from './desk-form.tsx'
import { DrawingDesk, type Task } from './drawing-desk.tsx'
import { daysOf } from './query.ts'
import { registersOf } from './services.ts'

export { editAction as action } from './desk-action.ts'
export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { cases, maps, actor, asked, law, ground } = await registersOf(args)
  const [register, id] = [args.params.register ?? '', args.params.entry ?? '']
  // Before all else is read: whatever is written from now on is a conflict.
  const known = await maps.known()
  const { definition, versions, revisions } = await orRefuse(cases.entry(actor, register, id))
  const shown = versionAt(versions, revisions, { on: asked.at.on })
  // What does not hold on the day is not drawn again: its history is read on its page.
  if (!shown) throw new Response(null, { status: 404 })
  const shape = shown.value.geometry && decodeWkb(shown.value.geometry)
  const beside = shape
    ? await orRefuse(maps.neighbours(actor, register, { on: asked.at.on }, { id, geometry: shape }))
    : []
  return {
    asked,
    id,
    definition,
    label: shown.value.label,
    known,
    dimension: dimensionIn(definition, shape),
    text: shape ? coordinatesText(shape) : '',
    box: shape && seenWith(boxOf(shape)),
    neighbours: beside.map(({ id, label }) => ({ id, label })),
    legend: legendOf(definition, law, asked.at.on),
    ground: await ground(),
  }
}

/** What lies around is drawn on too: a third of the shape more, and a street's width at least. */
function seenWith(box: Box | null): Box | null {
  if (!box) return null
  const [west, south, east, north] = box
  return growBox(box, Math.max(20, east - west, north - south) / 3)
}

/** The shape of an entry: redrawn, cut in two, or joined with a neighbour; each from a day and with a reason. */
export default function EditShape() {
  const found = useLoaderData<typeof loader>()
  const answer = useActionData() as DeskAnswer | undefined
  const { definition, id, asked, neighbours, dimension } = found
  const language = languageOf(useLocation().pathname)
  const t = registerMessages[language]
  const [task, setTask] = useState<Task>('shape')
  const home = `/so-bo/${definition.id}`
  const choice = (value: Task, label: string) => (
    <Radio name="step" value={value} label={label} checked={task === value} onChange={() => setTask(value)} />
  )
  return (
    <DeskForm
      t={t}
      language={language}
      title={t.drawTitle(found.label)}
      back={{ to: staffPath(language, `${home}/${id}${daysOf(asked)}`), label: found.label }}
      answer={answer}
      basedOn={found.known}
    >
      <fieldset className="tasks">
        <legend>{t.task}</legend>
        {choice('shape', t.taskShape)}
        {dimension > 0 && choice('split', t.taskSplit)}
        {dimension === 2 && neighbours.length > 0 && choice('merge', t.taskMerge)}
      </fieldset>
      <DrawingDesk
        t={t}
        language={language}
        ground={found.ground}
        legend={found.legend}
        box={found.box}
        shapes={staffPath(language, `${home}/hinh`)}
        search={daysOf(asked)}
        id={id}
        dimension={dimension}
        text={found.text}
        task={task}
        neighbours={neighbours}
        refusal={answer?.refusal}
      />
      <fieldset>
        <legend>{t.way}</legend>
        <TextInput
          name="day"
          label={t.from}
          description={t.dayHint}
          defaultValue={dayText(asked.at.on) ?? ''}
          required
        />
        <div className="for-shape">
          <Radio name="way" value="from" label={t.wayFrom} defaultChecked />
          <Radio name="way" value="correct" label={t.wayDrawnWrong} mt={4} />
        </div>
      </fieldset>
    </DeskForm>
  )
}
