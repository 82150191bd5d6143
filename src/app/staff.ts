import { dayAt } from '../domain/day.ts'
import { actorAt, localOfficer, posts, type Actor } from '../features/office/index.ts'
import { planUseCases } from '../features/plan/index.ts'
import type { PageServices } from '../ui/services.ts'
import type { Dothi } from './compose.ts'
import type { Officer } from './site/sign-in.ts'

/** Who acts: the officer of this machine for the post chosen; null where none is. */
export async function actorOf(dothi: Dothi, officer: Officer | null): Promise<Actor | null> {
  const post = officer?.post() ?? null
  return post === null ? null : actorAt(dothi.record, localOfficer, post, dayAt(dothi.clock.now()))
}

/** What staff pages may call, for one request of a signed-in officer. */
export function staffServices(dothi: Dothi, officer: Officer | null): Pick<PageServices, 'desk' | 'plans'> {
  if (!officer) return { desk: null, plans: null }
  const { town, record, clock, plans } = dothi
  const today = dayAt(clock.now())
  return {
    desk: {
      town: { name: town.name.vi, notice: town.notice ?? null },
      posts: () => posts(record, today),
      actor: () => actorOf(dothi, officer),
      choose: (post) => officer.choose(post),
      today,
    },
    plans: planUseCases(plans),
  }
}
