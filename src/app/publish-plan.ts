import type { Edition, EditionMeta, Editions, Publication } from '../features/editions/index.ts'
import {
  planArtefacts,
  publishedPlan,
  type AcceptedPlan,
  type PlanView,
  type PublishedState,
} from '../features/plan/index.ts'
import type { Content } from '../platform/http/index.ts'
import type { Press } from '../platform/press/index.ts'
import type { PageServices } from '../ui/services.ts'
import type { RenderPage } from './pages.ts'

export interface PlanPublishing {
  readonly editions: Editions
  readonly render: RenderPage
  readonly assets: ReadonlyMap<string, Content>
  /** Public address for shared links; empty where the site is known to nobody else. */
  readonly origin: string
  /** Version of dothi. */
  readonly version: string
}

/** Makes the edition of the plan collection from what the record holds, and puts it in force. */
export async function publishPlan(
  publishing: PlanPublishing,
  ...what: Parameters<typeof planPublication> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Edition> {
  return publishing.editions.publish(await planPublication(publishing, ...what))
}

/** What an edition of the plan would be. */
export async function planPublication(
  publishing: Omit<PlanPublishing, 'editions'>,
  plan: AcceptedPlan,
  state: PublishedState,
  release: EditionMeta['release'],
): Promise<Publication> {
  const published = publishedPlan(plan, state)
  const meta: EditionMeta = {
    agency: state.agency.id,
    town: state.town,
    revision: state.revision,
    asOf: state.asOf,
    inputs: { [plan.key]: plan.source.sha256 },
    software: { dothi: publishing.version },
    release,
    illustration: state.illustration,
  }
  const files = await planArtefacts(
    published,
    pressOf(publishing, (view: PlanView) => ({ plan: view })),
  )
  return { collection: 'plan', meta, files }
}

/** The built pages as a press: the same renderer that answers requests, with what they show handed in. */
export function pressOf<View>(
  { render, assets, origin }: Omit<PlanPublishing, 'editions'>,
  services: (view: View) => Partial<PageServices>,
): Press<View> {
  return {
    async page(path, view) {
      const failures: unknown[] = []
      const request = new Request(new URL(path, 'http://edition.invalid'))
      const failed = (error: unknown) => failures.push(error)
      const answer = await render(request, { origin, nonce: null, failed, ...services(view) })
      if (answer.status !== 200 || failures.length > 0)
        throw new Error(`the page ${path} could not be made (${answer.status})`, { cause: failures[0] })
      return answer.text()
    },
    async asset(path) {
      const content = assets.get(path)
      return content ? { bytes: await content.bytes(), type: content.type } : null
    },
  }
}
