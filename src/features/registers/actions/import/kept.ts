import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import type { Objects } from '../../../../platform/files/index.ts'
import type { Candidate, ImportReading, LabelPart, LinePart } from '../../model/import/candidate.ts'

/** What was read of a file, kept beside its bytes: candidates, line work and labels, one to a line. */
export type ReadPart =
  | { readonly kind: 'entry'; readonly part: Candidate }
  | { readonly kind: 'line'; readonly part: LinePart }
  | { readonly kind: 'label'; readonly part: LabelPart }

export async function keepReading(files: Pick<Objects, 'keep'>, reading: ImportReading): Promise<string> {
  const zipped = Readable.from(linesOf(reading)).pipe(createGzip({ level: 1 }))
  return (await files.keep(zipped)).sha256
}

function* linesOf({ candidates, lines, labels }: ImportReading): Generator<string> {
  const line = (kind: ReadPart['kind'], part: { readonly geometry?: Uint8Array | null }) =>
    `${JSON.stringify({
      kind,
      part: { ...part, ...(part.geometry && { geometry: Buffer.from(part.geometry).toString('base64') }) },
    })}\n`
  for (const part of candidates) yield line('entry', part)
  for (const part of lines) yield line('line', part)
  for (const part of labels) yield line('label', part as object)
}

/** The parts again, one after the other. */
export async function* readingParts(files: Pick<Objects, 'path'>, digest: string): AsyncGenerator<ReadPart> {
  const lines = createInterface({ input: createReadStream(files.path(digest)).pipe(createGunzip()) })
  for await (const line of lines) {
    const { kind, part } = JSON.parse(line) as {
      kind: ReadPart['kind']
      part: { geometry?: string | null }
    }
    const { geometry } = part
    const bytes = typeof geometry === 'string' && {
      geometry: new Uint8Array(Buffer.from(geometry, 'base64')),
    }
    yield { kind, part: { ...part, ...bytes } } as unknown as ReadPart
  }
}
