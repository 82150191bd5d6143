import type { Actor } from '../../office/index.ts'
import { savedBy, takenBack, undecided } from '../rules/review.ts'
import { appendAct } from '../store/proposals.ts'
import { actorOf, importAtOnce } from './import.ts'
import { load, versionOf } from './load.ts'
import { write } from './save.ts'
import type { PlanServices } from './services.ts'

export interface TownPlan {
  readonly bytes: Uint8Array
  readonly name: string
  /** Day given by hand where the document bears none. */
  readonly validFrom?: string | undefined
  /** Only the plan of an illustration is published without a gate. */
  readonly publish: boolean
}

/**
 * Accepts the plan that a town brings along as it was read, in the name of a post. Does nothing where it stands
 * in the record already, or where an officer has taken it back. Returns the key of the plan that stands, null where none does.
 */
export async function acceptTownPlan(
  services: PlanServices,
  actor: Actor,
  town: TownPlan,
): Promise<string | null> {
  const { sha256 } = await importAtOnce(services, actor, town.bytes, town.name)
  const { value } = await services.record.commit(
    actorOf(actor),
    `Nhận kế hoạch kèm theo thị xã: ${town.name}`,
    async (commit) => {
      let loaded = await load(commit.db, actor.agency, sha256)
      if (takenBack(loaded.proposal.journal)) return null
      if (savedBy(loaded.proposal.journal)) return loaded.proposal.plan
      const ids = undecided(loaded.reviewed).map(({ candidate }) => candidate.id)
      if (ids.length > 0) {
        await appendAct(commit, sha256, versionOf(loaded.proposal), { kind: 'accept', ids })
        loaded = await load(commit.db, actor.agency, sha256)
      }
      const disclosure = town.publish && services.illustration ? 'public' : 'internal'
      const at = { sha256, version: versionOf(loaded.proposal), validFrom: town.validFrom }
      return write(commit, services, loaded, at, disclosure)
    },
  )
  return value
}
