import { redirect, type LoaderFunctionArgs } from 'react-router'
import { parseDayText } from '../../../../domain/day-text.ts'
import type { Day } from '../../../../domain/day.ts'
import { languageOf } from '../../../../ui/language.ts'
import { servicesKey } from '../../../../ui/services.ts'
import { staffPath } from '../../../../ui/staff-path.ts'
import type { TerritoryUseCases } from '../../actions/use-cases.ts'

/** The use cases of units for whoever asks, and the day it is. */
export interface TerritoryDesk {
  readonly cases: TerritoryUseCases
  /** False until a post is chosen. */
  readonly acting: () => Promise<boolean>
  readonly today: Day
  /** Whether the post may take units in, and the posts of its agency that may. */
  readonly importing: () => Promise<{ readonly may: boolean; readonly posts: readonly string[] }>
}

declare module '../../../../ui/services.ts' {
  interface PageServices {
    /** Null or absent on public pages. */
    readonly territory?: TerritoryDesk | null
  }
}

/** What the staff pages of units start from: the use cases, the day and words of `?ngay=01/07/2025&tim=pho nhon`. */
export async function territoryOf({ context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>) {
  const { territory } = context.get(servicesKey)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  if (!territory || !(await territory.acting())) throw redirect(staffPath(language, '/vi-tri'))
  const written = url.searchParams.get('ngay')?.trim() ?? ''
  const on = written === '' ? territory.today : parseDayText(written)
  const query = (url.searchParams.get('tim') ?? '').trim().slice(0, 200)
  const { cases, today, importing } = territory
  return { cases, today, importing, language, on: on ?? today, badDay: on === null, query }
}
