import { spawn, execFileSync } from 'node:child_process'
import { chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * PostgreSQL for tests: `DATABASE_URL`, else a throw-away cluster of our own that the first spec in need of it
 * starts and the end of the run takes away. Its folder is named by `global-setup.ts`.
 */
export const clusterFolder = 'DOTHI_TEST_CLUSTER'

export const postgresHint =
  'PostgreSQL specs are skipped: install PostgreSQL (Debian: apt install postgresql) or set DATABASE_URL.'

/** The folder of the newest PostgreSQL programs on this machine. */
export async function postgresPrograms(): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? await readdir(debian) : []
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, 'bin'))
    .concat((process.env.PATH ?? '').split(delimiter))
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return folders.find((folder) =>
    ['postgres', 'initdb'].every((program) => existsSync(join(folder, program + suffix))),
  )
}

/** True where PostgreSQL specs can run. */
export async function hasPostgres(): Promise<boolean> {
  return Boolean(process.env.DATABASE_URL ?? (await postgresPrograms()))
}

/** Address of the server, started by whoever asks first. */
export async function postgresUrl(): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const folder = process.env[clusterFolder]
  if (!folder) throw new Error('PostgreSQL specs run under test/global-setup.ts')
  const first = await mkdir(join(folder, 'starting')).then(
    () => true,
    () => false,
  )
  if (first) await startCluster(folder, 'off')
  else await until(() => existsSync(join(folder, 'ready')))
  return addressIn(folder)
}

const addressIn = (folder: string) => `postgres://dothi@localhost/postgres?host=${encodeURIComponent(folder)}`

/**
 * A cluster of its own in an empty folder, on a socket in that folder. Tests run it with `fsync` off, since
 * their records live for one run; what is measured has it on.
 */
export async function startCluster(folder: string, fsync: 'on' | 'off'): Promise<string> {
  const programs = await postgresPrograms()
  if (!programs) throw new Error(postgresHint)
  const user = serverUser()
  if (user) await chown(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const settings = { ...user, cwd: folder, stdio: 'ignore' } as const
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'dothi', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    settings,
  )
  const options = [
    `fsync=${fsync}`,
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
  ]
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...options.flatMap((option) => ['-c', option])],
    { ...settings, detached: true },
  )
  server.unref()
  await until(async () =>
    (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).includes('ready'),
  )
  await writeFile(join(folder, 'ready'), '')
  return addressIn(folder)
}

/** PostgreSQL refuses to run as root: there it runs as the user that Debian made for it, or as nobody. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // No such user on this machine: the next one.
    }
  }
  return undefined
}

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000
  while (!(await done())) {
    if (performance.now() > deadline) throw new Error('PostgreSQL did not start within 60 s')
    await sleep(50)
  }
}

/** Stops the cluster of this run and takes its folder away. */
export async function stopCluster(folder: string): Promise<void> {
  const pid = Number(
    (await readFile(join(folder, 'data/postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0],
  )
  if (pid > 0) {
    // SIGQUIT: at once, nothing of it is needed any more.
    process.kill(pid, 'SIGQUIT')
    await until(() => !existsSync(join(folder, 'data/postmaster.pid')))
  }
  await rm(folder, { recursive: true, force: true })
}
