import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { may, ownDraft, townFaults, type Action } from '../features/office/index.ts'
import { readPlanFile } from '../features/plan/index.ts'
import { readConfig } from '../platform/config/index.ts'
import { exampleTown, readTown } from './town.ts'

test('the example town points nowhere that is not there, and says on every output what it is', async () => {
  const town = await readTown(exampleTown(readConfig({}).root))
  expect(townFaults(town)).toEqual([])
  expect(town.illustration).toBe(true)
  expect(town.notice?.vi).toContain('DỮ LIỆU MINH HỌA')
})

test('each command of the machine has a post in the town that may give it', async () => {
  const town = await readTown(exampleTown(readConfig({}).root))
  const mayAnyone = (action: Action) =>
    town.posts.some(({ agency, id, roles }) => {
      const actor = { agency, post: id, person: 'x', roles }
      return may(actor, action, ownDraft(actor)) === 'yes'
    })
  const needed: readonly Action[] = [
    'record.verify',
    'record.backup',
    'territory.import',
    'territory.publish',
  ]
  expect(needed.filter((action) => !mayAnyone(action))).toEqual([])
})

test("the example's document reads as the plan it retells: no task more, no baseline without its year", async () => {
  const file = join(exampleTown(readConfig({}).root), 'plan.docx')
  const { tasks, targets, assignments, basis, footnotes, recipients } = await readPlanFile(
    await readFile(file),
    'plan.docx',
  )
  expect(tasks.map(({ no }) => no).join(' ')).toBe(
    '1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5 3.1 3.2 3.3 4.1 4.2 4.3 4.4 5.1 5.2 5.3 5.4 5.5 5.6 6.1 6.2 6.3',
  )
  expect(tasks.filter(({ time }) => time.kind === 'standing')).toHaveLength(23)
  expect(tasks.find(({ no }) => no === '2.1')?.time).toMatchObject({ from: '2023-01-01', to: '2023-12-31' })
  expect(targets).toHaveLength(12)
  expect(targets.flatMap(({ baseline }) => baseline?.year ?? [])).toEqual([2021, 2021, 2021, 2021, 2021])
  expect([assignments, basis, footnotes, recipients].map((all) => all.length)).toEqual([6, 2, 5, 10])
})

test("a mistake in a town's file is named by its place", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-town-'))
  await writeFile(join(folder, 'town.yaml'), 'id: a1\nname: { vi: A, en: A }\nposts: 3\n')
  await expect(readTown(folder)).rejects.toMatchObject({ code: 'town-invalid' })
  await rm(folder, { recursive: true })
})
