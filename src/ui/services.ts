import { createContext } from 'react-router'
import type { PublishedState } from '../domain/published-state.ts'

/**
 * What loaders and actions of pages may call. A feature that has pages adds its part by declaration merging
 * (`declare module '…/ui/services.ts'`), so that whoever composes the server is told by the compiler what is
 * missing.
 */
export interface PageServices {
  /** Public address of the site without a slash at the end, for links that leave it (shared pictures). */
  readonly origin: string
  /** Of the content policy, on pages rendered on request; null for files of an edition. */
  readonly nonce: string | null
  /** Of which state a page is that is not made from the plan: it stands in the foot. */
  readonly frame?: { readonly state: PublishedState; readonly source: string } | null
  /** Is told of every error that no page expected, for the log. */
  readonly failed: (error: unknown, request: Request) => void
}

/**
 * The one key under which the server hands services to pages. It is read from the built server
 * (`build.entry.module.servicesKey`): the same module imported by source would be a second key.
 */
export const servicesKey = createContext<PageServices>()
