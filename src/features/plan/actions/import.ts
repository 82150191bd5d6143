import { sha256 } from '../../../platform/files/index.ts'
import { enterFile } from '../../documents/index.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import { candidatesOf } from '../rules/items.ts'
import { planKey } from '../rules/key.ts'
import { enterProposal, hasProposal } from '../store/proposals.ts'
import { currentPlan } from '../store/plans.ts'
import { partsOf } from './load.ts'
import type { PlanServices } from './services.ts'

export interface Imported {
  readonly sha256: string
  /** True where the same bytes had been imported before: nothing has changed then. */
  readonly again: boolean
}

/** Reads a document into a proposal. The bytes are kept only after the reader has found no secrecy mark. */
export async function importDocument(
  services: PlanServices,
  actor: Actor,
  bytes: Uint8Array,
  name: string,
): Promise<Imported> {
  demand(actor, 'document.import', ownDraft(actor), 'nhập tài liệu')
  const { record, files } = services
  const digest = sha256(bytes)
  if (await record.read((db) => hasProposal(db, actor.agency, digest))) return { sha256: digest, again: true }
  const reading = await services.read(bytes, name)
  const plan = planKey(reading.document)
  // First the bytes, then the rows that name them: a stop in between leaves a file that nobody names.
  await files.put(bytes)
  const { value: entered } = await record.commit(actorOf(actor), `Nhập tài liệu ${name}`, async (commit) => {
    const before = await currentPlan(commit.db, actor.agency, plan)
    const candidates = candidatesOf(reading, before && partsOf(actor.agency, before))
    const { format, pages } = reading.source
    await enterFile(commit, { sha256: digest, name, format, pages, size: bytes.length })
    return enterProposal(commit, {
      sha256: digest,
      plan,
      title: reading.document.title ?? name,
      candidates: candidates.filter(({ change }) => change !== 'same').length,
      reading: { ...reading, source: { ...reading.source, sha256: digest } },
    })
  })
  return { sha256: digest, again: !entered }
}

export function actorOf({ agency, post, person }: Actor) {
  return { agency, post, person }
}
