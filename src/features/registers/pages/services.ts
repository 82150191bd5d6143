import { redirect, type LoaderFunctionArgs } from 'react-router'
import { languageOf } from '../../../ui/language.ts'
import { servicesKey } from '../../../ui/services.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import type { Law } from '../../law/model.ts'
import { abilities } from '../../office/rules.ts'
import type { StreamedForm } from '../../../platform/http/index.ts'
import type { ImportUseCases } from '../actions/import/use-cases.ts'
import type { MapUseCases } from '../actions/map.ts'
import type { RegisterUseCases } from '../actions/use-cases.ts'
import type { Ground } from '../model/ground.ts'
import { askedOf } from './query.ts'

/** What pages of registers are handed. */
export interface RegisterDesk {
  readonly cases: RegisterUseCases
  readonly maps: MapUseCases
  readonly imports: ImportUseCases
  /** A posted form with files that are too large for memory. */
  readonly form: (request: Request) => Promise<StreamedForm>
  readonly law: Law
  /** What its maps are drawn on. */
  readonly ground: () => Promise<Ground>
}

declare module '../../../ui/services.ts' {
  interface PageServices {
    /** Null or absent on public pages. */
    readonly registers?: RegisterDesk | null
  }
}

/** What every page of registers starts from: the use cases, who acts, what they may, and the days asked for. */
export async function registersOf({ context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>) {
  const { desk, registers } = context.get(servicesKey)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const actor = await desk?.actor()
  // Whoever has not chosen a post is asked to; without a session the server lets nobody come here at all.
  if (!desk || !registers || !actor) throw redirect(staffPath(language, '/vi-tri'))
  const asked = askedOf(url, desk.today)
  return { ...registers, actor, url, language, asked, may: abilities(actor.roles), today: asked.today }
}
