import type { Day } from '../../../domain/day.ts'
import { fold } from '../../../domain/fold.ts'
import { match } from '../../../domain/search-text.ts'
import type { Territory, UnitVersion } from '../model.ts'
import { heirsOn, type Heir } from './lineage.ts'
import { byName, levelOf, parseName } from './names.ts'
import { inForce, unitOn } from './timeline.ts'

/** A unit that answers what was asked, and why it does. */
export interface FoundUnit {
  readonly unit: UnitVersion
  /** By what it bears itself on the day, or by what its ground bore before or bears after. */
  readonly by: 'code' | 'name' | 'former' | 'later'
  /** The units of another day whose code or name was asked for, where it is not this one's own. */
  readonly of: readonly UnitVersion[]
  /** False where only a part of the ground of `of` lies in it. */
  readonly whole: boolean
  /** False where no document says so: a proposal. */
  readonly decided: boolean
}

/** The same code or name borne by another unit on another day, and where its ground lies on the day asked. */
export interface Namesake {
  readonly unit: UnitVersion
  readonly heirs: readonly Heir[]
}

export interface Finding {
  readonly query: string
  /** Null: on no day in particular, so that every unit that ever bore it answers. */
  readonly on: Day | null
  /** Best first. */
  readonly units: readonly FoundUnit[]
  readonly namesakes: readonly Namesake[]
  /** More than one answers equally well: the reader chooses. */
  readonly choice: boolean
}

interface Candidate {
  readonly unit: UnitVersion
  readonly by: 'code' | 'name'
  /** 5 the code, 4 the name mark for mark, 3 the name without its marks, 2 and 1 words of it. */
  readonly rank: number
}

const exact = 3

/**
 * Units by code or name on a day: with or without tone marks and kind, by part of the name, by names of before.
 * "phường Nguyễn Nghiêm, Đức Phổ" asks for the one that lies, or lay, in Đức Phổ.
 */
export function findUnits(territory: Territory, text: string, on: Day | null): Finding {
  const query = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const candidates = best(candidatesOf(territory, query))
  if (on === null) return anyDay(query, candidates)
  const direct = candidates.filter(({ unit }) => inForce(unit, on))
  const elsewhen = candidates.filter(({ unit }) => !inForce(unit, on))
  const units =
    direct.length > 0
      ? direct.map(({ unit, by }): FoundUnit => ({ unit, by, of: [], whole: true, decided: true }))
      : byHeirs(territory, elsewhen, on)
  const namesakes = direct.length > 0 ? elsewhen.filter((each) => isNamesake(territory, each, on)) : []
  return {
    query,
    on,
    units,
    namesakes: unique(namesakes).map(({ unit }) => ({ unit, heirs: heirsOn(territory, unit.id, on) })),
    choice: units.length > 1,
  }
}

/** Not the same unit with the same words at another time, which would say nothing. */
function isNamesake(territory: Territory, { unit }: Candidate, on: Day): boolean {
  const now = unitOn(territory, unit.id, on)
  return now === null || now.name !== unit.name || now.code !== unit.code
}

function anyDay(query: string, candidates: readonly Candidate[]): Finding {
  const units = unique(candidates).map(({ unit, by }): FoundUnit => ({
    unit,
    by,
    of: [],
    whole: true,
    decided: true,
  }))
  return { query, on: null, units, namesakes: [], choice: units.length > 1 }
}

/** One candidate for each unit and name, the latest. */
function unique(candidates: readonly Candidate[]): Candidate[] {
  const late = candidates.toSorted((a, b) => (a.unit.from < b.unit.from ? -1 : 1))
  const last = new Map(late.map((each) => [`${each.unit.id} ${each.unit.kind} ${each.unit.name}`, each]))
  return candidates.filter((each) => last.get(`${each.unit.id} ${each.unit.kind} ${each.unit.name}`) === each)
}

function byHeirs(territory: Territory, candidates: readonly Candidate[], on: Day): FoundUnit[] {
  const pairs = unique(candidates).flatMap(({ unit }) =>
    heirsOn(territory, unit.id, on).map((heir) => ({ heir, unit })),
  )
  const groups = [...Map.groupBy(pairs, ({ heir }) => heir.unit.id).values()]
  const found = groups.flatMap(([first, ...more]): FoundUnit[] =>
    first
      ? [
          {
            unit: first.heir.unit,
            by: first.unit.to !== null && first.unit.to <= on ? 'former' : 'later',
            of: [first, ...more].map(({ unit }) => unit),
            whole: [first, ...more].every(({ heir }) => heir.whole),
            decided: [first, ...more].every(({ heir }) => heir.decided),
          },
        ]
      : [],
  )
  return found.toSorted((a, b) => byName(a.unit, b.unit))
}

/** Whole names and codes stand alone where there are any; marks that were typed are meant. */
function best(candidates: readonly Candidate[]): Candidate[] {
  const top = Math.max(0, ...candidates.map(({ rank }) => rank))
  return candidates
    .filter(({ rank }) => top < exact || rank === top)
    .toSorted((a, b) => b.rank - a.rank || levelOrder(b.unit) - levelOrder(a.unit) || byName(a.unit, b.unit))
}

const levelOrder = (unit: UnitVersion) => ({ province: 0, district: 1, commune: 2 })[levelOf(unit)]

function candidatesOf(territory: Territory, query: string): Candidate[] {
  if (query === '') return []
  if (/^\d+$/.test(query))
    return territory.units
      .filter(({ code }) => code === query)
      .map((unit): Candidate => ({ unit, by: 'code', rank: 5 }))
  const [own = '', ...within] = query.split(',').map((each) => each.trim())
  const { kind, name } = parseName(own)
  return territory.units.flatMap((unit): Candidate[] => {
    // "tinh khe" may be a tỉnh called Khê, or Tịnh Khê typed without its marks.
    const rank = Math.max(rankOf(unit.name, own), kind === unit.kind ? rankOf(unit.name, name) : 0)
    if (rank === 0 || !within.every((place) => liesIn(territory, unit, place))) return []
    return [{ unit, by: 'name', rank }]
  })
}

function rankOf(name: string, query: string): number {
  const { rank } = match(name, query)
  if (rank === 0) return 0
  if (fold(name) !== fold(query)) return Math.min(rank, 2)
  // Without marks in the query, names that differ in marks alone answer alike.
  return rank === 3 && fold(query) !== query.toLowerCase().replaceAll(/\s+/g, ' ') ? 4 : exact
}

/** One of the units above it, at any time of it, bears that name. */
function liesIn(territory: Territory, unit: UnitVersion, place: string): boolean {
  if (place === '') return true
  const { kind, name } = parseName(place)
  return territory.units
    .filter((each) => each.id === unit.parent)
    .some(
      (each) =>
        ((kind === null || each.kind === kind) && fold(each.name) === fold(name)) ||
        liesIn(territory, each, place),
    )
}
