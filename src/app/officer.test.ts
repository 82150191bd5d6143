import { expect, test } from 'vitest'
import { eachEngine } from '../../test/engines.ts'
import { enterTown } from '../features/office/index.ts'
import { readConfig } from '../platform/config/index.ts'
import { officerFor } from './officer.ts'
import { exampleTown, readTown } from './town.ts'

eachEngine((open) => {
  test('a command acts for a post that has the right, for the one that was named, or not at all', async () => {
    const record = await open()
    await enterTown(record, await readTown(exampleTown(readConfig({}).root)))
    const clock = { now: () => new Date('2026-01-02T03:04:05Z') }
    const dothi = { record, clock }
    expect(await officerFor(dothi, 'record.backup', 'sao lưu', undefined)).toMatchObject({ post: 'quan-tri' })
    expect(await officerFor(dothi, 'plan.save', 'lưu', 'van-phong-thi-uy')).toMatchObject({
      agency: 'thi-uy',
    })
    await expect(officerFor(dothi, 'plan.save', 'lưu', 'giam-sat')).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(officerFor(dothi, 'plan.save', 'lưu', 'khong-co')).rejects.toMatchObject({
      code: 'not-found',
    })
    // Before the town was there, nobody held a post in it.
    const before = { record, clock: { now: () => new Date('2019-01-02T03:04:05Z') } }
    await expect(officerFor(before, 'record.backup', 'sao lưu', undefined)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
