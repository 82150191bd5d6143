import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { planReadingSchema, type PlanReading } from '../../src/features/plan/index.ts'
import { golden } from '../golden.ts'
import { pretty, readFixture, withoutWords } from './read.ts'

const shared = process.env['DOTHI_SHARED'] ?? join(import.meta.dirname, '../../../shared')
const seed = join(shared, 'seed/ke-hoach-duc-pho.txt')
const samples = join(import.meta.dirname, 'samples')
// PDF is read by a part of its own; its samples are judged by npm run score.
const files = readdirSync(samples).filter((file) => /\.(docx|html|txt|md)$/.test(file))

/** What must hold for whatever was read from whatever document. */
function invariants(reading: PlanReading): void {
  planReadingSchema.parse(reading)
  const { text } = reading.source
  const bare = (words: string) => words.replaceAll(/[\s*_\u00a0]+/g, '').normalize('NFC')
  const at = (places: readonly (readonly [number, number])[]) =>
    bare(places.map(([start, end]) => text.slice(start, end)).join(''))
  const stand = (words: string, places: readonly (readonly [number, number])[], what: string) => {
    expect(at(places).toLowerCase(), what).toBe(bare(words).toLowerCase())
  }
  for (const target of reading.targets) for (const value of target.values) stand(value.text, value.at, target.id)
  for (const task of reading.tasks) {
    stand(task.text, task.at, `task ${task.no}`)
    for (const role of ['directing', 'lead', 'implementing', 'coordinating'] as const)
      for (const body of task[role]) stand(body.text, body.at, `${role} of ${task.no}`)
    if (task.output) stand(task.output.text, task.output.at, `output of ${task.no}`)
    if (task.time.text) stand(task.time.text, task.time.at, `time of ${task.no}`)
  }
  for (const { no, text: words, at: places, bodies } of reading.assignments) {
    stand(words, places, `assignment ${no}`)
    for (const body of bodies) stand(body.text, body.at, `body of ${no}`)
  }
  const unique = (ids: readonly string[]) => expect(new Set(ids).size).toBe(ids.length)
  unique(reading.targets.map(({ id }) => id))
  unique(reading.clauses.map(({ id }) => id))
  const ids = new Set(reading.clauses.map(({ id }) => id))
  for (const { clause } of [...reading.targets, ...reading.tasks, ...reading.questions])
    if (clause !== null) expect(ids).toContain(clause)
}

describe.each(files)('%s', (file) => {
  let reading: PlanReading
  beforeAll(async () => {
    reading = await readFixture(join(samples, file))
  })

  test('every value stands where its place says, so that a screen can light it', () => {
    invariants(reading)
  })

  test('is read as it was read before', async () => {
    await golden(`reading/${file}.json`, pretty(reading))
  })
})

describe.skipIf(!existsSync(seed))(`the real plan (skipped where ../shared is absent)`, () => {
  let reading: PlanReading
  beforeAll(async () => {
    reading = await readFixture(seed)
  })

  test('is read as it was read before; the golden file holds lengths and digests, not its sentences', async () => {
    invariants(reading)
    await golden('seed.json', pretty(withoutWords(reading)))
  })

  test('has its 24 tasks in 6 groups, 23 of them standing and one in 2023', () => {
    const { tasks } = reading
    expect(tasks).toHaveLength(24)
    expect([...new Set(tasks.map(({ group }) => group))]).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(tasks.filter(({ time }) => time.kind === 'standing')).toHaveLength(23)
    expect(tasks.find(({ no }) => no === '2.1')?.time).toMatchObject({ from: '2023-01-01', to: '2023-12-31' })
    for (const { directing } of tasks) expect(directing).toHaveLength(1)
    expect(tasks.find(({ no }) => no === '4.1')?.implementing).toHaveLength(6)
  })

  test('has its twelve targets with the baselines of 2021', () => {
    const value = (target: PlanReading['targets'][number]) => target.values.map((v) => [v.year, v.comparator, v.value])
    const baseline = ({ baseline: b }: PlanReading['targets'][number]) => b && [b.year, b.comparator, b.value]
    expect(reading.targets.map((target) => [value(target), baseline(target), target.footnotes])).toEqual([
      [[[2025, '>=', 60], [2030, '>', 80]], [2021, '~', 53.2], [1]],
      [[[2025, '~', 10.94], [2030, '~', 15.2]], [2021, '=', 3.72], [1]],
      [[[2025, 'meets', { class: 'IV', part: 'all' }]], null, []],
      [[[2025, 'meets', { class: 'III', part: 'some' }]], null, []],
      [[[2025, '~', 20.5], [2030, '~', 22.25]], [2021, '~', 19.8], [2]],
      [[[2025, '~', 9.5], [2030, '~', 9.7]], [2021, '~', 9.04], [3]],
      [[[2025, '>=', 31.5], [2030, '>=', 33.5]], [2021, '~', 29.86], [4]],
      [[[2025, '>', 80], [2030, 'universal', null]], null, [5]],
      [[[2025, 'universal', null]], null, [5]],
      [[[2025, 'universal', null], [2030, 'universal', null]], null, [5]],
      [[[2025, 'universal', null]], null, [5]],
      [[[2025, '>', 50], [2030, '>', 80]], null, [5]],
    ])
  })

  test('asks what the office must settle, in the numbers that the plan leaves open', () => {
    const count = (code: string) => reading.questions.filter((question) => question.code === code).length
    expect(count('no-cycle')).toBe(23)
    expect(count('unnamed-body')).toBe(22)
    expect(count('no-output')).toBe(24)
    expect(count('no-baseline')).toBe(7)
    expect(count('universal-undefined')).toBe(1)
    expect(reading.questions.filter(({ code }) => code === 'possible-target').map(({ clause }) => clause)).toEqual([
      'II.3',
      'III.5.6',
      'III.5.6',
    ])
  })

  test('names who does what, who gets it and who signed', () => {
    expect(reading.assignments.map(({ no }) => no)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(reading.footnotes.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5])
    const purposes = reading.recipients.map(({ purpose }) => purpose)
    expect(purposes).toHaveLength(10)
    expect(purposes.filter((purpose) => purpose === 'báo cáo')).toHaveLength(3)
    expect(purposes.filter((purpose) => purpose === 'lưu')).toHaveLength(1)
    expect(reading.basis).toHaveLength(2)
    expect(reading.document).toMatchObject({ number: null, place: null, issuedOn: null })
    expect(reading.document.horizon).toMatchObject({ to: 2030, vision: 2045 })
  })
})
