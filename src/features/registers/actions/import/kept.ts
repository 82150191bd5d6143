import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Objects } from '../../../../platform/files/index.ts'
import type { Candidate, LabelPart, LinePart } from '../../model/import/candidate.ts'
import type { EntryBody } from '../../read/import/index.ts'

/** What was read of a file, kept beside its bytes: candidates, line work and labels, one to a line. */
export type ReadPart =
  | { readonly kind: 'entry'; readonly part: Candidate }
  | { readonly kind: 'line'; readonly part: LinePart }
  | { readonly kind: 'label'; readonly part: LabelPart }

/** Entries that are in memory together. */
const block = 2000

/** Keeps what was read, however much comes; what fails on the way leaves nothing behind. */
export async function keepReading(
  files: Pick<Objects, 'keep'>,
  parts: AsyncIterable<readonly ReadPart[]>,
): Promise<string> {
  const lines = async function* () {
    for await (const some of parts) yield some.map(({ kind, part }) => line(kind, part)).join('')
  }
  const kept = { sha256: '' }
  await pipeline(
    Readable.from(lines()),
    createGzip({ level: 1 }),
    async (zipped: AsyncIterable<Uint8Array>) => {
      kept.sha256 = (await files.keep(zipped)).sha256
    },
  )
  return kept.sha256
}

/** Lays entries aside in a file until all are read and their keys are known. */
export async function layAside(path: string, bodies: AsyncIterable<readonly EntryBody[]>): Promise<void> {
  const lines = async function* () {
    for await (const some of bodies) yield some.map((body) => line('entry', body)).join('')
  }
  await pipeline(Readable.from(lines()), createGzip({ level: 1 }), createWriteStream(path))
}

function line(kind: ReadPart['kind'], part: object): string {
  const bytes = (part as { readonly geometry?: Uint8Array | null }).geometry
  const geometry = bytes && { geometry: Buffer.from(bytes).toString('base64') }
  return `${JSON.stringify({ kind, part: { ...part, ...geometry } })}\n`
}

/** The parts again, one after the other. */
export function readingParts(files: Pick<Objects, 'path'>, digest: string): AsyncGenerator<ReadPart> {
  return partsIn(files.path(digest))
}

/** What was laid aside, in blocks, each with the number of its first. */
export async function* asideIn(path: string): AsyncGenerator<{ first: number; bodies: EntryBody[] }> {
  let [first, bodies] = [0, [] as EntryBody[]]
  for await (const { part } of partsIn(path)) {
    bodies.push(part as EntryBody)
    if (bodies.length < block) continue
    yield { first, bodies }
    first += bodies.length
    bodies = []
  }
  if (bodies.length > 0) yield { first, bodies }
}

/** The entries of a kept reading, in blocks. */
export async function* entriesIn(
  files: Pick<Objects, 'path'>,
  digest: string,
): AsyncGenerator<readonly Candidate[]> {
  let some: Candidate[] = []
  for await (const { kind, part } of readingParts(files, digest)) {
    if (kind !== 'entry') continue
    some.push(part)
    if (some.length < block) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

async function* partsIn(path: string): AsyncGenerator<ReadPart> {
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) })
  for await (const text of lines) {
    const { kind, part } = JSON.parse(text) as { kind: ReadPart['kind']; part: { geometry?: string | null } }
    const { geometry } = part
    const bytes = typeof geometry === 'string' && {
      geometry: new Uint8Array(Buffer.from(geometry, 'base64')),
    }
    yield { kind, part: { ...part, ...bytes } } as unknown as ReadPart
  }
}
