import { boxesMeet, boxOf, decodeWkb } from '../../../../domain/geometry/index.ts'
import { fold } from '../../../../domain/fold.ts'
import type { Db, EngineName } from '../../../../platform/db/index.ts'
import type { Candidate } from '../../model/import/candidate.ts'
import { extentOfSource, knownKeys, sourcesAt, sourcesNamed } from '../../store/imports/source.ts'
import type { ImportServices } from './services.ts'

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

export interface Delivered {
  readonly name: string
  readonly fingerprint: string
  readonly candidates: readonly Candidate[]
}

/**
 * The source that gave an earlier state of this file: most of its keys are known there and lie where they lay; or a
 * quarter of its entries lie exactly where entries of that source do; or a file of this name and shape came from it and
 * lies in the same place. Null where it is the first of its source. In doubt a review is opened, and nothing is lost.
 */
export async function knownSource(
  { record }: Pick<ImportServices, 'record'>,
  agency: string,
  register: string,
  file: Delivered,
): Promise<string | null> {
  return record.read(
    async (db) =>
      (await byKeys(db, agency, register, spread(file.candidates, sample))) ??
      (await byPlaces(db, record.engine, agency, register, spread(file.candidates, sample / 4))) ??
      (await byName(db, agency, register, file)),
  )
}

function spread(candidates: readonly Candidate[], most: number): Candidate[] {
  const step = Math.max(1, Math.floor(candidates.length / most))
  return candidates.filter((_, i) => i % step === 0)
}

const boxOfCandidate = ({ geometry }: Pick<Candidate, 'geometry'>) => geometry && boxOf(decodeWkb(geometry))

async function byKeys(
  db: Db,
  agency: string,
  register: string,
  candidates: readonly Candidate[],
): Promise<string | null> {
  const asked = new Map(candidates.map((one) => [one.sourceKey, one]))
  const found = await knownKeys(db, agency, register, [...asked.keys()])
  for (const [source, known] of Map.groupBy(found, (one) => one.source)) {
    const near = known.filter(({ key, box }) => {
      const one = asked.get(key)
      const own = one && boxOfCandidate(one)
      return !box || !own || boxesMeet(box, own)
    })
    if (near.length * 2 >= asked.size && near.length * 2 >= known.length) return source
  }
  return null
}

async function byPlaces(
  db: Db,
  engine: EngineName,
  agency: string,
  register: string,
  candidates: readonly Candidate[],
): Promise<string | null> {
  const boxes = candidates.map(boxOfCandidate).filter((box) => box !== null)
  const counts = new Map<string, number>()
  for (const box of boxes)
    for (const source of await sourcesAt(db, engine, agency, register, box))
      counts.set(source, (counts.get(source) ?? 0) + 1)
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1])
  return best && best[1] * 4 >= boxes.length ? best[0] : null
}

async function byName(
  db: Db,
  agency: string,
  register: string,
  { name, fingerprint, candidates }: Delivered,
): Promise<string | null> {
  const source = await sourcesNamed(db, agency, register, stem(name), fingerprint)
  const extent = source === null ? null : await extentOfSource(db, agency, register, source)
  const meets = candidates.some((one) => {
    const box = boxOfCandidate(one)
    return !box || (extent && boxesMeet(box, extent))
  })
  return meets ? source : null
}
