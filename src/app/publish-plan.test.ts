import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acceptedPlanOfThiDu, stateOfThiDu } from '../../test/support/accepted-plan.ts'
import { Editions, Keys } from '../features/editions/index.ts'
import { PlanViews } from './plan-view.ts'
import { publishPlan } from './publish-plan.ts'

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'dothi-publish-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

type Render = Parameters<typeof publishPlan>[0]['render']

const publish = (editions: Editions, render: Render, plan = acceptedPlanOfThiDu()) =>
  publishPlan({ editions, render, assets: new Map(), origin: '', version: '1.2' }, plan, stateOfThiDu, null)
const page: Render = (request) => Promise.resolve(new Response(`<h1>${new URL(request.url).pathname}</h1>`))

describe('an edition is whole, or the one before stays in force', () => {
  test('it says which plan, which document, which dothi it was made from', async () => {
    const editions = new Editions(folder, new Keys(folder, 'a', () => '2026-02-03'))
    const { manifest } = await publish(editions, page)
    expect(manifest).toMatchObject({
      inputs: { 'ke-hoach-thi-du': 'a'.repeat(64) },
      software: { dothi: '1.2' },
      illustration: true,
      asOf: '2024-03-04',
    })
  })

  test.each<[string, Render]>([
    ['answers with an error', () => Promise.resolve(new Response('?', { status: 500 }))],
    [
      'was drawn only in part',
      (request, { failed }) => {
        failed(new Error('half a page'), request)
        return Promise.resolve(new Response('<h1>'))
      },
    ],
  ])('a page that %s stops the publishing', async (_, broken) => {
    const editions = new Editions(folder, new Keys(folder, 'a', () => '2026-02-03'))
    const first = await publish(editions, page)
    await expect(publish(editions, broken)).rejects.toThrow('could not be made')
    expect((await editions.current('plan'))?.id).toBe(first.id)
  })
})

test('filter and search read the plan of the edition in force, once each, and again after it was unreadable', async () => {
  const editions = new Editions(folder, new Keys(folder, 'a', () => '2026-02-03'))
  const views = new PlanViews()
  const first = await publish(editions, page)
  const view = await views.of(first)
  expect(view.plan.tasks.map(({ no }) => no)).toEqual(['1.1', '1.2', '2.1', '2.2'])
  expect(await views.of(first)).toBe(view)
  const plan = acceptedPlanOfThiDu()
  const second = await publish(editions, page, { ...plan, tasks: plan.tasks.slice(0, 1) })
  expect((await views.of(second)).plan.tasks).toHaveLength(1)
  const read = second.read.bind(second)
  const unread = Object.assign(Object.create(second) as typeof second, {
    read: () => Promise.reject(new Error('disk')),
  })
  const fresh = new PlanViews()
  await expect(fresh.of(unread)).rejects.toThrow('disk')
  expect((await fresh.of(Object.assign(unread, { read }))).plan.tasks).toHaveLength(1)
})
