import { redirect, type LoaderFunctionArgs } from 'react-router'
import type { Day } from '../../../../domain/day.ts'
import { languageOf } from '../../../../ui/language.ts'
import { servicesKey } from '../../../../ui/services.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import { abilities } from '../../../office/rules.ts'

export const home = '/nhap-ban-do'

/** Names of the posts of an agency that may do something, for who may not. */
type Holder = {
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly roles: Parameters<typeof abilities>[0]
}

/** What every page of map import starts from: the use cases, who acts, and what they may. */
export async function importsOf({ context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>) {
  const { desk, registers } = context.get(servicesKey)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const actor = await desk?.actor()
  // Whoever has not chosen a post is asked to; without a session the server lets nobody come here at all.
  if (!desk || !registers || !actor) throw redirect(staffPath(language, '/vi-tri'))
  const may = abilities(actor.roles)
  return {
    ...registers,
    actor,
    url,
    language,
    may,
    today: desk.today as Day,
    holders: async (action: (typeof may)[number]) =>
      (await desk.posts())
        .filter((post: Holder) => post.agency === actor.agency && abilities(post.roles).includes(action))
        .map(({ name }) => name),
    /** What each post of the agency is called. */
    postNames: async (): Promise<Readonly<Record<string, string>>> =>
      Object.fromEntries(
        (await desk.posts())
          .filter((post: Holder) => post.agency === actor.agency)
          .map(({ id, name }) => [id, name]),
      ),
    /** Address of a page of imports. */
    to: (path = '') => staffPath(language, `${home}${path}`),
  }
}

export type ImportDesk = Awaited<ReturnType<typeof importsOf>>
