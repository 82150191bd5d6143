import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { glob, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '../platform/files/index.ts'
import { once } from './turn.ts'

/** What pages are made of. Server code is not in it: it is handed to pages when they are rendered. */
const sources = [
  'src/{root,entry.server,entry.client}.tsx',
  'src/routes.ts',
  'src/{ui,domain}/**/*.{ts,tsx,css,svg,png}',
  'src/features/*/{pages,messages,model,rules,read}/**/*.{ts,tsx,css}',
  'src/features/*/{messages,model,rules,read,index}.ts',
  '{vite,react-router}.config.ts',
  'package-lock.json',
]

/**
 * Builds the pages where their sources changed since the last time; two processes build once. Returns the
 * digest of the sources.
 */
export async function buildPages(root: string, tell: (line: string) => void): Promise<string> {
  const wanted = await digestOfSources(root)
  await builtOnce(root, wanted, () => runVite(root, tell))
  return wanted
}

/** Runs `build`, which empties the folder of what is built, once for the sources of a digest: others wait for it. */
export async function builtOnce(root: string, wanted: string, build: () => Promise<void>): Promise<void> {
  const stamp = join(root, 'build', 'sources.sha256')
  const fresh = async () => (await readFile(stamp, 'utf8').catch(() => '')) === wanted
  // Not in the folder of what is built: the build empties it, the lock with it.
  const lock = join(root, 'node_modules', '.cache', 'pages.turn')
  await once(lock, 'dựng trang / building pages', fresh, async () => {
    await rm(stamp, { force: true })
    await build()
    await writeWhole(stamp, wanted)
  })
}

export async function digestOfSources(root: string): Promise<string> {
  const paths: string[] = []
  for await (const path of glob(sources, { cwd: root })) paths.push(path.replaceAll('\\', '/'))
  const digest = createHash('sha256')
  for (const path of new Set(paths.filter((each) => !each.includes('.test.')).toSorted()))
    digest.update(`${path}\0`).update(await readFile(join(root, path)))
  return digest.digest('hex')
}

function runVite(root: string, tell: (line: string) => void): Promise<void> {
  tell('dothi: đang dựng các trang… / building pages…')
  const tool = join(root, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  const child = spawn(process.execPath, [tool, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`pages could not be built:\n${output}`)),
    )
  })
}
