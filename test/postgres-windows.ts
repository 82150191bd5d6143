import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** The folders into which the installer for Windows puts its programs without telling the search path. */
export async function installedOnWindows(): Promise<readonly string[]> {
  const home = join(process.env['PROGRAMFILES'] ?? 'C:\\Program Files', 'PostgreSQL')
  const versions = existsSync(home) ? await readdir(home) : []
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(home, version, 'bin'))
}

/**
 * A cluster in an empty folder. Node speaks to no Unix socket on Windows, so that it listens on a free port of
 * loopback and asks for a password; `pg_ctl` sees to it that the server runs without an administrator's rights.
 */
export async function startOnWindows(
  programs: string,
  folder: string,
  settings: readonly string[],
): Promise<string> {
  const [data, secret] = [join(folder, 'data'), join(folder, 'password')]
  const password = randomBytes(16).toString('hex')
  await writeFile(secret, password)
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'dothi', '-A', 'password', '--pwfile', secret, ...encoding],
    { stdio: 'ignore' },
  )
  const options = [...settings, 'listen_addresses=127.0.0.1', `port=${await freePort()}`]
  execFileSync(
    join(programs, 'pg_ctl'),
    ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options.map((one) => `-c ${one}`).join(' ')],
    { stdio: 'ignore' },
  )
  return addressOnWindows(folder)
}

const encoding = ['-E', 'UTF8', '--locale=C', '--no-sync']

/** How a cluster that another process has started is reached. */
export async function addressOnWindows(folder: string): Promise<string> {
  const password = await readFile(join(folder, 'password'), 'utf8')
  const port = (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[3]?.trim()
  return `postgres://dothi:${password}@127.0.0.1:${port}/postgres`
}

/** A signal would end the server alone and leave its processes and its lock behind. */
export function stopOnWindows(programs: string, folder: string): void {
  execFileSync(join(programs, 'pg_ctl'), ['stop', '-w', '-m', 'immediate', '-D', join(folder, 'data')], {
    stdio: 'ignore',
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      server.close(() => resolve(typeof at === 'object' && at ? at.port : 0))
    })
  })
}
