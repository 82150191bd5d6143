import type { Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { Definition } from '../model/definition.ts'
import type { Entry, Release } from '../model/entry.ts'
import { saysSecret } from './secret.ts'

/** Statuses of what is not decided yet. */
const undecided = new Set(['in-preparation', 'consultation'])

/** Which entries a document releases: those it names, or all of the register. */
export type ReleaseScope = { readonly ids: readonly string[] } | { readonly all: true }

/** Refuses a release without a document that can be cited, or wider than the register allows. */
export function demandRelease(
  definition: Definition,
  document: Release,
  scope: ReleaseScope,
  today: Day,
): void {
  const missing = lacks(document, today)
  if (missing) throw new Fault('release-document', { missing })
  if ('all' in scope && definition.release === 'by-document')
    throw new Fault('release-named', { register: definition.name.vi })
}

function lacks({ number, issuer, issuedOn }: Release, today: Day): string | undefined {
  if (number.trim() === '') return 'số / number'
  if (issuer.trim() === '') return 'cơ quan ban hành / issuer'
  return issuedOn > today ? 'ngày ban hành / day of issue' : undefined
}

/**
 * Whether a release reaches an entry. By `all` what is not decided yet is passed by, and land of defence and security,
 * because a document must name these to release them; what is restricted is never released as it is.
 */
export function releases(
  scope: ReleaseScope,
  entry: Pick<Entry, 'id' | 'status' | 'disclosure' | 'label' | 'properties'>,
): boolean {
  if (entry.disclosure === 'public') return false
  if ('all' in scope)
    return entry.disclosure === 'internal' && !undecided.has(entry.status ?? '') && !saysSecret(entry)
  if (!scope.ids.includes(entry.id)) return false
  if (entry.disclosure === 'restricted') throw new Fault('release-restricted', { what: entry.id })
  return true
}
