import type { Author } from '../../../domain/author.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import { isDecided, type DocumentRef, type Move, type Territory } from '../model.ts'
import type { Polygons } from '../rules/areas.ts'
import { proposeMoves, untold } from '../rules/propose.ts'
import { unitsOn } from '../rules/timeline.ts'
import { enterRefusal, refusalOf, refusalsOf, territoryOf, withdrawMove, write } from '../store.ts'
import { polygonsOf } from './look.ts'
import type { TerritoryServices } from './measure.ts'

export interface Decision {
  /** Code of a unit before or after the change. */
  readonly code: string
  /** The one unit that is meant, where the code alone would take in more. */
  readonly unit?: string
  readonly day: Day
  readonly document: DocumentRef
}

/** What is proposed for a day and no document has decided: kept proposals, and those that polygons or names suggest. */
export async function proposals(services: TerritoryServices, day: Day): Promise<Move[]> {
  const { territory, refused } = await services.record.read(async (db) => ({
    territory: await territoryOf(db),
    refused: await refusalsOf(db),
  }))
  return openMoves(territory, refused, day, await polygonsFor(services, territory, day))
}

/** Measured only where a unit ended of which nobody has said anything: it takes seconds for a province. */
async function polygonsFor(
  services: TerritoryServices,
  territory: Territory,
  day: Day,
): Promise<Polygons | undefined> {
  return untold(territory, day).length > 0 ? polygonsOf(services, addDays(day, -1), day) : undefined
}

function openMoves(
  territory: Territory,
  refused: ReadonlySet<string>,
  day: Day,
  polygons: Polygons | undefined,
): Move[] {
  return [
    ...territory.moves.filter((move) => move.day === day && !isDecided(move)),
    // What a person refused is not proposed again; a list that says it anew is another matter.
    ...proposeMoves(territory, day, polygons).filter((move) => !refused.has(refusalOf(move))),
  ]
}

/** Puts the act behind what is proposed for the units of a code on a day. Returns what is now decided. */
export async function decideMoves(
  services: TerritoryServices,
  author: Author,
  { code, unit, day, document }: Decision,
): Promise<readonly Move[]> {
  // Measured before the record is held.
  const before = await services.record.read((db) => territoryOf(db))
  const polygons = await polygonsFor(services, before, day)
  const { value } = await services.record.commit(
    author,
    `Ghi văn bản ${document.number} cho thay đổi của đơn vị ${code}`,
    async (commit) => {
      const territory = await territoryOf(commit.db)
      const ids = new Set(territory.units.filter((each) => each.code === code).map(({ id }) => id))
      const open = openMoves(territory, await refusalsOf(commit.db), day, polygons).filter(({ from, to }) =>
        unit === undefined ? ids.has(from) || ids.has(to) : to === unit,
      )
      if (open.length === 0) throw new Fault('territory-no-proposal', { code, day })
      const moves = open.map((move): Move => ({ ...move, document, basis: 'document' }))
      const made = new Set(moves.map(({ to }) => to))
      // A unit that begins on that day was made by the same act.
      const units = unitsOn(territory, day).filter(
        (each) => made.has(each.id) && each.from === day && each.document === null,
      )
      await write(commit, { units: units.map((each) => ({ ...each, document })), moves, boundaries: [] })
      return moves
    },
  )
  return value
}

/**
 * Says no to a proposal: one that the record keeps goes, one that is computed is not made again. What a document
 * decided stays.
 */
export async function refuseMove(
  services: TerritoryServices,
  author: Author,
  { from, to, day }: Pick<Move, 'from' | 'to' | 'day'>,
): Promise<void> {
  // Measured before the record is held.
  const open = await proposals(services, day)
  const refused = open.find((move) => move.from === from && move.to === to)
  if (!refused) throw new Fault('territory-no-proposal', { code: from, day })
  await services.record.commit(author, `Bỏ đề xuất ${from} → ${to}`, async (commit) => {
    const { moves } = await territoryOf(commit.db)
    const now = moves.find((move) => move.from === from && move.to === to && move.day === day)
    if (now && isDecided(now)) throw new Fault('territory-no-proposal', { code: from, day })
    if (now) await withdrawMove(commit, { from, to, day })
    await enterRefusal(commit, { from, to, day })
  })
}
