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

/** Who acts on the command line: the local officer, for the post named, else for the first with the right. */
export async function officerFor(
  { record, clock }: Pick<Dothi, 'record' | 'clock'>,
  action: Action,
  what: string,
  post: string | boolean | undefined,
): Promise<Actor> {
  const today = dayAt(clock.now())
  if (typeof post === 'string') {
    const actor = await actorAt(record, localOfficer, post, today)
    if (!actor) throw new Fault('not-found', { what: post })
    demand(actor, action, ownDraft(actor), what)
    return actor
  }
  for (const { agency, id, roles } of await posts(record, today)) {
    const actor: Actor = { agency, post: id, person: localOfficer, roles }
    if (may(actor, action, ownDraft(actor)) === 'yes') return actor
  }
  throw new Fault('forbidden', { what })
}
