import type { Author } from '../../../domain/author.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import { isDecided, type DocumentRef, type Move, type Territory } from '../model.ts'
import type { Polygons } from '../rules/areas.ts'
import { proposeMoves } from '../rules/propose.ts'
import { unitsOn } from '../rules/timeline.ts'
import { territoryOf, withdrawMove, write } from '../store.ts'
import { polygonsOf } from './look.ts'
import type { TerritoryServices } from './measure.ts'

export interface Decision {
  /** Code of a unit before or after the change. */
  readonly code: string
  readonly day: Day
  readonly document: DocumentRef
}

/** What is proposed for a day and no document has decided: kept proposals, and those that polygons or names suggest. */
export async function proposals(services: TerritoryServices, day: Day): Promise<Move[]> {
  const polygons = await polygonsOf(services, addDays(day, -1), day)
  return openMoves(await services.record.read((db) => territoryOf(db)), day, polygons)
}

function openMoves(territory: Territory, day: Day, polygons: Polygons): Move[] {
  return [
    ...territory.moves.filter((move) => move.day === day && !isDecided(move)),
    ...proposeMoves(territory, day, polygons),
  ]
}

/** Puts the act behind what is proposed for the units of a code on a day. Returns what is now decided. */
export async function decideMoves(
  services: TerritoryServices,
  author: Author,
  { code, day, document }: Decision,
): Promise<readonly Move[]> {
  // Measured before the record is held: it takes seconds for a province.
  const polygons = await polygonsOf(services, addDays(day, -1), day)
  const { value } = await services.record.commit(
    author,
    `Ghi văn bản ${document.number} cho thay đổi của đơn vị ${code}`,
    async (commit) => {
      const territory = await territoryOf(commit.db)
      const ids = new Set(territory.units.filter((unit) => unit.code === code).map(({ id }) => id))
      const open = openMoves(territory, day, polygons).filter(({ from, to }) => ids.has(from) || ids.has(to))
      if (open.length === 0) throw new Fault('territory-no-proposal', { code, day })
      const moves = open.map((move): Move => ({ ...move, document, basis: 'document' }))
      const made = new Set(moves.map(({ to }) => to))
      // A unit that begins on that day was made by the same act.
      const units = unitsOn(territory, day).filter(
        (unit) => made.has(unit.id) && unit.from === day && unit.document === null,
      )
      await write(commit, { units: units.map((unit) => ({ ...unit, document })), moves, boundaries: [] })
      return moves
    },
  )
  return value
}

/** Takes a proposal that the record keeps out of it; what a document decided stays. */
export async function refuseMove(
  { record }: TerritoryServices,
  author: Author,
  { from, to, day }: Pick<Move, 'from' | 'to' | 'day'>,
): Promise<void> {
  await record.commit(author, `Bỏ đề xuất ${from} → ${to}`, async (commit) => {
    const { moves } = await territoryOf(commit.db)
    const kept = moves.some(
      (move) => move.from === from && move.to === to && move.day === day && !isDecided(move),
    )
    if (!kept) throw new Fault('territory-no-proposal', { code: from, day })
    await withdrawMove(commit, { from, to, day })
  })
}
