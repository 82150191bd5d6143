import { redirect, type LoaderFunctionArgs } from 'react-router'
import { languageOf } from '../../../../ui/language.ts'
import { servicesKey } from '../../../../ui/services.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import type { OpenProposal } from '../../actions/look.ts'
import type { PlanUseCases } from '../../actions/use-cases.ts'

declare module '../../../../ui/services.ts' {
  interface PageServices {
    /** Null or absent on public pages. */
    readonly plans?: PlanUseCases | null
  }
}

/** An opened proposal, and whether the post may decide on it: what a page offers, never what it trusts. */
export type Reviewed = OpenProposal & { readonly mayReview: boolean }

/** What every staff page of plans starts from: the use cases, and who acts. */
export async function staffOf({ context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>) {
  const { desk, plans } = context.get(servicesKey)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const actor = await desk?.actor()
  // Whoever has not chosen a post is asked to; without a session the server lets nobody come here at all.
  if (!desk || !plans || !actor) throw redirect(staffPath(language, '/vi-tri'))
  return { plans, actor, url, posts: await desk.posts(), today: desk.today, language }
}
