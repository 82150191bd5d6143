import type { Author } from '../../../domain/author.ts'
import type { Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { Move, Territory } from '../model.ts'
import { findUnits } from '../rules/find.ts'
import { changeDays, movesFrom, movesTo, unitsOn, versionsOf } from '../rules/timeline.ts'
import { territoryOf } from '../store.ts'
import { decideMoves, proposals, refuseMove, type Decision } from './decide.ts'
import type { TerritoryFile } from './file.ts'
import { importTerritory, type ImportRequest } from './import.ts'
import type { TerritoryServices } from './measure.ts'

/** Answers who acts where the right is theirs, else refuses; rights lie above the units, so the question is handed in. */
export type TerritoryPermit = (action: 'territory.import', what: string) => Promise<Author>

/** A move with both its ends, each as it stood nearest to the day. */
function shown({ units }: Territory, move: Move) {
  const named = (id: string) => units.findLast((unit) => unit.id === id)
  const [from, to] = [named(move.from), named(move.to)]
  return from && to ? [{ ...move, before: from, after: to }] : []
}
export type ShownMove = ReturnType<typeof shown>[number]

/** The communes of a day, or what is found, and what is proposed for the last change before it. */
async function look(services: TerritoryServices, on: Day, query: string) {
  const territory = await services.record.read((db) => territoryOf(db))
  const days = changeDays(territory, 'commune')
  const change = days.findLast((day) => day <= on) ?? null
  const open = change === null ? [] : await proposals(services, change)
  const units =
    query === ''
      ? unitsOn(territory, on, 'commune')
      : findUnits(territory, query, on).units.map(({ unit }) => unit)
  return { units, change, days, proposed: open.flatMap((move) => shown(territory, move)) }
}

async function unit({ record }: TerritoryServices, id: string) {
  const territory = await record.read((db) => territoryOf(db))
  const versions = versionsOf(territory, id)
  if (versions.length === 0) throw new Fault('not-found', { what: id })
  const moves = (list: readonly Move[]) => list.flatMap((move) => shown(territory, move))
  return { versions, before: moves(movesTo(territory, id)), after: moves(movesFrom(territory, id)) }
}

/** Every use case of units on staff pages, with its services and the right to it bound. */
export function territoryUseCases(services: TerritoryServices, permit: TerritoryPermit) {
  return {
    look: (on: Day, query: string) => look(services, on, query),
    unit: (id: string) => unit(services, id),
    decide: async (decision: Decision) => {
      const author = await permit('territory.import', 'ghi văn bản cho đơn vị hành chính')
      if (decision.document.number === '') throw new Fault('territory-document')
      return decideMoves(services, author, decision)
    },
    import: async (file: TerritoryFile, request: ImportRequest) =>
      importTerritory(services, await permit('territory.import', 'nhập đơn vị hành chính'), file, request),
    refuse: async (move: Pick<Move, 'from' | 'to' | 'day'>) =>
      refuseMove(services, await permit('territory.import', 'bỏ đề xuất về đơn vị hành chính'), move),
  }
}
export type TerritoryUseCases = ReturnType<typeof territoryUseCases>
