import { canonicalJson } from '../../../domain/canonical-json.ts'
import type { EditionFile, Manifest } from '../model/edition.ts'

/** The manifest as its bytes are kept; their SHA-256 is the edition's id. */
export function manifestText(manifest: Manifest): string {
  return canonicalJson(manifest)
}

/** Two manifests that say the same but for what came before: publishing the second would publish nothing. */
export function sameContent(one: Manifest, other: Manifest): boolean {
  return manifestText({ ...one, previous: null }) === manifestText({ ...other, previous: null })
}

/** The file that answers to an address: the path itself, or the page of that folder. */
export function fileAt(
  manifest: Manifest,
  address: string,
): (EditionFile & { readonly path: string }) | null {
  const path = address.replace(/^\/+/, '').replace(/\/+$/, '')
  const names = [path, path === '' ? 'index.html' : `${path}/index.html`]
  for (const name of names) {
    const file = Object.hasOwn(manifest.files, name) ? manifest.files[name] : undefined
    if (file) return { ...file, path: name }
  }
  return null
}
