import type { Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { Author } from '../../../domain/author.ts'
import type { TownRecord } from '../../../platform/db/index.ts'
import { may, ownDraft, type Actor } from '../../office/index.ts'
import type { Definition } from '../model/definition.ts'
import type { Disclosure } from '../model/entry.ts'
import type { RecordPlane } from '../model/plane.ts'
import type { Catalogue } from '../rules/catalogue.ts'
import type { Extents } from '../store/extents.ts'

/** What the use cases of registers stand on; composed once by the app. */
export interface RegisterServices {
  readonly record: TownRecord
  readonly catalogue: Catalogue
  readonly today: () => Day
  /** Where places are kept; without it they are told in the record's own numbers alone. */
  readonly ground?: RecordPlane | undefined
  /** Counts that are kept from one commit to the next; without it each is counted anew. */
  readonly extents?: Extents | undefined
}

export const authorOf = ({ agency, post, person }: Actor): Author => ({ agency, post, person })

/** Which entries of the own agency an actor sees at all. */
export function seenBy(actor: Actor): readonly Disclosure[] {
  const own = ownDraft(actor)
  if (may(actor, 'register.read', own) !== 'yes') return []
  const restricted = may(actor, 'register.restricted', own) === 'yes'
  return restricted ? ['public', 'internal', 'restricted'] : ['public', 'internal']
}

export const seesRestricted = (actor: Actor) => seenBy(actor).includes('restricted')

/** The same words whether an entry never was or may not be seen. */
export const noEntry = (id: string) => new Fault('not-found', { what: `đối tượng ${id}` })

/** Refuses to write where the register is a copy of what another body keeps. */
export function demandEditable({ copy, name, source }: Definition): void {
  if (copy) throw new Fault('register-copy', { register: name.vi, source: source.vi })
}
