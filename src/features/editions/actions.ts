import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../../domain/fault.ts'
import { Objects, sha256, withLock, writeWhole } from '../../platform/files/index.ts'
import {
  currentSchema,
  manifestSchema,
  manifestSchemaVersion,
  type Artefact,
  type Collection,
  type Current,
  type EditionFile,
  type EditionMeta,
  type Manifest,
} from './model.ts'
import { fileAt, manifestText, sameContent } from './rules.ts'

export interface Publication {
  readonly collection: Collection
  readonly meta: EditionMeta
  /** By path inside the edition. */
  readonly files: ReadonlyMap<string, Artefact>
}

/** The immutable editions of one data folder, and the list that names those in force. */
export class Editions {
  readonly #folder: string
  readonly #objects: Objects

  constructor(folder: string) {
    this.#folder = folder
    this.#objects = new Objects(join(folder, 'objects'))
  }

  /**
   * Makes an edition and puts it in force. Every file and the manifest are on the disk before the list names it,
   * so a stop at any moment leaves the one before whole and in force. What says nothing new makes no edition.
   */
  async publish({ collection, meta, files }: Publication): Promise<Edition> {
    const kept: Record<string, EditionFile> = {}
    for (const [path, { bytes, type }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
      kept[path] = { digest: await this.#objects.put(bytes), size: bytes.byteLength, type }
    return withLock(join(this.#folder, 'current.lock'), 'công bố / publishing', async () => {
      const before = await this.current(collection)
      const manifest = manifestSchema.parse({
        ...meta,
        schema: manifestSchemaVersion,
        collection,
        previous: before?.id ?? null,
        files: kept,
      })
      if (before && sameContent(before.manifest, manifest)) return before
      return this.#put(manifest)
    })
  }

  async #put(manifest: Manifest): Promise<Edition> {
    const text = manifestText(manifest)
    const id = sha256(text)
    await writeWhole(this.#manifestPath(manifest.collection, id), text)
    const { editions } = await this.#list()
    const list: Current = {
      schema: manifestSchemaVersion,
      editions: { ...editions, [manifest.collection]: id },
    }
    await writeWhole(this.#listPath(), `${JSON.stringify(list, null, 2)}\n`)
    return new Edition(id, manifest, this.#objects)
  }

  /** The edition in force, or null where none was ever made. */
  async current(collection: Collection): Promise<Edition | null> {
    const id = (await this.#list()).editions[collection]
    return id === undefined ? null : this.open(collection, id)
  }

  /** An edition by its id, in force or not; its manifest is checked against the id. */
  async open(collection: Collection, id: string): Promise<Edition> {
    const text = await readFile(this.#manifestPath(collection, id), 'utf8').catch(() => {
      throw new Fault('edition-invalid', { edition: id, why: 'manifest.json' })
    })
    if (sha256(text) !== id) throw new Fault('bytes-altered', { digest: id })
    const parsed = manifestSchema.safeParse(JSON.parse(text))
    if (!parsed.success) throw new Fault('edition-invalid', { edition: id, why: parsed.error.message })
    return new Edition(id, parsed.data, this.#objects)
  }

  async #list(): Promise<Current> {
    const text = await readFile(this.#listPath(), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (text === null) return { schema: manifestSchemaVersion, editions: {} }
    const parsed = currentSchema.safeParse(JSON.parse(text))
    if (!parsed.success) throw new Fault('edition-invalid', { edition: 'current', why: parsed.error.message })
    return parsed.data
  }

  #listPath(): string {
    return join(this.#folder, 'current.json')
  }

  #manifestPath(collection: Collection, id: string): string {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Fault('not-found', { what: id.slice(0, 64) })
    return join(this.#folder, collection, id, 'manifest.json')
  }
}

/** One edition, open for reading. It never changes, so everything read from it may be kept. */
export class Edition {
  readonly id: string
  readonly manifest: Manifest
  readonly #objects: Objects

  constructor(id: string, manifest: Manifest, objects: Objects) {
    this.id = id
    this.manifest = manifest
    this.#objects = objects
  }

  /** The file that answers to an address (`/nhiem-vu` is `nhiem-vu/index.html`), or null. */
  find(address: string) {
    return fileAt(this.manifest, address)
  }

  /** The bytes of a file, checked against the manifest. */
  async read(path: string): Promise<Uint8Array> {
    const file = Object.hasOwn(this.manifest.files, path) ? this.manifest.files[path] : undefined
    if (!file) throw new Fault('not-found', { what: path })
    return this.#objects.get(file.digest)
  }

  /** Paths whose bytes are gone or altered; empty where the edition is whole. */
  async faults(): Promise<string[]> {
    const found: string[] = []
    for (const [path, file] of Object.entries(this.manifest.files)) {
      const bytes = await this.#objects.get(file.digest).catch(() => null)
      if (bytes?.byteLength !== file.size) found.push(path)
    }
    return found
  }
}
