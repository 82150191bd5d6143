import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../../../test/engines.ts'
import { ducPho, ducPhoBoundaries } from '../../../../test/support/duc-pho-units.ts'
import { openSurvey } from '../../../../test/support/survey.ts'
import type { Day } from '../../../domain/day.ts'
import { auditVerify } from '../../../platform/db/index.ts'
import { documentRefSchema, type Move } from '../model.ts'
import { levelOf } from '../rules/names.ts'
import { territoryOf } from '../store.ts'
import { decideMoves, proposals, refuseMove } from './decide.ts'
import { enterTerritory } from './enter.ts'
import { importTerritory } from './import.ts'
import { crosswalkOf } from './look.ts'

const survey = openSurvey()
const author = { agency: 'uy-ban', post: 'gis', person: 'p1' }
const [eve, day] = ['2025-06-30' as Day, '2025-07-01' as Day]
const act = documentRefSchema.parse({ number: '1677/NQ-UBTVQH15' })
const ends = ({ from, to }: Pick<Move, 'from' | 'to'>) => `${from} ${to}`

describe('a document decides what became of units, the product only proposes', () => {
  eachEngine((open) => {
    /** The example as if nobody had said yet what became of its communes. */
    const untold = async () => {
      const record = await open(() => new Date('2026-11-22T03:00:00Z'))
      const communes = ducPho.moves.filter((move) =>
        ducPho.units.some((unit) => unit.id === move.from && levelOf(unit) === 'commune'),
      )
      const moves = ducPho.moves.filter((move) => !communes.includes(move))
      await enterTerritory(record, author, { ...ducPho, moves }, ducPhoBoundaries)
      return { services: { record, survey }, communes }
    }

    test('what polygons have in common proposes exactly what the act says', async () => {
      const { services, communes } = await untold()
      const proposed = await proposals(services, day)
      expect(proposed.map(ends).toSorted()).toEqual(communes.map(ends).toSorted())
      for (const move of proposed)
        expect(move).toMatchObject({ part: 'whole', basis: 'overlap', document: null })
      // Until an act is named, nothing in the record says so.
      expect((await services.record.read((db) => territoryOf(db))).moves).toHaveLength(2)
    })

    test('naming the act decides for all that touches the code, once', async () => {
      const { services } = await untold()
      const decided = await decideMoves(services, author, { code: '21439', day, document: act })
      expect(decided.length).toBeGreaterThan(1)
      expect(
        decided.every(({ document, basis }) => document?.number === act.number && basis === 'document'),
      ).toBe(true)
      const made = await crosswalkOf(services, eve, day)
      for (const row of made.rows)
        expect(row.area.certainty).toBe(
          decided.some((move) => ends(move) === `${row.from.id} ${row.to.id}`) ? 'exact' : 'computed',
        )
      await expect(
        decideMoves(services, author, { code: '21439', day, document: act }),
      ).rejects.toMatchObject({ code: 'territory-no-proposal' })
      expect((await auditVerify(services.record)).whole).toBe(true)
    })

    test('a proposal of common ground that is refused is not made again; an act may say it all the same', async () => {
      const { services } = await untold()
      const [first, ...rest] = await proposals(services, day)
      if (!first) throw new Error('something is proposed')
      await refuseMove(services, author, first)
      expect((await proposals(services, day)).map(ends)).toEqual(rest.map(ends))
      await expect(refuseMove(services, author, first)).rejects.toMatchObject({
        code: 'territory-no-proposal',
      })
      expect((await services.record.read((db) => territoryOf(db))).moves).toHaveLength(2)
    })

    test('a proposal kept from a list can be refused; what a document decided cannot', async () => {
      const { services } = await untold()
      const row = '21457,Xã Phổ Nhơn,21439,Phường Đức Phổ,partial'
      const text = `old_code,old_name,new_code,new_name,merge_kind\n${row}\n`
      const file = { name: 'bang.csv', bytes: new TextEncoder().encode(text) }
      const asked = { today: '2026-11-22' as Day, on: day, document: null, replace: false, provinces: [] }
      expect(await importTerritory(services, author, file, asked)).toMatchObject({ proposals: 1 })
      const kept = { from: '21457-20200201', to: '21439-20250701', day }
      expect((await proposals(services, day)).map(ends)).toContain(ends(kept))
      await refuseMove(services, author, kept)
      expect((await proposals(services, day)).map(ends)).not.toContain(ends(kept))
      await expect(refuseMove(services, author, kept)).rejects.toMatchObject({
        code: 'territory-no-proposal',
      })
      const [first] = await decideMoves(services, author, { code: '21457', day, document: act })
      await expect(refuseMove(services, author, first as Move)).rejects.toMatchObject({
        code: 'territory-no-proposal',
      })
    })
  })
})
