import { Fault } from '../../../../domain/fault.ts'
import { demand, ownDraft, type Actor } from '../../../office/index.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import { enterMapping } from '../../store/imports/mappings.ts'
import { workOf } from './look.ts'
import type { ImportServices } from './services.ts'

/** Keeps how a file was read, under a name, for the next of its shape. */
export async function saveMapping(
  { record }: ImportServices,
  actor: Actor,
  id: string,
  name: string,
  given: Mapping | undefined,
): Promise<void> {
  demand(actor, 'register.import', ownDraft(actor), 'lưu ánh xạ')
  const { agency, post, person } = actor
  const { mapping, register } = await record.read((db) => workOf(db, actor, id))
  const saved = given ?? mapping
  if (!saved || saved.register !== register)
    throw new Fault('mapping-invalid', { name, why: `register: ${register}` })
  await record.commit({ agency, post, person }, `Lưu ánh xạ ${name}`, (commit) =>
    enterMapping(commit, name, saved),
  )
}
