import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../clock/index.ts'

/** Hours a session lasts: a working day. */
const lasts = 12

const secret = () => randomBytes(32).toString('base64url')
const hash = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Who has signed in. Only hashes of tokens are held, and only in memory: a restart signs everybody out, and
 * whoever reads the process or a dump of it cannot act as the officer.
 */
export class Sessions<State> {
  readonly #clock: Clock
  readonly #tickets = new Set<string>()
  readonly #sessions = new Map<string, { until: number; state: State }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A token for one sign-in, for the link that is printed at the start. */
  ticket(): string {
    const token = secret()
    this.#tickets.add(hash(token))
    return token
  }

  /** Exchanges a ticket, once, for the token of a new session; null where there is no such ticket. */
  open(ticket: string, state: State): string | null {
    if (!this.#tickets.delete(hash(ticket))) return null
    const token = secret()
    this.#sessions.set(hash(token), { until: this.#clock.now().getTime() + lasts * 3_600_000, state })
    return token
  }

  find(token: string | undefined): State | null {
    if (token === undefined) return null
    const key = hash(token)
    const session = this.#sessions.get(key)
    if (!session) return null
    if (session.until > this.#clock.now().getTime()) return session.state
    this.#sessions.delete(key)
    return null
  }

  /** Replaces what the session knows; nothing where it is gone. */
  change(token: string, state: State): void {
    const session = this.#sessions.get(hash(token))
    if (session) session.state = state
  }

  close(token: string): void {
    this.#sessions.delete(hash(token))
  }
}
