import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '../../../domain/canonical-json.ts'
import { Fault } from '../../../domain/fault.ts'
import { withLock } from '../../../platform/db/index.ts'
import { Objects, sha256, writeWhole } from '../../../platform/files/index.ts'
import {
  manifestSchema,
  manifestSchemaVersion,
  type Artefact,
  type Collection,
  type EditionFile,
  type EditionMeta,
  type Manifest,
} from '../model/edition.ts'
import {
  currentSchema,
  currentVersion,
  firstCurrentSchema,
  sealSchema,
  type Current,
  type Seal,
  type Withdrawal,
} from '../model/seal.ts'
import { manifestText, sameContent } from '../rules/edition.ts'
import { sealedText, unsealed } from '../rules/seal.ts'
import { Edition } from './edition.ts'
import type { Keys } from './keys.ts'

export interface Publication {
  readonly collection: Collection
  readonly meta: EditionMeta
  /** By path inside the edition. */
  readonly files: ReadonlyMap<string, Artefact>
}

/** The immutable editions of one data folder, and the sealed list that names those in force. */
export class Editions {
  readonly #folder: string
  readonly #objects: Objects
  readonly #keys: Keys

  constructor(folder: string, keys: Keys) {
    this.#folder = folder
    this.#objects = new Objects(join(folder, 'objects'))
    this.#keys = keys
  }

  /**
   * Makes an edition and puts it in force. Every file, the manifest and its seal are on the disk before the list names
   * it, so a stop at any moment leaves the one before whole and in force. What says nothing new makes no edition.
   */
  async publish({ collection, meta, files }: Publication): Promise<Edition> {
    const kept: Record<string, EditionFile> = {}
    for (const [path, { bytes, type }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
      kept[path] = { digest: await this.#objects.put(bytes), size: bytes.byteLength, type }
    return this.#alone(async () => {
      const before = await this.current(collection)
      const manifest = manifestSchema.parse({
        ...meta,
        schema: manifestSchemaVersion,
        collection,
        previous: before?.id ?? (await this.#lastOf(collection)),
        files: kept,
      })
      if (before && sameContent(before.manifest, manifest)) return before
      return this.#put(manifest)
    })
  }

  /** The edition in force where it says the same as this would, else null: nothing is written. */
  async saying({ collection, meta, files }: Publication): Promise<Edition | null> {
    const before = await this.current(collection)
    if (!before) return null
    const named = [...files].map(([path, { bytes, type }]) => [
      path,
      { digest: sha256(bytes), size: bytes.byteLength, type },
    ])
    const manifest = manifestSchema.parse({
      ...meta,
      schema: manifestSchemaVersion,
      collection,
      previous: null,
      files: Object.fromEntries(named) as Manifest['files'],
    })
    return sameContent(before.manifest, manifest) ? before : null
  }

  async #put(manifest: Manifest): Promise<Edition> {
    const text = manifestText(manifest)
    const id = sha256(text)
    const { collection } = manifest
    await writeWhole(this.#path(collection, id, 'manifest.json'), text)
    const seal = await this.#keys.seal((by) => sealedText({ edition: id, collection }, by))
    await writeWhole(this.#path(collection, id, 'seal.json'), `${canonicalJson(seal)}\n`)
    const list = await this.list()
    await this.#name({ ...list, editions: { ...list.editions, [collection]: id } })
    return new Edition(id, manifest, this.#objects)
  }

  /** Takes an edition out of force, or marks one that was: it answers with the reason from then on, and with nothing else. */
  async withdraw(collection: Collection, id: string, on: string, reason: string): Promise<void> {
    await this.open(collection, id)
    await this.#alone(async () => {
      const list = await this.list()
      if (list.withdrawn.some(({ edition }) => edition === id)) return
      const { [collection]: inForce, ...others } = list.editions
      const editions = inForce === id ? others : list.editions
      await this.#name({
        ...list,
        editions,
        withdrawn: [...list.withdrawn, { collection, edition: id, on, reason }],
      })
    })
  }

  /** Seals the list anew: after a change of the keys. */
  async reseal(): Promise<void> {
    await this.#alone(async () => this.#name(await this.list()))
  }

  async #name(list: Current): Promise<void> {
    // A first seal makes the first key: the list names the keys as they are then.
    await this.#keys.seal(() => '')
    const keys = sha256((await this.#keys.text()) ?? '')
    const named: Current = { ...list, keys, seal: null }
    const seal = await this.#keys.seal((by) => sealedText({ list: unsealed(named) }, by))
    await writeWhole(join(this.#folder, 'current.json'), `${canonicalJson({ ...named, seal })}\n`)
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    return withLock(join(this.#folder, 'current.turn'), 'công bố / publishing', work)
  }

  /** The edition in force, or null where none is. */
  async current(collection: Collection): Promise<Edition | null> {
    const id = (await this.list()).editions[collection]
    return id === undefined ? null : this.open(collection, id)
  }

  /** Why an edition must not be used, and since when; null where nothing is wrong with it. */
  async withdrawal(id: string): Promise<Withdrawal | null> {
    return (await this.list()).withdrawn.find(({ edition }) => edition === id) ?? null
  }

  /** The newest withdrawn edition of a collection, which the next one replaces. */
  async #lastOf(collection: Collection): Promise<string | null> {
    const withdrawn = (await this.list()).withdrawn.filter((one) => one.collection === collection)
    return withdrawn.at(-1)?.edition ?? null
  }

  /** An edition by its id, in force or not; its manifest is checked against the id. */
  async open(collection: Collection, id: string): Promise<Edition> {
    const text = await this.manifest(collection, id)
    const parsed = manifestSchema.safeParse(JSON.parse(text))
    if (!parsed.success) throw new Fault('edition-invalid', { edition: id, why: parsed.error.message })
    return new Edition(id, parsed.data, this.#objects)
  }

  /** The manifest as its bytes are kept, checked against the id. */
  async manifest(collection: Collection, id: string): Promise<string> {
    const text = await readFile(this.#path(collection, id, 'manifest.json'), 'utf8').catch(() => {
      throw new Fault('edition-invalid', { edition: id, why: 'manifest.json' })
    })
    if (sha256(text) !== id) throw new Fault('bytes-altered', { digest: id })
    return text
  }

  /** The seal of an edition; null for one that was made before there were seals. */
  async seal(collection: Collection, id: string): Promise<Seal | null> {
    const text = await readFile(this.#path(collection, id, 'seal.json'), 'utf8').catch(() => null)
    return text === null ? null : sealSchema.parse(JSON.parse(text))
  }

  /** The list of what is in force. */
  async list(): Promise<Current> {
    const text = await this.listText()
    if (text === null) return nothing
    const value: unknown = JSON.parse(text)
    const first = firstCurrentSchema.safeParse(value)
    if (first.success) return { ...nothing, editions: first.data.editions }
    const parsed = currentSchema.safeParse(value)
    if (!parsed.success) throw new Fault('edition-invalid', { edition: 'current', why: parsed.error.message })
    return parsed.data
  }

  /** The same as its bytes are kept; null before anything was published. */
  async listText(): Promise<string | null> {
    return readFile(join(this.#folder, 'current.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
  }

  #path(collection: Collection, id: string, name: 'manifest.json' | 'seal.json'): string {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Fault('not-found', { what: id.slice(0, 64) })
    return join(this.#folder, collection, id, name)
  }
}

const nothing: Current = { schema: currentVersion, editions: {}, withdrawn: [], keys: null, seal: null }
