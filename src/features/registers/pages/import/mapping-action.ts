import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { entered } from '../../../../ui/entered.ts'
import { orRefuse, refused } from '../../../../ui/refusal.ts'
import type { AnotherWay } from '../../actions/import/again.ts'
import { mappingFrom, tablesFrom } from '../../rules/import/mapping-form.ts'
import { importsOf } from './services.ts'
import { systemsIn } from './systems.ts'

/** Reads the file again by what a form says or by a saved mapping, or saves what the form says under a name. */
export async function mappingAction(args: ActionFunctionArgs) {
  const { imports, cases, actor, today, to } = await importsOf(args)
  const id = args.params.import ?? ''
  const form = await args.request.formData()
  const readBy = async (how: AnotherWay) => {
    const done = await refused(imports.readAgain(actor, id, how))
    if (done.refusal) return data({ refusal: done.refusal, fault: null }, { status: done.status })
    return redirect(to(`/${done.value.id}?xong=${done.value.again ? 'trung' : 'lai'}`))
  }
  const [step, name] = [entered(form, 'step'), entered(form, 'ten')]
  const { mapping: now, register } = await orRefuse(imports.import(actor, id))
  const definition = await orRefuse(Promise.resolve().then(() => cases.register(actor, register, today)))
  const tables = now && step === 'read' ? tablesFrom(now, (field) => entered(form, field)) : null
  if (tables) return readBy({ tables })
  const { choices } = systemsIn(await imports.place())
  const fields = new Set(definition.fields.map(({ key }) => key))
  const made = now && mappingFrom(now, (field) => entered(form, field), { ...choices, fields })
  if (made && 'fault' in made) return data({ refusal: null, fault: made.fault }, { status: 422 })
  const mapping = made?.mapping
  if (step === 'save') {
    const saved = await refused(imports.saveMapping(actor, id, name === '' ? register : name, mapping))
    if (saved.refusal) return data({ refusal: saved.refusal, fault: null }, { status: saved.status })
    return redirect(to(`/${id}/anh-xa?xong=luu`))
  }
  return readBy(step === 'use' ? { mappingName: name } : { mapping })
}
