import { spawn } from 'node:child_process'
import { get } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFolder, dothi, exampleFolder, startServer, watch, type TestServer } from '../server.ts'

let folder: Awaited<ReturnType<typeof exampleFolder>>
beforeAll(async () => {
  folder = await exampleFolder()
})
afterAll(() => folder.remove())

/** The first page with a host of our choosing, which `fetch` would not let us set. */
function ask(address: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    }).on('error', reject)
  })
}

describe('a server of its own', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer(folder.data)
  })
  afterAll(async () => {
    await server.stop()
  })

  test('the link of the start opens the staff side once', async () => {
    const first = await fetch(server.staff, { redirect: 'manual' })
    expect(first.status).toBe(303)
    const cookie = first.headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
    expect((await fetch(server.staff, { redirect: 'manual' })).status).toBe(401)
    const english = await (await fetch(`${server.public}en/can-bo`)).text()
    expect(english).toContain('<html lang="en">')
    expect(english).toContain('Sign-in needed')
    const inside = `${server.public}can-bo`
    expect((await fetch(inside, { redirect: 'manual' })).status).toBe(401)
    const signedIn = await fetch(inside, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
      redirect: 'manual',
    })
    expect(signedIn.status).not.toBe(401)
    expect(server.log()).not.toContain(new URL(server.staff).searchParams.get('ma'))
  })

  test('a foreign name that points at this machine finds no staff side', async () => {
    expect(await ask(`${server.public}can-bo`, { host: 'evil.example' })).toBe(404)
    expect(await ask(`${server.public}metrics`, { host: 'evil.example' })).toBe(404)
    expect(await ask(`${server.public}metrics`, {})).toBe(200)
  })

  test.each([
    '..%2f..%2fpackage.json',
    'assets/..%2f..%2fserver%2findex.js',
    'assets/%2e%2e/%2e%2e/package.json',
    '%00',
  ])('no address leads out of what is public: %s', async (path) => {
    const answer = await fetch(`${server.public}${path}`)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await answer.text()).not.toContain('"dependencies"')
  })

  test('a backup beside it is restored elsewhere with every digest the same', async () => {
    const elsewhere = await dataFolder()
    try {
      const file = join(elsewhere.data, 'backup.dothi')
      const made = await dothi(['backup', file, '--json'], folder.data).ended
      expect(made.err).toBe('')
      const restored = await dothi(['restore', file, '--json'], join(elsewhere.data, 'new')).ended
      expect(JSON.parse(restored.out)).toEqual(JSON.parse(made.out))
      const next = await startServer(join(elsewhere.data, 'new'))
      const page = async ({ public: address }: TestServer) => (await fetch(address)).text()
      expect(await page(next)).toBe(await page(server))
      await next.stop()
      const over = await dothi(['restore', file], folder.data).ended
      expect(over.code).toBe(1)
    } finally {
      await elsewhere.remove()
    }
  })

  test('it is ready while record, schema and edition are, and says which is not, never why', async () => {
    const ready = async () => {
      const answer = await fetch(`${server.public}readyz`)
      return [answer.status, await answer.json()]
    }
    expect(await ready()).toEqual([200, { ready: true, record: true, schema: true, edition: true }])
    const raw = new DatabaseSync(join(folder.data, 'record.sqlite'))
    try {
      raw.exec(`insert into migration values (9999, 'later', 'x')`)
      expect(await ready()).toEqual([503, { ready: false, record: true, schema: false, edition: true }])
    } finally {
      raw.exec('delete from migration where number = 9999')
      raw.close()
    }
    expect(await ready()).toMatchObject([200, { ready: true }])
  })

  test('a second server on the same record is refused with a sentence', async () => {
    const second = await dothi(['serve', '--json'], folder.data).ended
    expect(second.code).toBe(1)
    expect(second.err).toMatch(/^dothi: .*máy chủ/m)
    expect(second.err).not.toContain('    at ')
    expect(JSON.parse(second.out)).toHaveProperty('fault')
  })
})

/** Every shared link of the first page leads to `origin`. */
async function expectOrigin(server: TestServer, origin: string): Promise<void> {
  const page = await (await fetch(server.public)).text()
  expect(page).toContain(origin)
  expect(page.replaceAll(origin, '')).not.toContain('.example')
}

