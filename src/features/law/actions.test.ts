import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../../test/engines.ts'
import { shippedLaw } from '../../../test/support/law.ts'
import type { Day } from '../../domain/day.ts'
import { Fault } from '../../domain/fault.ts'
import type { TownRecord } from '../../platform/db/index.ts'
import { lawUseCases, type Permit } from './actions.ts'

const law = await shippedLaw()
const on = '2026-12-01' as Day
const radius = 'qcvn-01/service-radius/kindergarten'
const agreed = {
  parameter: radius,
  from: '2021-07-05',
  result: 'agrees',
  gazette: 'Công báo số 1 (thí dụ)',
  note: '',
}

const permitFor =
  (agency: string): Permit =>
  () =>
    Promise.resolve({ agency, post: 'can-bo', person: 'nguoi-1' })
const refusing: Permit = (_, what) => Promise.reject(new Fault('forbidden', { what }))
const desk = (record: TownRecord, permit = permitFor('uy-ban')) => lawUseCases({ record, law }, permit)
type Desk = ReturnType<typeof desk>

async function shown(cases: Desk, known?: Day) {
  const { values } = await cases.set('qcvn-01', { on, known }, '')
  const value = values.find(({ id }) => id === radius)
  return { standing: value?.now?.standing, check: value?.now?.check ?? null }
}

eachEngine((open) => {
  /** A record whose clock is set by hand. */
  const opened = async () => {
    const clock = { day: '2026-12-01' }
    const record = await open(() => new Date(`${clock.day}T03:00:00Z`))
    return { clock, record }
  }

  describe('a value held against the gazette', () => {
    test('is unverified until an officer says that it agrees, and says so from then on', async () => {
      const { record, clock } = await opened()
      const cases = desk(record)
      expect((await shown(cases)).standing).toBe('unverified')
      clock.day = '2026-12-05'
      await cases.check(agreed)
      expect(await shown(cases)).toMatchObject({
        standing: 'verified',
        check: { gazette: 'Công báo số 1 (thí dụ)', post: 'can-bo', on: '2026-12-05' },
      })
      // What the office showed before it had checked stays to be shown.
      expect((await shown(cases, '2026-12-04' as Day)).standing).toBe('unverified')
      expect((await shown(cases, '2026-12-05' as Day)).standing).toBe('verified')
    })

    test('that differs is shown as such, and a later check takes the place of it', async () => {
      const { record, clock } = await opened()
      const cases = desk(record)
      await cases.check({ ...agreed, result: 'differs', note: 'Bảng ghi 400 m' })
      expect(await shown(cases)).toMatchObject({ standing: 'differs', check: { note: 'Bảng ghi 400 m' } })
      clock.day = '2026-12-08'
      await cases.check(agreed)
      expect((await shown(cases)).standing).toBe('verified')
      expect((await shown(cases, '2026-12-07' as Day)).standing).toBe('differs')
    })

    test('is unverified again where the check is taken back, on the same day or later', async () => {
      const { record, clock } = await opened()
      const cases = desk(record)
      const back = { parameter: radius, from: '2021-07-05', reason: 'Nhầm số công báo' }
      await expect(cases.takeBack(back)).rejects.toMatchObject({ code: 'nothing-to-undo' })
      await cases.check(agreed)
      await expect(cases.takeBack({ ...back, reason: ' ' })).rejects.toMatchObject({
        code: 'law-check-invalid',
      })
      await cases.takeBack(back)
      expect((await shown(cases)).standing).toBe('unverified')
      await cases.check(agreed)
      clock.day = '2026-12-20'
      await cases.takeBack(back)
      expect((await shown(cases)).standing).toBe('unverified')
      expect((await shown(cases, '2026-12-19' as Day)).standing).toBe('verified')
    })

    test('is checked by each office for itself', async () => {
      const { record } = await opened()
      await desk(record).check(agreed)
      expect((await shown(desk(record, permitFor('hoi-dong')))).standing).toBe('unverified')
    })

    test('is refused with what is missing, and where there is no such value', async () => {
      const { record } = await opened()
      const cases = desk(record)
      const refusal = (asked: Partial<typeof agreed>) => expect(cases.check({ ...agreed, ...asked })).rejects
      await refusal({ gazette: '  ' }).toMatchObject({ code: 'law-check-invalid' })
      await refusal({ result: 'maybe' }).toMatchObject({ code: 'law-check-invalid' })
      await refusal({ from: '2021-07-06' }).toMatchObject({ code: 'not-found' })
      await refusal({ parameter: 'qcvn-01/khong-co' }).toMatchObject({ code: 'not-found' })
      expect((await shown(cases)).check).toBeNull()
    })
  })

  test('without the right nothing is shown and nothing is written', async () => {
    const { record } = await opened()
    const cases = desk(record, refusing)
    const back = { parameter: radius, from: '2021-07-05', reason: 'x' }
    for (const refused of [
      () => cases.sets({ on }, ''),
      () => cases.set('qcvn-01', { on }, ''),
      () => cases.check(agreed),
      () => cases.takeBack(back),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'forbidden' })
    expect((await shown(desk(record))).check).toBeNull()
  })

  test('a rule set that is not there is said to be not there', async () => {
    const { record } = await opened()
    await expect(desk(record).set('khong-co', { on }, '')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the list of rule sets counts what is verified, and finds values without tone marks', async () => {
    const { record } = await opened()
    const cases = desk(record)
    const before = await cases.sets({ on }, 'ban kinh phuc vu truong mam non')
    expect(before.hits[0]?.id).toBe(radius)
    await cases.check(agreed)
    const after = await cases.sets({ on }, '217/2026')
    expect(after.hits.length).toBeGreaterThan(10)
    const norms = (one: typeof before) => one.sets.find(({ id }) => id === 'qcvn-01')?.counts
    expect(norms(after)?.verified).toBe((norms(before)?.verified ?? 0) + 1)
    expect(norms(after)?.unverified).toBe((norms(before)?.unverified ?? 0) - 1)
  })
})
