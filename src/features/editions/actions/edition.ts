import { Fault } from '../../../domain/fault.ts'
import type { Objects } from '../../../platform/files/index.ts'
import type { Manifest } from '../model/edition.ts'
import { fileAt } from '../rules/edition.ts'

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
