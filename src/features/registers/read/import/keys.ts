import { canonical } from '../../../../domain/canonical.ts'
import type { Candidate } from '../../model/import/candidate.ts'
import type { ImportIssue } from '../../model/import/issue.ts'

/** An entry before it has its key. */
export interface Keyless extends Omit<Candidate, 'sourceKey' | 'copy'> {
  /** Values of the source's key in order; empty where the source has none. */
  readonly own: readonly (string | number | boolean)[]
  /** All that tells its content: bytes of the geometry and attributes as in the file. */
  readonly content: () => Uint8Array
}

/**
 * Keys that are the same on every reading of the same file. Entries that share one, or whose key is nothing but
 * zeros, are kept and get a key by their content, so that none of them stands for another.
 */
export function keyed(
  entries: readonly Keyless[],
  digest: (bytes: Uint8Array) => string,
): { readonly candidates: Candidate[]; readonly issues: ImportIssue[] } {
  const groups = Map.groupBy(entries.keys(), (i) => keyText(entries[i]!.own))
  const issues: ImportIssue[] = []
  const copies = new Map<string, number>()
  const candidates = entries.map(({ own, content, ...rest }): Candidate => {
    const key = keyText(own)
    const shared = key === '' || isZero(own) || (groups.get(key)?.length ?? 0) > 1
    const sourceKey = shared ? `${key}~${digest(content()).slice(0, 32)}` : key
    const copy = copies.get(sourceKey) ?? 0
    copies.set(sourceKey, copy + 1)
    return { ...rest, sourceKey, copy }
  })
  for (const [key, members] of groups) {
    const own = entries[members[0]!]!.own
    if (key === '' || (members.length === 1 && !isZero(own))) continue
    const all = members.map((i) => candidates[i]!)
    issues.push({
      code: isZero(own) ? 'key-zero' : 'same-key',
      at: { layer: all[0]!.origin.layer },
      // Parts that are empty say nothing to a reader.
      params: { key: key.replaceAll(/^\/+|\/+$/g, ''), number: members.length },
      count: members.length,
      fids: all.slice(0, 20).map(({ origin }) => origin.fid),
      keys: all.map(candidateKey),
    })
  }
  return { candidates, issues: [...issues, ...sameContent(candidates)] }
}

/** Entries alike in geometry and attributes: the second and further ones. */
function sameContent(candidates: readonly Candidate[]): ImportIssue[] {
  const first = new Map<string, Candidate>()
  return candidates.flatMap((candidate): ImportIssue[] => {
    const { sourceKey, copy, origin } = candidate
    if (copy === 0) {
      first.set(sourceKey, candidate)
      return []
    }
    return [
      {
        code: 'same-content',
        at: { layer: origin.layer, fid: origin.fid },
        params: { other: otherOf(first.get(sourceKey), origin.layer) },
        count: 1,
        keys: [candidateKey(candidate)],
        mend: { kind: 'drop-copy' },
      },
    ]
  })
}

const otherOf = (other: Candidate | undefined, layer: string) =>
  other === undefined || other.origin.layer === layer
    ? (other?.origin.fid ?? '')
    : `${other.origin.layer} › ${other.origin.fid}`

/** One word for an entry of a reading. */
export const candidateKey = ({ sourceKey, copy }: Pick<Candidate, 'sourceKey' | 'copy'>): string =>
  copy === 0 ? sourceKey : `${sourceKey}#${copy}`

const keyText = (own: Keyless['own']) => (own.every((part) => part === '') ? '' : own.join('/'))
/** Sheet 0, number 0: not numbered yet. */
const isZero = (own: Keyless['own']) => {
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
