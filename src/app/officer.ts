import { dayAt } from '../domain/day.ts'
import { Fault } from '../domain/fault.ts'
import {
  actorAt,
  demand,
  localOfficer,
  may,
  ownDraft,
  posts,
  type Action,
  type Actor,
} from '../features/office/index.ts'
import type { CommandOption } from '../platform/cli/index.ts'
import type { Dothi } from './compose.ts'

/** For commands that act on the record: the post the officer of this machine acts for. */
export const postOption: CommandOption = {
  type: 'string',
  value: 'POST',
  summary: {
    vi: 'vị trí công tác; nếu không ghi, lấy vị trí đầu tiên có quyền',
    en: 'the post to act for; without it, the first one that has the right',
  },
}

/** The agency that keeps the registers of the town: whose post publishes and looks over the map. */
export const registersAgency = ({ town: { posts, registers } }: Pick<Dothi, 'town'>): string | undefined =>
  posts.find(({ id }) => id === registers?.post)?.agency

/**
 * Who acts on the command line: the local officer, for the post named, else for the first with the right, of the agency
 * that it is about where one is told.
 */
export async function officerFor(
  { record, clock }: Pick<Dothi, 'record' | 'clock'>,
  action: Action,
  what: string,
  post: string | boolean | undefined,
  of?: string,
): Promise<Actor> {
  const today = dayAt(clock.now())
  if (typeof post === 'string') {
    const actor = await actorAt(record, localOfficer, post, today)
    if (!actor) throw new Fault('not-found', { what: post })
    demand(actor, action, ownDraft(actor), what)
    return actor
  }
  const all = await posts(record, today)
  for (const { agency, id, roles } of all.toSorted(
    (a, b) => Number(b.agency === of) - Number(a.agency === of),
  )) {
    const actor: Actor = { agency, post: id, person: localOfficer, roles }
    if (may(actor, action, ownDraft(actor)) === 'yes') return actor
  }
  throw new Fault('forbidden', { what })
}
