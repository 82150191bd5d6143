import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { refuseSecret } from '../../src/features/documents/index.ts'
import type { PlanReading } from '../../src/features/plan/index.ts'
import { readPlan } from '../../src/features/plan/read/plan.ts'
import { readSource } from '../../src/platform/formats/index.ts'

/** Reads a file of the tests as the command does, but in this thread: to start a worker costs more than to read. */
export async function readFixture(path: string): Promise<PlanReading> {
  return readBytes(await readFile(path), basename(path))
}

export async function readBytes(bytes: Uint8Array, name: string): Promise<PlanReading> {
  const source = await readSource(bytes, { name })
  refuseSecret(source.text)
  return readPlan(source, createHash('sha256').update(bytes).digest('hex'))
}

/** Reads a text as if it were a file. */
export function readText(text: string, name = 'van-ban.txt'): Promise<PlanReading> {
  return readBytes(new TextEncoder().encode(text), name)
}

/** Every text by its length and digest: the shape of a reading without its words. */
export function withoutWords(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutWords(item, key))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutWords(item, name)]))
  if (typeof value !== 'string' || tells.has(key)) return value
  return `${value.length}:${createHash('sha256').update(value).digest('hex').slice(0, 16)}`
}

/** Fields whose strings are codes, numbers and days, not words of the document. */
const tells = new Set([
  'id', 'no', 'parent', 'clause', 'task', 'group', 'kind', 'comparator', 'unit', 'class', 'part', 'from', 'to', 'issuedOn',
  'code', 'format', 'sha256',
])

/** A page of JSON with each short list on a line: places do not fill the file. */
export function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 1).replaceAll(/\[\s*(\d+),\s*(\d+)\s*\]/g, '[$1,$2]')}\n`
}
