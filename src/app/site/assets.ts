import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Content } from '../../platform/http/index.ts'
import { sha256 } from '../../platform/files/index.ts'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

/**
 * The built scripts, styles and fonts, by their address. An address is looked up whole among those that exist,
 * so none can lead out of the folder.
 */
export async function readAssets(root: string): Promise<ReadonlyMap<string, Content>> {
  const folder = join(root, 'build', 'client')
  const found = new Map<string, Content>()
  for await (const entry of glob('**/*.*', { cwd: folder })) {
    const path = entry.replaceAll('\\', '/')
    const type = types[path.split('.').at(-1) ?? '']
    if (!type) continue
    const bytes = () => readFile(join(folder, path))
    // Vite puts the digest of its content into the name of everything below `assets`.
    found.set(`/${path}`, {
      digest: sha256(await bytes()),
      type,
      bytes,
      immutable: path.startsWith('assets/'),
    })
  }
  return found
}
