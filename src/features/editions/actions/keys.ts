import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '../../../domain/canonical-json.ts'
import { Fault } from '../../../domain/fault.ts'
import { sha256, writeWhole } from '../../../platform/files/index.ts'
import { newSealKey, sealText } from '../../../platform/seal/index.ts'
import { keyListSchema, type PublicKey, type Seal } from '../model/seal.ts'
import { keyOn, revoked, rotated } from '../rules/seal.ts'

/** The keys by which an agency seals what it publishes: public halves for everybody, private ones in files of their own. */
export class Keys {
  readonly #folder: string
  readonly #agency: string
  readonly #today: () => string
  readonly #secrets: string

  /** `secrets` is where the private halves lie: in no backup of what is published. */
  constructor(folder: string, agency: string, today: () => string, secrets: string = folder) {
    this.#folder = folder
    this.#agency = agency
    this.#today = today
    this.#secrets = secrets
  }

  /** Every key there ever was, oldest first. */
  async list(): Promise<readonly PublicKey[]> {
    const text = await this.text()
    if (text === null) return []
    const parsed = keyListSchema.safeParse(JSON.parse(text))
    if (!parsed.success)
      throw new Fault('edition-invalid', { edition: 'keys.json', why: parsed.error.message })
    return parsed.data.keys
  }

  /** The list as its bytes are kept and published; null before the first key. */
  async text(): Promise<string | null> {
    return readFile(this.#list(), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
  }

  /** Seals by the key of today; an agency that has none gets its first. */
  async seal(textOf: (by: Pick<Seal, 'key' | 'sealedOn'>) => string): Promise<Seal> {
    const sealedOn = this.#today()
    const key = keyOn(await this.list(), sealedOn) ?? (await this.renew())
    const by = { key: key.id, sealedOn }
    const secret = await readFile(this.#secret(key.id), 'utf8').catch((error: unknown) => {
      throw new Fault('seal-key-missing', { key: key.id }, error)
    })
    return { ...by, seal: sealText(textOf(by), secret) }
  }

  /** A new key from today on. What was sealed by the one before stays good. */
  async renew(): Promise<PublicKey> {
    const { publicKey, privateKey } = newSealKey()
    const id = sha256(Buffer.from(publicKey, 'base64url')).slice(0, 16)
    // The secret is on the disk before anybody is told of its key.
    await writeWhole(this.#secret(id), privateKey)
    await chmod(this.#secret(id), 0o600)
    const from = this.#today()
    const key: PublicKey = {
      id,
      algorithm: 'Ed25519',
      publicKey,
      agency: this.#agency,
      from,
      to: null,
      revoked: null,
    }
    await this.#keep(rotated(await this.list(), key))
    return key
  }

  /** From today on nothing that bears the key is trusted; the next seal is made by a new one. */
  async revoke(id: string, why: string): Promise<void> {
    const keys = await this.list()
    if (!keys.some((key) => key.id === id)) throw new Fault('not-found', { what: `khóa / key ${id}` })
    await this.#keep(revoked(keys, id, this.#today(), why))
  }

  async #keep(keys: readonly PublicKey[]): Promise<void> {
    await writeWhole(this.#list(), `${canonicalJson({ schema: 1, keys })}\n`)
  }

  #list(): string {
    return join(this.#folder, 'keys.json')
  }

  #secret(id: string): string {
    return join(this.#secrets, `${id}.pem`)
  }
}
