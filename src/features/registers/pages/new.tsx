import './registers.css'
import { TextInput } from '@mantine/core'
import { useActionData, useLoaderData, useLocation, type LoaderFunctionArgs } from 'react-router'
import { dayText } from '../../../domain/day-text.ts'
import { languageOf } from '../../../ui/language.ts'
import { orRefuse } from '../../../ui/refusal.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import { registerMessages } from '../messages/staff.ts'
import { dimensionIn } from '../rules/drawing.ts'
import { legendOf } from '../rules/legend.ts'
import { codeNames } from './cells.ts'
import type { DeskAnswer } from './desk-action.ts'
import { DeskForm } from './desk-form.tsx'
import { DrawingDesk } from './drawing-desk.tsx'
import { daysOf } from './query.ts'
import { registersOf } from './services.ts'
import { ValueFields } from './value-fields.tsx'

export { newAction as action } from './desk-action.ts'
export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const { cases, maps, actor, asked, law, ground, may } = await registersOf(args)
  const id = args.params.register ?? ''
  const known = await maps.known()
  const { on } = asked.at
  const definition = await orRefuse(Promise.resolve().then(() => cases.register(actor, id, on)))
  const extent = await orRefuse(cases.extent(actor, id, { on }, {}))
  return {
    asked,
    definition,
    known,
    box: extent.box,
    dimension: dimensionIn(definition, null),
    names: codeNames(definition, law, on),
    legend: legendOf(definition, law, on),
    ground: await ground(),
    mayRestrict: may.includes('register.restricted'),
  }
}

/** A new entry, drawn or typed. */
export default function NewEntry() {
  const found = useLoaderData<typeof loader>()
  const answer = useActionData() as DeskAnswer | undefined
  const { definition, asked } = found
  const language = languageOf(useLocation().pathname)
  const t = registerMessages[language]
  const home = staffPath(language, `/so-bo/${definition.id}`)
  return (
    <DeskForm
      t={t}
      language={language}
      title={t.add}
      back={{ to: `${home}${daysOf(asked)}`, label: definition.name[language] }}
      answer={answer}
      basedOn={found.known}
    >
      <DrawingDesk
        t={t}
        language={language}
        ground={found.ground}
        legend={found.legend}
        box={found.box}
        shapes={`${home}/hinh`}
        search={daysOf(asked)}
        id={null}
        dimension={found.dimension}
        text=""
        task="shape"
        neighbours={[]}
        refusal={answer?.refusal}
      />
      <ValueFields
        t={t}
        language={language}
        definition={definition}
        names={found.names}
        value={null}
        mayRestrict={found.mayRestrict}
      />
      <TextInput name="source" label={t.source} required maxLength={250} />
      <TextInput
        name="day"
        label={t.from}
        description={t.dayHint}
        defaultValue={dayText(asked.at.on) ?? ''}
        required
      />
    </DeskForm>
  )
}
