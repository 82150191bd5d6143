import type { Language } from '../../../domain/fault.ts'
import type { PageServices } from '../../../ui/services.ts'
import type { Actor } from '../model.ts'
import type { PostHeld } from '../store.ts'

/** What a signed-in officer has before them: the posts to choose from, and the one acted for. */
export interface Desk {
  readonly town: { readonly name: string; readonly notice: Readonly<Record<Language, string>> | null }
  readonly posts: () => Promise<readonly PostHeld[]>
  /** Null until a post is chosen. */
  readonly actor: () => Promise<Actor | null>
  /** Acts for a post from now on. */
  readonly choose: (post: string) => void
  /** The day on which pages look at the record. */
  readonly today: string
}

declare module '../../../ui/services.ts' {
  interface PageServices {
    /** Null or absent on public pages: nobody is signed in there. */
    readonly desk?: Desk | null
  }
}

export function deskOf({ desk }: PageServices): Desk {
  // The server lets nobody come here without a session; this is the second lock.
  if (!desk) throw new Response(null, { status: 401 })
  return desk
}
