import { boxesMeet, boxOf, decodeWkb } from '../../../../domain/geometry/index.ts'
import { fold } from '../../../../domain/fold.ts'
import type { Db } from '../../../../platform/db/index.ts'
import type { Candidate } from '../../model/import/candidate.ts'
import { knownKeys, sourcesNamed } from '../../store/imports/source.ts'

/** How many keys are asked for: spread over the file, they tell its source as surely as all of them. */
const sample = 400

/** The source's name where a file is the first of it: the file's own name and the bytes it began with. */
export function newSource(name: string, sha256: string): string {
  return `${stem(name)}-${sha256.slice(0, 8)}`
}

/** What of a file's name stays the same from one delivery to the next: no ending, day or number. */
export const stem = (name: string) =>
  fold(name.split(/[/\\]/).at(-1) ?? '')
    .replace(/\.[a-z0-9]{1,10}$/, '')
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60) || 'tep'

/**
 * The source that gave an earlier state of this file: most of its keys are known there, and lie where they lay; or a
 * file of this name and shape came from it. Null where it is the first of its source.
 */
export async function knownSource(
  db: Db,
  agency: string,
  register: string,
  file: { readonly name: string; readonly fingerprint: string; readonly candidates: readonly Candidate[] },
): Promise<string | null> {
  const step = Math.max(1, Math.floor(file.candidates.length / sample))
  const asked = new Map(
    file.candidates.filter((_, i) => i % step === 0).map((one) => [one.sourceKey, one.geometry]),
  )
  const found = await knownKeys(db, agency, register, [...asked.keys()])
  for (const [source, known] of Map.groupBy(found, (one) => one.source)) {
    const near = known.filter(({ key, box }) => {
      const geometry = asked.get(key)
      const own = geometry && boxOf(decodeWkb(geometry))
      return !box || !own || boxesMeet(box, own)
    })
    if (near.length * 2 >= asked.size && near.length * 2 >= known.length) return source
  }
  return sourcesNamed(db, agency, register, stem(file.name), file.fingerprint)
}
