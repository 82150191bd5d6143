import type { Finding } from '../../../domain/finding.ts'

/** That somebody who may said: publish it all the same, and why. */
export interface Acceptance {
  readonly code: string
  /** What was found then, as a sentence: the finding may be long gone. */
  readonly said: string
  readonly reason: string
  readonly post: string
}

/** A finding of today's look, and whether it was accepted. */
export interface Found extends Finding {
  /** Its short name, by which it is accepted: the same as long as the fault is the same. */
  readonly id: string
  readonly accepted: Acceptance | null
}

export interface GateResult {
  readonly on: string
  /** Entries that were looked at. */
  readonly entries: number
  /** Those that stop first, the largest before. */
  readonly findings: readonly Found[]
  /** How many stop the publication: not accepted, and no mere note. */
  readonly stops: number
}
