import { spawn, execFileSync } from 'node:child_process'
import { chown, readdir, readFile, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { onceInRun, until } from './once.ts'

/**
 * PostgreSQL for tests: `DATABASE_URL`, else a throw-away cluster of our own that the first spec in need of it
 * starts and the end of the run takes away. This is its name in the run's folder.
 */
export const cluster = 'pg'

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
  return addressIn(
    await onceInRun(cluster, async (folder) => {
      await installPostgis(await startCluster(folder, 'off'))
    }),
  )
}

export const postgisHint =
  'PostGIS specs are skipped: install PostGIS (Debian: apt install postgresql-postgis), and let the user of DATABASE_URL create extensions.'

/** PostGIS in `public`, where every record of this database finds it; nothing where it cannot be had. */
async function installPostgis(url: string): Promise<void> {
  await ask(url, 'create extension if not exists postgis with schema public').catch((error: unknown) => {
    if (!(error instanceof pg.DatabaseError)) throw error
  })
}

/** True where the PostgreSQL of the tests has PostGIS, which is installed there where that is possible. */
export async function hasPostgis(): Promise<boolean> {
  if (!(await hasPostgres())) return false
  const url = await postgresUrl()
  if (process.env.DATABASE_URL) await onceInRun('postgis', () => installPostgis(url))
  return (await ask(url, `select 1 from pg_extension where extname = 'postgis'`)) === 1
}

/** The number of rows that one statement gives or makes. */
async function ask(url: string, statement: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rowCount
  } finally {
    await client.end()
  }
}

const addressIn = (folder: string) => `postgres://dothi@localhost/postgres?host=${encodeURIComponent(folder)}`

/** Nothing outlives the run, and every test makes and drops a schema: no log to recover by, few pages to search. */
const forOneRun = [
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'shared_buffers=32MB',
]

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
    ...(fsync === 'off' ? forOneRun : []),
  ]
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...options.flatMap((option) => ['-c', option])],
    { ...settings, detached: true },
  )
  server.unref()
  await until('the start of PostgreSQL', async () =>
    (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).includes('ready'),
  )
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

/** Stops the cluster of this run and takes its folder away. */
export async function stopCluster(folder: string): Promise<void> {
  const pid = Number(
    (await readFile(join(folder, 'data/postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0],
  )
  if (pid > 0) {
    // SIGQUIT: at once, nothing of it is needed any more.
    process.kill(pid, 'SIGQUIT')
    await until('the end of PostgreSQL', () => !existsSync(join(folder, 'data/postmaster.pid')))
  }
  await rm(folder, { recursive: true, force: true })
}
