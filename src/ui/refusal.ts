import { data } from 'react-router'
import type { Fault, FaultParams, Language } from '../domain/fault.ts'

/** A refusal as a page shows it. */
export interface Refusal {
  readonly code: string
  readonly vi: string
  readonly en: string
  /** What fills the sentence, for a page that shows a place on its map. */
  readonly params?: FaultParams
}

/**
 * True for a refusal that the server threw on purpose. Told by its shape: the built pages and the server each
 * have their own copy of the class.
 */
function isFault(error: unknown): error is Fault {
  return error instanceof Error && error.name === 'Fault' && 'code' in error && 'sentence' in error
}

const refusalOf = (fault: Fault): Refusal => ({
  code: fault.code,
  vi: fault.sentence('vi'),
  en: fault.sentence('en'),
  params: fault.params,
})

/** For loaders: what is refused becomes a page with its status and sentence. */
export async function orRefuse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    // React Router takes a thrown `data` for the answer of the route.
    // oxlint-disable-next-line typescript/only-throw-error
    throw isFault(error) ? data(refusalOf(error), { status: error.status }) : error
  }
}

/** For actions: what is refused is told beside the form that asked. */
export async function refused<T>(
  work: Promise<T>,
): Promise<
  | { readonly value: T; readonly refusal: null }
  | { readonly value?: undefined; readonly refusal: Refusal; readonly status: number }
> {
  try {
    return { value: await work, refusal: null }
  } catch (error) {
    if (isFault(error)) return { refusal: refusalOf(error), status: error.status }
    throw error
  }
}

export const say = (refusal: Refusal, language: Language): string => refusal[language]
