import { canonicalJson } from '../../../domain/canonical-json.ts'
import type { Collection } from '../model/edition.ts'
import type { Current, PublicKey, Seal } from '../model/seal.ts'

/** What a seal stands under; each kind of thing says what it is, so that no seal of one serves for another. */
export function sealedText(
  thing:
    | { readonly edition: string; readonly collection: Collection }
    | { readonly list: Omit<Current, 'seal'> },
  { key, sealedOn }: Pick<Seal, 'key' | 'sealedOn'>,
): string {
  return canonicalJson({ ...thing, key, sealedOn })
}

/** Why a key's seal of a day is not to be trusted; null where it is. */
export function distrust(key: PublicKey | undefined, { sealedOn }: Pick<Seal, 'sealedOn'>): Distrust | null {
  if (!key) return 'key-unknown'
  if (key.revoked && key.revoked.on <= sealedOn) return 'key-revoked'
  return key.from <= sealedOn && (key.to === null || sealedOn < key.to) ? null : 'key-out-of-time'
}
export type Distrust = 'key-unknown' | 'key-revoked' | 'key-out-of-time'

/** The key that seals on a day; null where none does. */
export const keyOn = (keys: readonly PublicKey[], on: string): PublicKey | null =>
  keys.find((key) => distrust(key, { sealedOn: on }) === null) ?? null

/** The list with a new key from a day on; the one before seals no more from then. */
export function rotated(keys: readonly PublicKey[], next: PublicKey): PublicKey[] {
  const ended = keys.map((key) => (key.to === null && !key.revoked ? { ...key, to: next.from } : key))
  // A key of the very same day never sealed anything that counts.
  return [...ended.filter(({ from, to }) => to === null || from < to), next]
}

export function revoked(keys: readonly PublicKey[], id: string, on: string, why: string): PublicKey[] {
  return keys.map((key) => (key.id === id && !key.revoked ? { ...key, revoked: { on, why } } : key))
}

/** Everything of a list that its seal covers. */
export function unsealed({ schema, editions, withdrawn, keys }: Current): Omit<Current, 'seal'> {
  return { schema, editions, withdrawn, keys }
}
