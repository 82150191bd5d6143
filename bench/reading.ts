import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPlan } from '../src/features/plan/index.ts'
import { readSource } from '../src/platform/formats/index.ts'
import { root } from '../scripts/process.ts'
import type { Row } from './row.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const digest = '0'.repeat(64)

/** Reading the real plan, and whether time grows with length: a text 10 and 100 times as long. */
export async function run(): Promise<Row[]> {
  const { name, text } = await planText()
  const rows: Row[] = []
  const one = await median(15, () => read(text))
  rows.push({ name: `read ${name}`, value: one, unit: 'ms', against: null, ratio: null })
  const speeds: number[] = []
  for (const times of [10, 100]) {
    const long = repeated(text, times)
    const ms = await median(times === 100 ? 3 : 5, () => read(long))
    const speed = encode(long).length / 1e6 / (ms / 1000)
    speeds.push(speed)
    rows.push({ name: `read ${times} times as long`, value: speed, unit: 'MB/s', against: null, ratio: null })
  }
  const [short = 1, long = 0] = speeds
  rows.push({
    name: 'growth, 10 to 100 times as long',
    value: short / long,
    unit: '× time a byte',
    against: 'linear = 1',
    ratio: short / long,
  })
  return rows
}

async function read(text: string): Promise<number> {
  const source = await readSource(encode(text), { name: 'plan.txt' })
  return readPlan(source, digest).tasks.length
}

/** The real plan where it lies beside the project, else our own sample in the same layout. */
async function planText(): Promise<{ name: string; text: string }> {
  const shared = process.env['DOTHI_SHARED'] ?? join(root, '..', 'shared')
  const real = join(shared, 'seed', 'ke-hoach-duc-pho.txt')
  const text = await readFile(real, 'utf8').catch(() => null)
  if (text !== null) return { name: 'the real plan', text }
  const own = join(root, 'test/documents/samples/ke-hoach-cay-xanh-scan.md')
  return { name: 'a sample (the real plan is not here)', text: await readFile(own, 'utf8') }
}

/** The middle of the plan (its numbered sections) over and over, between one head and one end. */
function repeated(text: string, times: number): string {
  const from = text.indexOf('\nI. ') < 0 ? text.indexOf('\n**I. ') : text.indexOf('\nI. ')
  const to = text.lastIndexOf('\nNơi nhận')
  const middle = text.slice(from, to)
  return text.slice(0, from) + middle.repeat(times) + text.slice(to)
}

async function median(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}
