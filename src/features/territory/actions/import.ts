import type { Author } from '../../../domain/author.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { Commit } from '../../../platform/db/index.ts'
import type { DocumentRef, Territory } from '../model.ts'
import { readTerritory } from '../read/file.ts'
import type { ReadIssue, TerritoryReading } from '../read/model.ts'
import { planMoves } from '../rules/import-moves.ts'
import { planUnits, type Difference, type Known } from '../rules/import.ts'
import { changeDays, unitsOn } from '../rules/timeline.ts'
import { boundariesOn, endUnit, territoryOf, write } from '../store.ts'
import { checkBoundaries, type AreaCheck } from './check.ts'
import { textOf, type TerritoryFile } from './file.ts'
import type { TerritoryServices } from './measure.ts'

export interface ImportRequest {
  readonly today: Day
  /** Since when the units of the file stand, or the day of the change; null: the last change the record knows. */
  readonly on: Day | null
  /** The act that made the change. Without one, what became of units is a proposal. */
  readonly document: DocumentRef | null
  /** Takes over what differs from the record; without it, differences are only listed. */
  readonly replace: boolean
  /** Codes of provinces to take from a file of the nation; empty: those that the record has. */
  readonly provinces: readonly string[]
}

export interface Imported {
  readonly file: string
  readonly form: TerritoryReading['form']
  /** Since when units that the record did not have are taken to stand. */
  readonly on: Day
  /** Rows of the file, those that were not taken too. */
  readonly rows: number
  readonly added: number
  readonly boundaries: number
  readonly moves: number
  /** Moves that no document stands behind. */
  readonly proposals: number
  /** Rows that the record has already the same way. */
  readonly same: number
  readonly differences: readonly Difference[]
  readonly issues: readonly ReadIssue[]
  /** Boundaries beside declared areas. */
  readonly areas: readonly AreaCheck[]
  /** Null where nothing was written. */
  readonly revision: number | null
}

/** Takes in units, their boundaries, or what became of them: one commit, all of it or nothing. */
export async function importTerritory(
  { record, survey }: TerritoryServices,
  author: Author,
  file: TerritoryFile,
  request: ImportRequest,
): Promise<Imported> {
  const before = await record.read((db) => territoryOf(db))
  const provinces = wantedProvinces(before, request)
  const reading = readTerritory(textOf(file), file.name, (code) => provinces.has(code))
  const checked = await checkBoundaries(survey, reading.units)
  const on = request.on ?? lastChange(before, request.today)
  const reason = `Nhập đơn vị hành chính từ tệp ${file.name}`
  const take = reading.form === 'moves' ? takeMoves : takeUnits
  const { value, revision } = await record.commit(author, reason, (commit) =>
    take(commit, reading, { ...request, on, source: file.name }),
  )
  const { wrote, ...taken } = value
  const skipped = reading.issues.filter(({ code }) => code !== 'area-invalid').length
  return {
    file: file.name,
    form: reading.form,
    on,
    rows: reading.units.length + reading.moves.length + skipped,
    ...taken,
    issues: [...reading.issues, ...checked.issues, ...taken.issues],
    areas: checked.areas,
    revision: wrote ? revision : null,
  }
}

type Taken = Omit<Imported, 'file' | 'form' | 'on' | 'rows' | 'areas' | 'revision'> & {
  readonly wrote: boolean
}
type Taking = ImportRequest & { readonly on: Day; readonly source: string }

async function takeUnits(commit: Commit, { units }: TerritoryReading, taking: Taking): Promise<Taken> {
  const drawn = await boundariesOn(commit.db, taking.on)
  const known = new Map(
    drawn.map(({ id, valid, value }): [string, Known] => [id, { boundary: value, ...valid }]),
  )
  const plan = planUnits(await territoryOf(commit.db), known, units, taking)
  await write(commit, { units: plan.units, boundaries: plan.boundaries, moves: [] })
  return {
    added: plan.added.length,
    boundaries: plan.boundaries.length,
    moves: 0,
    proposals: 0,
    same: plan.same,
    differences: plan.differences,
    issues: [],
    wrote: plan.units.length + plan.boundaries.length > 0,
  }
}

async function takeMoves(
  commit: Commit,
  { moves }: TerritoryReading,
  { on, document }: Taking,
): Promise<Taken> {
  const plan = planMoves(await territoryOf(commit.db), moves, { day: on, document })
  for (const { id, day } of plan.ended) await endUnit(commit, id, day)
  await write(commit, { units: plan.units, moves: plan.moves, boundaries: [] })
  return {
    added: plan.added.length,
    boundaries: 0,
    moves: plan.moves.length,
    proposals: plan.moves.filter((move) => move.document === null).length,
    same: plan.same,
    differences: [],
    issues: plan.issues,
    wrote: plan.units.length + plan.moves.length + plan.ended.length > 0,
  }
}

/** The last day on which the set of communes changed: what is in force today has been since. */
function lastChange(territory: Territory, today: Day): Day {
  const day = changeDays(territory, 'commune').findLast((each) => each <= today)
  if (!day) throw new Fault('territory-day')
  return day
}

/** Codes of the provinces in the record, of today and of the days before a change. */
function wantedProvinces(territory: Territory, { provinces, today }: ImportRequest): ReadonlySet<string> {
  if (provinces.length > 0) return new Set(provinces)
  const days = [today, ...changeDays(territory).map((day) => addDays(day, -1))]
  return new Set(days.flatMap((day) => unitsOn(territory, day, 'province')).map(({ code }) => code))
}
