import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../../domain/fault.ts'
import { streamWhole, writeWhole } from './whole.ts'

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Of a file as it lies on the disk, without holding it in memory. */
export async function sha256OfFile(
  path: string,
): Promise<{ readonly digest: string; readonly size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const part of createReadStream(path) as AsyncIterable<Uint8Array>) {
    hash.update(part)
    size += part.length
  }
  return { digest: hash.digest('hex'), size }
}

/** Files kept under the SHA-256 of their bytes: written once, shared by all who name them, never changed. */
export class Objects {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  path(digest: string): string {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new Fault('not-found', { what: digest.slice(0, 64) })
    return join(this.#folder, digest.slice(0, 2), digest)
  }

  async has(digest: string): Promise<boolean> {
    return access(this.path(digest)).then(
      () => true,
      () => false,
    )
  }

  /** Keeps the bytes and returns their digest; what is there already is not written again. */
  async put(bytes: Uint8Array): Promise<string> {
    const digest = sha256(bytes)
    if (!(await this.has(digest))) await writeWhole(this.path(digest), bytes)
    return digest
  }

  /**
   * Keeps bytes as they come, never all of them in memory. One byte more than `most` and nothing is kept: `tooLarge`
   * is thrown then.
   */
  async keep(
    bytes: AsyncIterable<Uint8Array>,
    most: number = Infinity,
    tooLarge: () => Error = () => new RangeError('too large'),
  ): Promise<{ readonly sha256: string; readonly size: number }> {
    const hash = createHash('sha256')
    let size = 0
    async function* counted() {
      for await (const part of bytes) {
        size += part.length
        if (size > most) throw tooLarge()
        hash.update(part)
        yield part
      }
    }
    const name = () => {
      const digest = hash.copy().digest('hex')
      return this.path(digest)
    }
    await streamWhole(this.#folder, counted(), name)
    return { sha256: hash.digest('hex'), size }
  }

  /** The bytes, after checking that they are still those that were kept. */
  async get(digest: string): Promise<Uint8Array> {
    const bytes = await readFile(this.path(digest)).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new Fault('not-found', { what: digest }) : error
    })
    if (sha256(bytes) !== digest) throw new Fault('bytes-altered', { digest })
    return bytes
  }

  /** Takes a file away that nobody names any more; nothing happens where there is none. */
  async remove(digest: string): Promise<void> {
    await rm(this.path(digest), { force: true })
  }

  /** Digests of all files, in order. */
  async list(): Promise<string[]> {
    const found = await readdir(this.#folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    return found
      .map((name) => name.slice(3))
      .filter((name) => /^[0-9a-f]{64}$/.test(name))
      .toSorted()
  }
}
