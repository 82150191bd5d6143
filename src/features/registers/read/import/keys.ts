import { canonical } from '../../../../domain/canonical.ts'
import type { Candidate, Origin } from '../../model/import/candidate.ts'
import type { ImportIssue } from '../../model/import/issue.ts'

/** Of an entry before it has its key: all that stays in memory of it while a file is read. */
export interface Keyless {
  readonly origin: Origin
  /** Values of the source's key in order, as one text; empty where the source has none. */
  readonly key: string
  /** Sheet 0, number 0: not numbered yet. */
  readonly zero: boolean
  /** Digest of its content: the geometry's bytes and attributes as in the file. */
  readonly digest: string
}

export type EntryKey = Pick<Candidate, 'sourceKey' | 'copy'>

/**
 * Keys that are the same on every reading of the same file. Entries that share one, or whose key is nothing but
 * zeros, are kept and get a key by their content, so that none of them stands for another.
 */
export function keyed(entries: readonly Keyless[]): {
  readonly keys: EntryKey[]
  readonly issues: ImportIssue[]
} {
  const shared = sharedKeys(entries)
  const copies = new Map<string, number>()
  const keys = entries.map(({ key, zero, digest }): EntryKey => {
    const sourceKey = key === '' || zero || shared.has(key) ? `${key}~${digest}` : key
    const copy = copies.get(sourceKey) ?? 0
    copies.set(sourceKey, copy + 1)
    return { sourceKey, copy }
  })
  const issues = [...shared].map(([key, members]): ImportIssue => ({
    code: entries[members[0]!]!.zero ? 'key-zero' : 'same-key',
    at: { layer: entries[members[0]!]!.origin.layer },
    // Parts that are empty say nothing to a reader.
    params: { key: key.replaceAll(/^\/+|\/+$/g, ''), number: members.length },
    count: members.length,
    fids: members.slice(0, 20).map((i) => entries[i]!.origin.fid),
    keys: members.map((i) => candidateKey(keys[i]!)),
  }))
  return { keys, issues: [...issues, ...sameContent(entries, keys)] }
}

/** Keys that several entries bear, or that say nothing, with those entries. */
function sharedKeys(entries: readonly Keyless[]): Map<string, number[]> {
  const once = new Set<string>()
  const shared = new Map<string, number[]>()
  for (const { key, zero } of entries) {
    if (key !== '' && (zero || once.has(key)) && !shared.has(key)) shared.set(key, [])
    once.add(key)
  }
  if (shared.size > 0) for (const [i, { key }] of entries.entries()) shared.get(key)?.push(i)
  return shared
}

/** Entries alike in geometry and attributes: the second and further ones. */
function sameContent(entries: readonly Keyless[], keys: readonly EntryKey[]): ImportIssue[] {
  const doubled = new Set(keys.flatMap(({ sourceKey, copy }) => (copy > 0 ? [sourceKey] : [])))
  const first = new Map<string, Origin>()
  return keys.flatMap((key, i): ImportIssue[] => {
    const { layer, fid } = entries[i]!.origin
    if (key.copy === 0) {
      if (doubled.has(key.sourceKey)) first.set(key.sourceKey, entries[i]!.origin)
      return []
    }
    return [
      {
        code: 'same-content',
        at: { layer, fid },
        params: { other: otherOf(first.get(key.sourceKey), layer) },
        count: 1,
        keys: [candidateKey(key)],
        mend: { kind: 'drop-copy' },
      },
    ]
  })
}

const otherOf = (other: Origin | undefined, layer: string) =>
  other === undefined || other.layer === layer ? (other?.fid ?? '') : `${other.layer} › ${other.fid}`

/** One word for an entry of a reading. */
export const candidateKey = ({ sourceKey, copy }: Pick<Candidate, 'sourceKey' | 'copy'>): string =>
  copy === 0 ? sourceKey : `${sourceKey}#${copy}`

export type KeyParts = readonly (string | number | boolean)[]

export const keyText = (own: KeyParts): string => (own.every((part) => part === '') ? '' : own.join('/'))
/** Sheet 0, number 0: not numbered yet. */
export const isZero = (own: KeyParts): boolean => {
  const parts = own.filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => Number(part) === 0)
}

/** Bytes that stand for a feature's content. */
export function contentOf(wkb: Uint8Array | null, properties: Readonly<Record<string, unknown>>): Uint8Array {
  const text = new TextEncoder().encode(canonical(properties))
  const bytes = new Uint8Array(text.length + (wkb?.length ?? 0))
  bytes.set(text)
  if (wkb) bytes.set(wkb, text.length)
  return bytes
}
