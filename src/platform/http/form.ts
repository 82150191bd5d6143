import { PassThrough, Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { Fault } from '../../domain/fault.ts'

/** A file of a form, its bytes one part after the other: to be read before the next file is asked for. */
export interface FormFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

export interface StreamedForm {
  /** What stands before the first file; of a name that stands twice the last. */
  readonly fields: ReadonlyMap<string, string>
  /** In the order of the form, once. */
  readonly files: AsyncIterable<FormFile>
  /** Reads to the end what nobody wanted: a browser reads no answer before all is sent. */
  readonly drain: () => Promise<void>
}

interface Part {
  readonly name: string
  readonly stream: Readable
}

const limits = { fieldSize: 64 * 1024, fields: 100, files: 500, headerPairs: 50 }

/** A posted form, its files as streams: never a whole file in memory. Fields must stand before files. */
export async function streamedForm(request: Request): Promise<StreamedForm> {
  const fields = new Map<string, string>()
  const parts = partsOf(request, fields)[Symbol.asyncIterator]() as AsyncIterator<Part, undefined>
  const first = await parts.next()
  let now: Part | undefined
  async function* files(): AsyncGenerator<FormFile> {
    for (let next = first; !next.done; next = await parts.next()) {
      now = next.value
      yield { name: now.name, bytes: bytesOf(now.stream) }
      // What was left of it goes, or the next would never come.
      now.stream.resume()
    }
  }
  const drain = async () => {
    const begun = now ?? first.value
    begun?.stream.resume()
    for (let next = await parts.next(); !next.done; next = await parts.next()) next.value.stream.resume()
  }
  return { fields, files: files(), drain }
}

/** Leaving it half-way leaves the stream open: it is read away later. */
async function* bytesOf(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of stream.iterator({ destroyOnReturn: false })) yield bytes as Uint8Array
  } catch (error) {
    throw brokenForm(error)
  }
}

function partsOf(request: Request, fields: Map<string, string>): PassThrough {
  const parts = new PassThrough({ objectMode: true })
  const open = new Set<Readable>()
  const parser = parserOf(request)
  const body = request.body ? Readable.fromWeb(request.body as ReadableStream) : Readable.from([])
  const fail = (error: unknown) => {
    const fault = brokenForm(error)
    for (const stream of open) stream.destroy(fault)
    parts.destroy(fault)
    body.unpipe(parser)
    body.resume()
  }
  // Told to whoever reads the parts; where nobody does any more, it must not end the process.
  parts.on('error', () => undefined)
  parser.on('field', (name, value) => fields.set(name, value))
  parser.on('file', (_, stream, name) => {
    stream.on('error', () => undefined)
    // A field in which no file was chosen.
    if (!name) return void stream.resume()
    open.add(stream)
    stream.once('end', () => open.delete(stream))
    parts.write({ name, stream } satisfies Part)
  })
  // Beyond it files would be left out without a word.
  parser.on('filesLimit', () => fail(new Error(`> ${limits.files} files`)))
  parser.on('finish', () => parts.end())
  parser.on('error', fail)
  body.on('error', fail)
  body.pipe(parser)
  return parts
}

function parserOf({ headers }: Request): BusboyInstance {
  const type = headers.get('content-type') ?? ''
  try {
    return new Busboy({ headers: { 'content-type': type }, limits })
  } catch (error) {
    throw new Fault('bad-request', { where: 'content-type', found: type.slice(0, 100) }, error)
  }
}

const brokenForm = (error: unknown) =>
  error instanceof Fault
    ? error
    : new Fault(
        'bad-request',
        { where: 'form-data', found: error instanceof Error ? error.message : '' },
        error,
      )