describe('the end of a server, and what the next one finds', () => {
  test('asked to stop, it ends with 0 and gives its record back', async () => {
    const server = await startServer(folder.data, { DOTHI_ORIGIN: 'https://mot.example' })
    await expectOrigin(server, 'https://mot.example')
    const ended = await server.stop()
    expect(ended.code).toBe(0)
    expect(ended.err).toContain('"stopped"')
  })

  test('moved to another address and started again, every shared link says so', async () => {
    const server = await startServer(folder.data, { DOTHI_ORIGIN: 'https://hai.example' })
    await expectOrigin(server, 'https://hai.example')
    await server.kill()
  })

  /** As a person starts it: through the launcher, which `npm start` runs. */
  const launch = () => {
    const file = join(import.meta.dirname, '..', '..', 'bin', 'dothi.js')
    const env = { ...process.env, DOTHI_DATA: folder.data, DOTHI_PORT: '0', DATABASE_URL: '' }
    return watch(
      spawn(process.execPath, [file, 'serve', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] }),
    )
  }

  // On Windows only a console can say Ctrl+C, to both at once.
  test.runIf(process.platform !== 'win32')(
    'killed, it left a record that opens at once; Ctrl+C at the launcher ends both, in good order',
    async () => {
      const launched = launch()
      const addresses = JSON.parse(await launched.firstLine) as { public: string }
      expect((await fetch(`${addresses.public}healthz`)).status).toBe(200)
      launched.child.kill('SIGINT')
      const { code, err } = await launched.ended
      expect(err).toContain('"stopped"')
      expect(code).toBe(0)
    },
  )

  // Windows ends a process without asking it; there the closed channel is the only sign.
  test('when its launcher is killed, it does not stay behind on its port', async () => {
    const launched = launch()
    await launched.firstLine
    launched.child.kill('SIGKILL')
    // Its pipes close only when the server itself is gone.
    const { err } = await launched.ended
    // Windows ends a child with its parent, and asks it nothing.
    if (process.platform !== 'win32') expect(err).toContain('"stopped"')
  })
})

// npm passes a signal to its shell, which dies of it without a word to what it started.
test.runIf(process.platform !== 'win32')(
  'npm start that is told to stop takes the server with it',
  async () => {
    const file = join(import.meta.dirname, '..', '..', 'bin', 'dothi.js')
    const shell = `require('node:child_process').spawn(process.execPath, [${JSON.stringify(file)}, 'serve', '--json'], { stdio: 'inherit' })`
    const env = {
      ...process.env,
      npm_lifecycle_event: 'start',
      DOTHI_DATA: folder.data,
      DOTHI_PORT: '0',
      DATABASE_URL: '',
    }
    const started = watch(spawn(process.execPath, ['-e', shell], { env, stdio: ['ignore', 'pipe', 'pipe'] }))
    await started.firstLine
    started.child.kill('SIGKILL')
    expect((await started.ended).err).toContain('"stopped"')
  },
)

describe('the command line as a process', () => {
  test('stdout is one JSON document, whatever is said beside it', async () => {
    const { code, out, err } = await dothi(['version', '--json'], folder.data).ended
    expect(code).toBe(0)
    expect(out).toMatch(/^\{"version":"[\d.]+"\}\n$/)
    expect(err).toBe('')
  })

  test('a setting that cannot be used is refused by its name', async () => {
    const { code, out, err } = await dothi(['serve', '--json'], folder.data, { DOTHI_PORT: 'x' }).ended
    expect(code).toBe(1)
    expect(err).toContain('DOTHI_PORT')
    expect(JSON.parse(out)).toMatchObject({ fault: 'config' })
  })

  test.runIf(process.platform === 'linux')(
    'a data folder that cannot be made is named at once, and nobody waits for ever',
    async () => {
      const { code, out, err } = await dothi(['audit', 'verify', '--json'], '/proc/dothi').ended
      expect([code, JSON.parse(out)]).toMatchObject([1, { fault: 'file-access' }])
      expect(err).toContain('/proc/dothi')
    },
  )

  test('on a new folder a command makes the record first; one altered byte of it shows', async () => {
    const own = await exampleFolder()
    try {
      // The folder was new when this very command came upon it: `audit verify --json`.
      const whole = own.made
      expect(whole.code).toBe(0)
      expect(JSON.parse(whole.out)).toMatchObject({ whole: true })
      expect(whole.out.trim()).not.toContain('\n')
      const raw = new DatabaseSync(join(own.data, 'record.sqlite'))
      raw.exec(`update revision set reason = reason || 'x' where number = 2`)
      raw.close()
      const altered = await dothi(['audit', 'verify', '--json'], own.data).ended
      expect(altered.code).toBe(1)
      expect(JSON.parse(altered.out)).toMatchObject({ whole: false, findings: [{ revision: 2 }] })
    } finally {
      await own.remove()
    }
  })

  test('a reader that closes the pipe early is no failure', async () => {
    const started = dothi(['help'], folder.data)
    started.child.stdout?.destroy()
    expect((await started.ended).err).not.toContain('EPIPE')
  })
})
