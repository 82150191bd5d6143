import type { Edition } from '../features/editions/index.ts'
import { publishedPlanSchema, searchEntries, type PlanView } from '../features/plan/index.ts'

/** The plan of an edition as filter and search read it; parsed once for each edition. */
export class PlanViews {
  #last: { readonly id: string; readonly view: Promise<PlanView> } | null = null

  of(edition: Edition): Promise<PlanView> {
    if (this.#last?.id === edition.id) return this.#last.view
    const view = read(edition)
    this.#last = { id: edition.id, view }
    // What could not be read now is read again for the next request.
    view.catch(() => (this.#last = null))
    return view
  }
}

async function read(edition: Edition): Promise<PlanView> {
  const text = new TextDecoder().decode(await edition.read('api/plan.json'))
  const plan = publishedPlanSchema.parse(JSON.parse(text))
  return { plan, search: searchEntries(plan) }
}
