import { dayAt } from '../domain/day.ts'
import { Fault } from '../domain/fault.ts'
import { lawUseCases } from '../features/law/index.ts'
import {
  abilities,
  actorAt,
  demand,
  localOfficer,
  ownDraft,
  posts,
  type Action,
  type Actor,
} from '../features/office/index.ts'
import { planUseCases } from '../features/plan/index.ts'
import { territoryUseCases } from '../features/territory/index.ts'
import type { Author } from '../domain/author.ts'
import { importUseCases, mapUseCases, registerUseCases } from '../features/registers/index.ts'
import { streamedForm } from '../platform/http/index.ts'
import type { PageServices } from '../ui/services.ts'
import type { Dothi } from './compose.ts'
import { groundOf } from './ground.ts'
import type { Officer } from './site/sign-in.ts'

/** Who acts: the officer of this machine for the post chosen; null where none is. */
export async function actorOf(dothi: Dothi, officer: Officer | null): Promise<Actor | null> {
  const post = officer?.post() ?? null
  return post === null ? null : actorAt(dothi.record, localOfficer, post, dayAt(dothi.clock.now()))
}

/** The rights of the post acted for, as features below the offices ask for them. */
function permitOf(dothi: Dothi, officer: Officer): (action: Action, what: string) => Promise<Author> {
  return async (action, what) => {
    const actor = await actorOf(dothi, officer)
    if (!actor) throw new Fault('post-needed')
    demand(actor, action, ownDraft(actor), what)
    return { agency: actor.agency, post: actor.post, person: actor.person }
  }
}

/** Whether the post acted for may do something, and the posts of its agency that may. */
async function importing(dothi: Dothi, officer: Officer, action: Action) {
  const actor = await actorOf(dothi, officer)
  const all = await posts(dothi.record, dayAt(dothi.clock.now()))
  const able = all.filter(
    ({ agency, roles }) => agency === actor?.agency && abilities(roles).includes(action),
  )
  return { may: able.some(({ id }) => id === actor?.post), posts: able.map(({ name }) => name) }
}

/** What staff pages may call, for one request of a signed-in officer. */
export function staffServices(
  dothi: Dothi,
  officer: Officer | null,
): Pick<PageServices, 'desk' | 'law' | 'plans' | 'registers' | 'territory'> {
  if (!officer) return { desk: null, law: null, plans: null, registers: null, territory: null }
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
    law: {
      cases: lawUseCases(dothi, permitOf(dothi, officer)),
      acting: async () => (await actorOf(dothi, officer)) !== null,
      today,
    },
    plans: planUseCases(plans),
    territory: {
      cases: territoryUseCases(dothi.territory, permitOf(dothi, officer)),
      acting: async () => (await actorOf(dothi, officer)) !== null,
      today,
      importing: () => importing(dothi, officer, 'territory.import'),
    },
    registers: {
      cases: registerUseCases(dothi.registers),
      maps: mapUseCases(dothi.maps),
      imports: importUseCases(dothi.imports),
      form: streamedForm,
      law: dothi.law,
      ground: () => groundOf(dothi, today),
    },
  }
}
