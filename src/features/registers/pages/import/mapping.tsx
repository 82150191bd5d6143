import '../registers.css'
import './imports.css'
import { Button, NativeSelect, Text, TextInput } from '@mantine/core'
import {
  Form,
  useActionData,
  useLoaderData,
  useLocation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { languageOf } from '../../../../ui/language.ts'
import { orRefuse } from '../../../../ui/refusal.ts'
import { importMessages, type ImportMessages } from '../../messages/import-pages.ts'
import { fieldNames } from '../../rules/import/mapping-form.ts'
import { codeNames } from '../cells.ts'
import { loadImport } from './load.ts'
import { mappingAction } from './mapping-action.ts'
import { MappingLayer } from './mapping-layer.tsx'
import { ImportHead } from './parts.tsx'
import { importsOf } from './services.ts'
import { systemsIn } from './systems.ts'

export const handle = { script: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await importsOf(args)
  const { view, head } = await loadImport(desk, args.params.import ?? '')
  const { cases, actor, imports, today, law, may } = desk
  const mayRead = may.includes('register.import')
  const definition = await orRefuse(Promise.resolve().then(() => cases.register(actor, view.register, today)))
  const { crs, operations } = systemsIn(await imports.place())
  const saved = mayRead ? await orRefuse(imports.mappings(actor, view.register)) : []
  return {
    head,
    mayRead,
    mapping: view.mapping,
    crs,
    operations,
    stages: definition.stages,
    fields: definition.fields.map(({ key, name }) => ({ key, name })),
    codes: view.mapping?.codeField ? (codeNames(definition, law, today)[view.mapping.codeField] ?? {}) : {},
    saved: saved.map(({ name }) => name),
  }
}

export async function action(args: ActionFunctionArgs) {
  return mappingAction(args)
}

/** How the file was read: each layer, column, CAD layer and colour with its reason, to be changed and read again. */
export default function MappingPage() {
  const found = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const language = languageOf(useLocation().pathname)
  const t = importMessages[language]
  const { head, mapping } = found
  const idle = found.mayRead && head.state !== 'waiting'
  return (
    <>
      <ImportHead t={t} language={language} view={head} tab="mapping" refusal={answer?.refusal ?? null} />
      {answer?.fault && (
        <p className="why" role="alert">
          {t.badNumber(answer.fault.found)}
        </p>
      )}
      {mapping === null && <p className="empty">{t.noMapping}</p>}
      {mapping && (
        <Form method="post" key={head.id} className="mapping">
          <Text mb="sm">{t.mappingHint}</Text>
          <div className="form-fields even">
            <NativeSelect
              name={fieldNames.stage}
              label={t.stage}
              defaultValue={mapping.stage}
              data={found.stages.map((stage) => ({ value: stage, label: t.stages[stage] }))}
            />
            <TextInput
              name={fieldNames.tolerance}
              label={t.tolerance}
              description={mapping.toleranceReason[language]}
              defaultValue={String(mapping.tolerance)}
              inputMode="decimal"
            />
            <TextInput
              name={fieldNames.closeRings}
              label={t.closeRings}
              description={t.closeRingsHint}
              defaultValue={mapping.closeRings === null ? '' : String(mapping.closeRings)}
              inputMode="decimal"
            />
          </div>
          {mapping.layers.map((layer, i) => (
            <MappingLayer key={layer.layer} t={t} language={language} found={found} layer={layer} index={i} />
          ))}
          {idle && <Steps t={t} />}
        </Form>
      )}
      {idle && found.saved.length > 0 && (
        <Form method="post" className="many">
          <NativeSelect name="ten" label={t.savedMapping} data={found.saved} />
          <Button type="submit" name="step" value="use" variant="outline">
            {t.bySaved}
          </Button>
        </Form>
      )}
    </>
  )
}

export type FoundMapping = ReturnType<typeof useLoaderData<typeof loader>>

function Steps({ t }: { readonly t: ImportMessages }) {
  return (
    <div className="many steps">
      <Button type="submit" name="step" value="read">
        {t.readAgain}
      </Button>
      <TextInput name="ten" aria-label={t.mappingName} placeholder={t.mappingName} maxLength={100} />
      <Button type="submit" name="step" value="save" variant="outline">
        {t.saveMapping}
      </Button>
    </div>
  )
}
