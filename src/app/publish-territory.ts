import type { Edition, EditionMeta, Publication } from '../features/editions/index.ts'
import {
  publishedTerritorySchema,
  territoryArtefacts,
  type Areas,
  type BoundaryVersion,
  type PublishedTerritory,
  type Territory,
  type TerritoryView,
} from '../features/territory/index.ts'
import type { PublishedState } from '../domain/published-state.ts'
import { pressOf, type PlanPublishing } from './publish-plan.ts'

/** Names, codes and succession are public law; what of the boundaries is internal stays out. */
export interface UnitsToPublish {
  readonly territory: Territory
  readonly boundaries: readonly BoundaryVersion[]
  readonly areas: Areas | null
  /** The act that lets the edition out; null only where the town is an illustration. */
  readonly release: EditionMeta['release']
}

/** Makes the edition of administrative units from what the record holds, and puts it in force. */
export async function publishTerritory(
  publishing: PlanPublishing,
  units: UnitsToPublish,
  state: PublishedState,
): Promise<Edition> {
  return publishing.editions.publish(await territoryPublication(publishing, units, state))
}

/** What an edition of units would be. */
export async function territoryPublication(
  publishing: Omit<PlanPublishing, 'editions'>,
  { territory: { units, moves }, boundaries, areas, release }: UnitsToPublish,
  state: PublishedState,
): Promise<Publication> {
  const notice = state.illustration ? 'DỮ LIỆU MINH HỌA' : null
  const territory: PublishedTerritory = {
    notice,
    state,
    release,
    units: [...units],
    moves: [...moves],
    areas,
  }
  const press = pressOf(publishing, (view: TerritoryView) => territoryServices(view))
  const files = await territoryArtefacts(territory, boundaries, press)
  const meta = {
    agency: state.agency.id,
    town: state.town,
    revision: state.revision,
    asOf: state.asOf,
    inputs: {},
    software: { dothi: publishing.version },
    release,
    illustration: state.illustration,
  }
  return { collection: 'territory', meta, files }
}

/** What pages of units are handed, at publishing and on request. */
export const territoryServices = (units: TerritoryView) => ({
  units,
  frame: { state: units.territory.state, source: units.territory.state.revision.digest },
})

/** The units of an edition as questions are answered from them; parsed once for each edition. */
export class TerritoryViews {
  #last: { readonly id: string; readonly view: Promise<TerritoryView> } | null = null

  of(edition: Edition): Promise<TerritoryView> {
    if (this.#last?.id === edition.id) return this.#last.view
    const view = read(edition)
    this.#last = { id: edition.id, view }
    // What could not be read now is read again for the next request.
    view.catch(() => (this.#last = null))
    return view
  }
}

async function read(edition: Edition): Promise<TerritoryView> {
  const text = new TextDecoder().decode(await edition.read('api/units.json'))
  return { territory: publishedTerritorySchema.parse(JSON.parse(text)) }
}
