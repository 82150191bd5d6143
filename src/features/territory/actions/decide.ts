import type { Author } from '../../../domain/author.ts'
import type { Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { TownRecord } from '../../../platform/db/index.ts'
import { isDecided, type DocumentRef, type Move } from '../model.ts'
import { proposeMoves } from '../rules/propose.ts'
import { unitsOn } from '../rules/timeline.ts'
import { territoryOf, write } from '../store.ts'

export interface Decision {
  /** Code of a unit before or after the change. */
  readonly code: string
  readonly day: Day
  readonly document: DocumentRef
}

/** What is proposed for a day and no document has decided: kept proposals, and those that names suggest. */
export async function proposals(record: TownRecord, day: Day): Promise<Move[]> {
  const territory = await record.read((db) => territoryOf(db))
  return [
    ...territory.moves.filter((move) => move.day === day && !isDecided(move)),
    ...proposeMoves(territory, day),
  ]
}

/** Puts the act behind what is proposed for the units of a code on a day. Returns what is now decided. */
export async function decideMoves(
  record: TownRecord,
  author: Author,
  { code, day, document }: Decision,
): Promise<readonly Move[]> {
  const { value } = await record.commit(
    author,
    `Ghi văn bản ${document.number} cho thay đổi của đơn vị ${code}`,
    async (commit) => {
      const territory = await territoryOf(commit.db)
      const ids = new Set(territory.units.filter((unit) => unit.code === code).map(({ id }) => id))
      const open = [
        ...territory.moves.filter((move) => move.day === day && !isDecided(move)),
        ...proposeMoves(territory, day),
      ].filter(({ from, to }) => ids.has(from) || ids.has(to))
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
