import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { historyOfUnits, type UnitHistory } from '../../../../test/support/unit-histories.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import type { Overlap } from './areas.ts'
import { crosswalk } from './crosswalk.ts'
import { findUnits } from './find.ts'
import { heirsOn } from './lineage.ts'
import { unitsOn } from './timeline.ts'

const numRuns = process.env['DOTHI_LONG'] === '1' ? 1_500 : 150
const start = '2020-01-01' as Day
const moment = fc.nat(1000)
const dayIn = (history: UnitHistory, thousandth: number) => {
  const days = (Date.parse(history.last) - Date.parse(start)) / 86_400_000
  return addDays(start, Math.round((days * thousandth) / 1000))
}

/** How many cells each unit holds. */
const sizes = ({ holder, cells }: UnitHistory, day: Day): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(Array.from({ length: cells }).keys(), (cell) => holder(cell, day))].map(([id, own]) => [
      id,
      own.length,
    ]),
  )

/** What each pair of units has in common, counted cell by cell. */
function counted({ holder, cells }: UnitHistory, from: Day, to: Day): Overlap[] {
  const pairs = Array.from({ length: cells }, (_, cell) => [holder(cell, from), holder(cell, to)] as const)
  const groups = Map.groupBy(pairs, (pair) => pair.join(' '))
  return [...groups.values()].map((list) => ({
    from: list[0]?.[0] ?? '',
    to: list[0]?.[1] ?? '',
    area: list.length,
  }))
}

describe('random histories of merging, splitting, giving away, renaming agree with a naive picture', () => {
  test('a code or a name on a day is who bore it then', () =>
    fc.assert(
      fc.property(historyOfUnits, moment, (history, at) => {
        const day = dayIn(history, at)
        const alive = history.territory.units.filter(
          ({ from, to }) => from <= day && (to === null || day < to),
        )
        for (const { code, name } of history.territory.units) {
          const ids = (text: string) => findUnits(history.territory, text, day)
          const byCode = alive.filter((unit) => unit.code === code).map(({ id }) => id)
          const found = ids(code)
          if (byCode.length > 0) {
            expect(found.units.map(({ unit }) => unit.id).toSorted()).toEqual(byCode.toSorted())
            expect(found.units.every(({ by }) => by === 'code')).toBe(true)
          } else for (const { by, of } of found.units) expect(by === 'code' || of.length === 0).toBe(false)
          const byName = alive.filter((unit) => unit.name === name).map(({ id }) => id)
          if (byName.length > 0)
            expect(
              ids(name)
                .units.map(({ unit }) => unit.id)
                .toSorted(),
            ).toEqual(byName.toSorted())
        }
      }),
      { numRuns },
    ))

  test('heirs of a unit hold, between them, all the cells it had when it ended', () =>
    fc.assert(
      fc.property(historyOfUnits, (history) => {
        for (const { id, to } of history.territory.units) {
          if (to === null || history.territory.units.some((unit) => unit.id === id && unit.from >= to))
            continue
          const eve = addDays(to, -1)
          const own = Array.from({ length: history.cells }, (_, cell) => cell).filter(
            (cell) => history.holder(cell, eve) === id,
          )
          // Right after its end: later, parts may have been given on to units that are nobody's heirs.
          const heirs = heirsOn(history.territory, id, to)
          const holders = new Set(own.map((cell) => history.holder(cell, to)))
          expect(new Set(heirs.map(({ unit }) => unit.id))).toEqual(holders)
          if (holders.size === 1) expect(heirs[0]?.whole).toBe(true)
        }
      }),
      { numRuns },
    ))

  test('shares by what polygons have in common are the shares of cells and add up to 1', () =>
    fc.assert(
      fc.property(historyOfUnits, moment, moment, (history, one, other) => {
        const [from, to] = [dayIn(history, one), dayIn(history, other)]
        const overlaps = counted(history, from, to)
        const polygons = { from: sizes(history, from), to: sizes(history, to), overlaps }
        const made = crosswalk(history.territory, { from, to, polygons, tolerance: 0 })
        expect([made.lost, made.found, made.disagreements]).toEqual([[], [], []])
        for (const unit of unitsOn(history.territory, from)) {
          const own = overlaps.filter((overlap) => overlap.from === unit.id)
          const all = own.reduce((sum, { area }) => sum + area, 0)
          const rows = made.rows.filter((row) => row.from.id === unit.id && row.area.share !== null)
          expect(new Map(rows.map((row) => [row.to.id, row.area.share]))).toEqual(
            new Map(own.map(({ to, area }) => [to, expect.closeTo(area / all, 9)])),
          )
        }
      }),
      { numRuns },
    ))

  test('without polygons, a share is 1 exactly where the whole unit went, and nothing else is said', () =>
    fc.assert(
      fc.property(historyOfUnits, moment, moment, (history, one, other) => {
        const [from, to] = [dayIn(history, one), dayIn(history, other)].toSorted() as [Day, Day]
        const overlaps = counted(history, from, to)
        for (const row of crosswalk(history.territory, { from, to }).rows) {
          const targets = overlaps
            .filter((overlap) => overlap.from === row.from.id)
            .map((overlap) => overlap.to)
          if (row.area.share !== null) expect([row.area.share, targets]).toEqual([1, [row.to.id]])
          expect(row.population.share).toBe(row.area.share)
          if (row.area.certainty === 'exact')
            expect(row.documents.every(({ number }) => number !== '')).toBe(true)
        }
      }),
      { numRuns },
    ))
})
