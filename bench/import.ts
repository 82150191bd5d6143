import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../scripts/process.ts'
import type { Row } from './row.ts'

/** A town of 60,000, or of ten times as many. */
const parcels = Number(process.env['DOTHI_PARCELS'] ?? (process.env['DOTHI_LONG'] === '1' ? 600_000 : 60_000))

/** A town's parcels come in beside a running server: how long it takes, and what others wait meanwhile. */
export async function run(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dothi-bench-import-'))
  const file = join(folder, 'parcels.geojson')
  writeFileSync(file, town())
  const server = start(['serve', '--json'], folder)
  try {
    const lines = createInterface({ input: server.stdout! })[Symbol.asyncIterator]()
    const { value } = (await lines.next()) as { value: string }
    const { public: address } = JSON.parse(value) as { public: string }
    const pages = [new URL('/', address), new URL('/readyz', address), new URL('/openapi.json', address)]
    const began = performance.now()
    const waits: number[] = []
    const state = { done: false, memory: 0 }
    const command = start(['import', file, '--register', 'parcels', '--json'], folder)
    const answer = text(command).finally(() => (state.done = true))
    while (!state.done) {
      const asked = performance.now()
      await (await fetch(pages[waits.length % pages.length]!)).arrayBuffer()
      waits.push(performance.now() - asked)
      state.memory = Math.max(state.memory, peak(server.pid!))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { entries } = JSON.parse(await answer) as { entries: number }
    if (entries !== parcels) throw new Error(`${entries} entries`)
    const seconds = (performance.now() - began) / 1000
    const p99 = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0
    const what = `${parcels} parcels of 14 points`
    return [
      { name: `import of ${what}`, value: seconds, unit: 's', against: null, ratio: null },
      row(`others wait meanwhile (p99 of ${waits.length} requests)`, p99, 'ms', 100),
      row('memory of the worker and its reader, most', state.memory, 'MB', parcels > 100_000 ? 1536 : 1024),
    ]
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}

const row = (name: string, value: number, unit: string, goal: number): Row => ({
  name,
  value,
  unit,
  against: `${goal} ${unit}`,
  ratio: value / goal,
})

function start(args: readonly string[], data: string): ChildProcess {
  const env = {
    ...process.env,
    DOTHI_DATA: join(data, 'data'),
    DOTHI_PORT: '0',
    DATABASE_URL: '',
    DOTHI_LOG: 'silent',
  }
  const main = join(root, 'src', 'app', 'main.ts')
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

async function text({ stdout }: ChildProcess): Promise<string> {
  let all = ''
  for await (const part of stdout!) all += String(part)
  return all
}

/** Resident memory of everything below a process at this moment, MB; Linux says so, elsewhere 0. */
function peak(pid: number): number {
  try {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    const parents = new Map(all.flatMap((name) => parentOf(name)))
    const below = (child: number): boolean => {
      const parent = parents.get(child)
      return parent !== undefined && (parent === pid || below(parent))
    }
    return [...parents.keys()].filter(below).reduce((sum, child) => sum + resident(child), 0)
  } catch {
    return 0
  }
}

function parentOf(name: string): [number, number][] {
  try {
    const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return [[Number(name), Number(fields[1])]]
  } catch {
    return []
  }
}

function resident(pid: number): number {
  try {
    const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(found?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Parcels that share their borders: a grid whose corners and edges are bent, 14 points around each. */
function town(): string {
  const across = parcels > 100_000 ? 800 : 250
  const bend = (i: number, j: number) => ((i * 73 + j * 179) % 97) / 97 - 0.5
  const corner = (i: number, j: number): [number, number] => [
    Math.round((108.9 + i * 0.0004 + bend(i, j) * 0.0001) * 1e7) / 1e7,
    Math.round((14.7 + j * 0.0004 + bend(j, i) * 0.0001) * 1e7) / 1e7,
  ]
  const edge = (a: [number, number], b: [number, number], cuts: number) =>
    Array.from({ length: cuts }, (_, k) => [
      a[0] + ((b[0] - a[0]) * k) / cuts,
      a[1] + ((b[1] - a[1]) * k) / cuts,
    ])
  const features = Array.from({ length: parcels }, (_, n) => {
    const [i, j] = [n % across, Math.floor(n / across)]
    const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)]
    const open = [...edge(a, b, 3), ...edge(b, c, 4), ...edge(c, d, 3), ...edge(d, a, 3)]
    const properties = { sheet: Math.floor(n / 100) + 1, number: (n % 100) + 1, landUse: 'ODT' }
    return JSON.stringify({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [[...open, open[0]]] },
    })
  })
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`
}
