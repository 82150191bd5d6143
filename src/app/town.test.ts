import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { may, ownDraft, townFaults, type Action } from '../features/office/index.ts'
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
  const needed: readonly Action[] = ['record.verify', 'record.backup']
  expect(needed.filter((action) => !mayAnyone(action))).toEqual([])
})

test("a mistake in a town's file is named by its place", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-town-'))
  await writeFile(join(folder, 'town.yaml'), 'id: a1\nname: { vi: A, en: A }\nposts: 3\n')
  await expect(readTown(folder)).rejects.toMatchObject({ code: 'town-invalid' })
  await rm(folder, { recursive: true })
})
