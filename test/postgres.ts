import { spawn, execFileSync } from 'node:child_process'
import { chown, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { onceInRun, until } from './once.ts'
import { addressOnWindows, installedOnWindows, startOnWindows, stopOnWindows } from './postgres-windows.ts'

/**
 * PostgreSQL for tests: `DATABASE_URL`, else a throw-away cluster of our own that the first spec in need of it
 * starts and the end of the run takes away. This is its name in the run's folder.
 */
export const cluster = 'pg'

export const postgresHint =
  'PostgreSQL specs are skipped: install PostgreSQL (Debian: apt install postgresql; Windows: winget install PostgreSQL.PostgreSQL.17) or set DATABASE_URL.'

const onWindows = process.platform === 'win32'

/** The folder of the newest PostgreSQL programs on this machine. */
export async function postgresPrograms(): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? await readdir(debian) : []
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, 'bin'))
    .concat((process.env.PATH ?? '').split(delimiter), onWindows ? await installedOnWindows() : [])
  const suffix = onWindows ? '.exe' : ''
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
  return addressIn(await onceInRun(cluster, async (folder) => void (await startCluster(folder, 'off'))))
}

export const postgisHint =
  'PostgreSQL specs are skipped for want of PostGIS: install it (Debian: apt install postgresql-postgis; Windows: Stack Builder of PostgreSQL), and let the user of DATABASE_URL create extensions.'

/** True where the PostgreSQL of the tests has PostGIS, in `public`, where every record of this database finds it. */
async function hasPostgis(): Promise<boolean> {
  const folder = await onceInRun('postgis', async (made) => {
    const url = await postgresUrl()
    await ask(url, 'create extension if not exists postgis with schema public').catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError)) throw error
    })
    const found = await ask(url, `select 1 from pg_extension where extname = 'postgis'`)
    if (found === 1) await writeFile(join(made, 'there'), '')
  })
  return existsSync(join(folder, 'there'))
}

/** True where this run asked for PostGIS and found none. */
export const withoutPostgis = (run: string): boolean =>
  existsSync(join(run, 'postgis.ready')) && !existsSync(join(run, 'postgis', 'there'))

/** What PostgreSQL specs lack on this machine, with how to get it; a record there needs PostGIS. */
export async function lackOfPostgres(): Promise<string | undefined> {
  if (!(await hasPostgres())) return postgresHint
  return (await hasPostgis()) ? undefined : postgisHint
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

/** Where the cluster of a folder listens. */
function addressIn(folder: string): string | Promise<string> {
  if (onWindows) return addressOnWindows(folder)
  return `postgres://dothi@localhost/postgres?host=${encodeURIComponent(folder)}`
}

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
  const kept = [`fsync=${fsync}`, 'max_connections=200', ...(fsync === 'off' ? forOneRun : [])]
  if (onWindows) return startOnWindows(programs, folder, kept)
  const user = serverUser()
  if (user) await chown(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const settings = { ...user, cwd: folder, stdio: 'ignore' } as const
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'dothi', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    settings,
  )
  const options = [...kept, 'listen_addresses=', `unix_socket_directories=${folder}`]
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
  const programs = onWindows && pid > 0 ? await postgresPrograms() : undefined
  if (programs) stopOnWindows(programs, folder)
  else if (pid > 0) {
    // SIGQUIT: at once, nothing of it is needed any more.
    process.kill(pid, 'SIGQUIT')
    await until('the end of PostgreSQL', () => !existsSync(join(folder, 'data/postmaster.pid')))
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
