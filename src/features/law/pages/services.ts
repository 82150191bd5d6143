import { redirect, type LoaderFunctionArgs } from 'react-router'
import { parseDayText } from '../../../domain/day-text.ts'
import type { Day } from '../../../domain/day.ts'
import { languageOf } from '../../../ui/language.ts'
import { servicesKey } from '../../../ui/services.ts'
import { staffPath } from '../../../ui/staff-path.ts'
import type { LawUseCases } from '../actions.ts'
import type { LawAt } from '../model.ts'

/** The use cases of the law for whoever asks, and the day it is. */
export interface LawDesk {
  readonly cases: LawUseCases
  /** False until a post is chosen. */
  readonly acting: () => Promise<boolean>
  readonly today: Day
}

declare module '../../../ui/services.ts' {
  interface PageServices {
    /** Null or absent on public pages. */
    readonly law?: LawDesk | null
  }
}

/** What every page of the law starts from: the use cases, and the days asked for. */
export async function lawOf({ context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>) {
  const { law } = context.get(servicesKey)
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  // Whoever has not chosen a post is asked to; without a session the server lets nobody come here at all.
  if (!law || !(await law.acting())) throw redirect(staffPath(language, '/vi-tri'))
  return { cases: law.cases, url, language, ...askedOf(url, law.today) }
}

export interface Asked {
  readonly at: LawAt
  readonly query: string
  /** A day was written that is none; the page then says so and shows today. */
  readonly badDay: boolean
}

/** The days and words of an address: `?ngay=01/07/2026&biet=22/11/2026&tim=ban kinh`. */
export function askedOf(url: URL, today: Day): Asked {
  const day = (name: string) => {
    const text = url.searchParams.get(name)?.trim() ?? ''
    return text === '' ? undefined : parseDayText(text)
  }
  const [on, known] = [day('ngay'), day('biet')]
  return {
    at: { on: on ?? today, known: known ?? undefined },
    query: (url.searchParams.get('tim') ?? '').slice(0, 200),
    badDay: on === null || known === null,
  }
}
