import type { Finding } from '../../../domain/finding.ts'
import type { Found } from '../model/gate.ts'

export const stops = ({ severity, accepted }: Pick<Found, 'severity' | 'accepted'>): boolean =>
  severity === 'stop' && accepted === null

/** What stops comes first, then what was accepted, then notes; of a kind the largest first. */
export function inOrder(found: readonly Found[]): Found[] {
  return found.toSorted(
    (a, b) => rank(a) - rank(b) || compare(a.code, b.code) || large(b) - large(a) || compare(a.id, b.id),
  )
}

const rank = (one: Found) => (stops(one) ? 0 : one.severity === 'stop' ? 1 : 2)
const large = ({ size }: Finding) => size?.value ?? 0
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
