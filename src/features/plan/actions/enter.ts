import type { Author } from '../../../domain/author.ts'
import { enterFile } from '../../documents/index.ts'
import type { PlanReading } from '../model.ts'
import { candidatesOf } from '../rules/items.ts'
import { planKey } from '../rules/key.ts'
import { currentPlan } from '../store/plans.ts'
import { enterProposal } from '../store/proposals.ts'
import { partsOf } from './load.ts'
import type { PlanServices } from './services.ts'

/** A file whose bytes are kept. */
export interface Received {
  readonly sha256: string
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** Enters a file with what was read in it as a proposal; false where the same bytes had been entered before. */
export async function enterReading(
  { record }: PlanServices,
  author: Author,
  { sha256, name, size }: Received,
  reading: PlanReading,
): Promise<boolean> {
  const plan = planKey(reading.document)
  const { value } = await record.commit(author, `Nhập tài liệu ${name}`, async (commit) => {
    const before = await currentPlan(commit.db, author.agency, plan)
    const candidates = candidatesOf(reading, before && partsOf(author.agency, before))
    const { format, pages } = reading.source
    await enterFile(commit, { sha256, name, format, pages, size })
    return enterProposal(commit, {
      sha256,
      plan,
      title: reading.document.title ?? name,
      candidates: candidates.filter(({ change }) => change !== 'same').length,
      reading: { ...reading, source: { ...reading.source, sha256 } },
    })
  })
  return value
}
