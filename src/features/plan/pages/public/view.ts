import { data, type LoaderFunctionArgs } from 'react-router'
import { languageOf } from '../../../../ui/language.ts'
import { servicesKey } from '../../../../ui/services.ts'
import type { PublishedPlan } from '../../model/published.ts'
import type { SearchEntry } from '../../rules/search.ts'

/** The edition in force, as the public pages read it. */
export interface PlanView {
  readonly plan: PublishedPlan
  readonly search: readonly SearchEntry[]
}

declare module '../../../../ui/services.ts' {
  interface PageServices {
    /** Null or absent where no plan is published yet. */
    readonly plan?: PlanView | null
  }
}

/** What every public page starts from; a page without an edition is answered by the layout's "nothing yet". */
export function viewOf({ context, request }: LoaderFunctionArgs) {
  const { plan: view, origin } = context.get(servicesKey)
  if (!view) throw data(null, { status: 503, statusText: 'no edition' })
  const url = new URL(request.url)
  return { view, origin, url, language: languageOf(url.pathname) }
}

/** Loader of the pages that show the plan itself. */
export function planLoader(args: LoaderFunctionArgs) {
  const { view, origin, url, language } = viewOf(args)
  return { plan: view.plan, origin, language, path: url.pathname }
}

export type PlanData = ReturnType<typeof planLoader>
