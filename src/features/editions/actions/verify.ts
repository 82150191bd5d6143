import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { canonicalJson, type Json } from '../../../domain/canonical-json.ts'
import { Fault } from '../../../domain/fault.ts'
import { sha256, sha256OfFile } from '../../../platform/files/index.ts'
import { sealHolds } from '../../../platform/seal/index.ts'
import { manifestSchema, type Collection, type Manifest } from '../model/edition.ts'
import {
  currentSchema,
  keyListSchema,
  sealSchema,
  type Current,
  type PublicKey,
  type Seal,
} from '../model/seal.ts'
import { distrust, sealedText, unsealed, type Distrust } from '../rules/seal.ts'
import { filesIn } from './copy.ts'

export interface CopyFault {
  /** Path in the folder, with `/`. */
  readonly path: string
  readonly code: 'missing' | 'altered' | 'extra' | 'unsealed' | 'seal-broken' | Distrust
}

export interface Verified {
  readonly whole: boolean
  readonly editions: readonly {
    readonly collection: Collection
    readonly id: string
    readonly files: number
    readonly asOf: string
    readonly sealedOn: string | null
    readonly key: string | null
  }[]
  readonly faults: readonly CopyFault[]
}

/**
 * Checks a copy of editions down to its last byte, by nothing but itself: list and seals, manifests, files, and that
 * nothing lies beside them. Whether the keys are really the agency's is told by comparing their ids with those that it
 * made known elsewhere.
 */
export async function verifyCopy(folder: string): Promise<Verified> {
  const check = new Check(folder)
  const there = await filesIn(folder).catch((error: NodeJS.ErrnoException) => {
    throw new Fault('file-access', { path: folder, code: error.code ?? '' }, error)
  })
  const current = await check.read('current.json', currentSchema)
  const keys = await check.keys(current)
  if (current)
    check.seal('current.json', current.seal, (by) => sealedText({ list: unsealed(current) }, by), keys)
  const editions: Verified['editions'][number][] = []
  for (const [name, id] of Object.entries(current?.editions ?? {})) {
    const collection = name as Collection
    const { manifest, seal } = await check.edition(collection, id, keys)
    if (!manifest) continue
    const files = Object.keys(manifest.files).length
    const by = { sealedOn: seal?.sealedOn ?? null, key: seal?.key ?? null }
    editions.push({ collection, id, files, asOf: manifest.asOf, ...by })
  }
  check.others(there)
  return { whole: check.faults.length === 0, editions, faults: check.faults }
}

class Check {
  readonly faults: CopyFault[] = []
  readonly #folder: string
  readonly #known = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  #say(path: string, code: CopyFault['code']): null {
    this.faults.push({ path, code })
    return null
  }

  async #text(path: string): Promise<string | null> {
    this.#known.add(path)
    const bytes = await readFile(join(this.#folder, ...path.split('/'))).catch(() => null)
    if (bytes === null) return this.#say(path, 'missing')
    const text = bytes.toString('utf8')
    return Buffer.from(text).equals(bytes) ? text : this.#say(path, 'altered')
  }

  /** A file that we wrote in canonical JSON: one blank more is an alteration. */
  async read<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S> | null> {
    const text = await this.#text(path)
    if (text === null) return null
    const value = jsonOf(text)
    const parsed = schema.safeParse(value)
    if (!parsed.success || `${canonicalJson(value as Json)}\n` !== text) return this.#say(path, 'altered')
    return parsed.data
  }

  async keys(current: Current | null): Promise<readonly PublicKey[]> {
    const list = await this.read('keys.json', keyListSchema)
    if (!list) return []
    if (current && current.keys !== sha256(`${canonicalJson(list)}\n`)) this.#say('keys.json', 'altered')
    return list.keys
  }

  seal(path: string, seal: Seal | null, textOf: (by: Seal) => string, keys: readonly PublicKey[]): void {
    if (!seal) return void this.#say(path, 'unsealed')
    const key = keys.find(({ id }) => id === seal.key)
    const why = distrust(key, seal)
    if (why) this.#say(path, why)
    else if (!key || !sealHolds(textOf(seal), seal.seal, key.publicKey)) this.#say(path, 'seal-broken')
  }

  async edition(
    collection: Collection,
    id: string,
    keys: readonly PublicKey[],
  ): Promise<{ readonly manifest: Manifest | null; readonly seal: Seal | null }> {
    const path = `${collection}/${id}`
    const text = await this.#text(`${path}/manifest.json`)
    const seal = await this.read(`${path}/seal.json`, sealSchema)
    if (seal) this.seal(`${path}/seal.json`, seal, (by) => sealedText({ edition: id, collection }, by), keys)
    if (text === null) return { manifest: null, seal }
    const parsed = manifestSchema.safeParse(jsonOf(text))
    if (sha256(text) !== id || !parsed.success || parsed.data.collection !== collection)
      return { manifest: this.#say(`${path}/manifest.json`, 'altered'), seal }
    for (const [name, file] of Object.entries(parsed.data.files)) {
      const at = `${path}/files/${name}`
      this.#known.add(at)
      const found = await sha256OfFile(join(this.#folder, ...at.split('/'))).catch(() => null)
      if (!found) this.#say(at, 'missing')
      else if (found.digest !== file.digest || found.size !== file.size) this.#say(at, 'altered')
    }
    return { manifest: parsed.data, seal }
  }

  others(there: readonly string[]): void {
    for (const path of there) if (!this.#known.has(path)) this.#say(path, 'extra')
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
