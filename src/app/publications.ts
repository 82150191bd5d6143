import { dayAt } from '../domain/day.ts'
import { Fault } from '../domain/fault.ts'
import type { PublishedState } from '../domain/published-state.ts'
import type { EditionMeta, Publication } from '../features/editions/index.ts'
import type { Town } from '../features/office/index.ts'
import { planInRecord } from '../features/plan/index.ts'
import { boundariesOf, measure, territoryOf } from '../features/territory/index.ts'
import { head } from '../platform/db/index.ts'
import type { Dothi } from './compose.ts'
import { openPages } from './pages.ts'
import { planPublication, type PlanPublishing } from './publish-plan.ts'
import { mapPublication } from './publish-map.ts'
import { territoryPublication } from './publish-territory.ts'
import { readAssets } from './site/assets.ts'

/** A state of the record that an edition is made from. */
export type Moment = Pick<PublishedState, 'revision' | 'asOf'>

/** What an edition would be, made from the record as it is and dated as told; null where there is nothing to publish. */
export interface Draft {
  readonly collection: Publication['collection']
  readonly make: (moment: Moment) => Promise<Publication | null>
}

interface Asked {
  readonly version: string
  /** The document that lets it out; what is no illustration needs one. */
  readonly release: EditionMeta['release']
}

/** The newest revision: all of it from the record, so that the same record gives the same edition. */
export async function momentNow({ town, record }: Pick<Dothi, 'town' | 'record'>): Promise<Moment> {
  const revision = await record.read((db) => head(db))
  if (!revision) throw new Fault('town-invalid', { town: town.id, fault: 'no revision' })
  const { number, instant, digest } = revision
  return { asOf: dayAt(new Date(instant)), revision: { number, at: instant, digest } }
}

function stateOf({ town }: Dothi, moment: Moment, agency = agencyOf(town)): PublishedState {
  return {
    town: town.name.vi,
    agency,
    contact: town.office ? `${town.office.vi}. ${town.office.hours.vi}` : null,
    illustration: town.illustration,
    asOf: moment.asOf,
    revision: moment.revision,
  }
}

function agencyOf({ plan, agencies }: Town, id = plan?.agency): PublishedState['agency'] {
  const found = agencies.find((one) => one.id === id)
  return { id: found?.id ?? '', name: found?.name ?? '' }
}

/** The plan that the record holds as public; `key` of one document, else the only one there is on the day. */
export async function planDraft(dothi: Dothi, { version, release }: Asked, key?: string): Promise<Draft> {
  const publishing = await publishingOf(dothi, version)
  return {
    collection: 'plan',
    async make(moment) {
      const { town, record } = dothi
      const asked = { on: dayAt(new Date(moment.revision.at)), ...(key !== undefined && { key }) }
      const plan = await planInRecord(record, town.plan?.agency ?? '', asked)
      if (!plan || plan.disclosure !== 'public') return null
      return planPublication(publishing, plan, stateOf(dothi, moment), release)
    },
  }
}

/** The units as the record has them. */
export async function unitsDraft(dothi: Dothi, { version, release }: Asked): Promise<Draft> {
  const publishing = await publishingOf(dothi, version)
  return {
    collection: 'territory',
    async make(moment) {
      const { territory, boundaries } = await dothi.record.read(async (db) => ({
        territory: await territoryOf(db),
        boundaries: await boundariesOf(db),
      }))
      if (territory.units.length === 0) return null
      // What is internal stays so in every figure too: shares are measured on public boundaries alone.
      const open = boundaries.filter(({ value }) => value.disclosure === 'public')
      const areas = open.length > 0 ? await measure(dothi.territory.survey, open) : null
      return territoryPublication(
        publishing,
        { territory, boundaries, areas, release },
        stateOf(dothi, moment),
      )
    },
  }
}

/** What documents released of an agency's registers. */
export function mapDraft(dothi: Dothi, agency: string, version: string): Draft {
  return {
    collection: 'map',
    make: (moment) => mapPublication(dothi, stateOf(dothi, moment, agencyOf(dothi.town, agency)), version),
  }
}

async function publishingOf({ config }: Dothi, version: string): Promise<Omit<PlanPublishing, 'editions'>> {
  const [render, assets] = [await openPages(config.root), await readAssets(config.root)]
  return { render, assets, origin: config.origin ?? '', version }
}
