import type { Day } from '../../../domain/day.ts'
import { fold } from '../../../domain/fold.ts'
import type { DocumentRef, Move, Territory, UnitVersion } from '../model.ts'
import type { ReadIssue, ReadMove } from '../read/model.ts'
import { newUnitId } from './import.ts'
import { levelOf } from './names.ts'
import { everBefore } from './timeline.ts'

export interface MovesPlan {
  /** Units that the record did not have, and known ones that end or begin on the day of the change. */
  readonly units: readonly UnitVersion[]
  readonly moves: readonly Move[]
  /** Units that stood before and are no more from a day on. */
  readonly ended: readonly { readonly id: string; readonly day: Day }[]
  readonly added: readonly string[]
  readonly issues: readonly ReadIssue[]
  readonly same: number
}

export interface MovesOptions {
  /** Where the file does not say the day. */
  readonly day: Day
  /** Where the file does not name the act; without one the moves are proposals. */
  readonly document: DocumentRef | null
}

/** What taking in "old unit → new unit" would write. What a document decided is never undone by a list. */
export function planMoves(
  territory: Territory,
  read: readonly ReadMove[],
  { day: otherwise, document }: MovesOptions,
): MovesPlan {
  const draft = new Draft(territory)
  const rows = read.map((row) => ({ ...row, day: row.day ?? otherwise, document: row.document ?? document }))
  const groups = Map.groupBy(rows, ({ day, to }) => `${day} ${to.code}`)
  for (const group of groups.values()) {
    const [first] = group
    // One unit alone, under the code it had: nothing happened to it, however the list spells its name.
    if (group.length === 1 && first?.part === 'whole' && isSame(first)) draft.leave(first)
    else for (const row of group) draft.take(row)
  }
  return draft.plan()
}

const isSame = ({ from, to }: ReadMove) =>
  from.code === to.code && from.kind === to.kind && fold(from.name) === fold(to.name)

type Row = ReadMove & { readonly day: Day }

class Draft {
  same = 0
  readonly #units: UnitVersion[]
  readonly #moves: Map<string, Move>
  readonly #fresh = new Map<string, UnitVersion>()
  /** Of units that go on as they were, as much as the record did not have. */
  readonly #left: UnitVersion[] = []
  readonly #written = new Map<string, Move>()
  readonly #ended = new Map<string, Day>()
  readonly #issues: ReadIssue[] = []
  readonly #added: string[] = []

  constructor({ units, moves }: Territory) {
    this.#units = [...units]
    this.#moves = new Map(moves.map((move) => [keyOf(move), move]))
  }

  take(row: Row): void {
    const from = this.#before(row)
    const to = this.#after(row)
    const basis = row.document === null ? 'mapping' : 'document'
    const move: Move = {
      from: from.id,
      to: to.id,
      day: row.day,
      part: row.part,
      document: row.document,
      basis,
    }
    const known = this.#moves.get(keyOf(move))
    if (known && known.part === move.part && sameAct(known, move)) this.same++
    else if (this.#decidedOtherwise(row, move)) return
    else {
      this.#moves.set(keyOf(move), move)
      this.#written.set(keyOf(move), move)
    }
  }

  /** A unit that the table leaves as it was stood before the day and goes on: it gets no new version. */
  leave({ at, from, to, day }: Row): void {
    this.same++
    if (from.name.normalize('NFC') !== to.name.normalize('NFC'))
      this.#issues.push({ code: 'name-otherwise', at, found: `${from.name} ≠ ${to.name}` })
    const known = this.#units.find(
      (unit) => unit.code === to.code && unit.from <= day && (unit.to === null || unit.to > day),
    )
    if (known && this.#units.some(({ id, from: since }) => id === known.id && since < day)) return
    // A list of one day alone had it begin there. That it was made by an act is another matter.
    if (known && (known.document || [...this.#moves.values()].some((move) => move.to === known.id))) return
    const unit = known ?? this.#standing(to, day)
    const stoodBefore =
      unit.parent === null || this.#units.some(({ id, from: since }) => id === unit.parent && since < day)
    const earlier = { ...unit, from: everBefore, fromKnown: false }
    // The province it lies in may have been made on that day: it then lay in another.
    const versions = stoodBefore
      ? [earlier]
      : [{ ...earlier, to: day, parent: null }, ...(known ? [] : [unit])]
    this.#left.push(...versions)
    if (known) this.#units.splice(this.#units.indexOf(known), 1, ...versions, ...(stoodBefore ? [] : [unit]))
    else this.#units.push(...versions)
  }

  #standing(named: ReadMove['to'], day: Day): UnitVersion {
    const made = this.#make(named, everBefore, null, null)
    this.#fresh.delete(made.id)
    this.#units.pop()
    return { ...made, parent: this.#provinceOn(named, day), from: day, fromKnown: true }
  }

  /** An act stands in the record for this unit and day, and says something else: the row is listed and left. */
  #decidedOtherwise({ at, from }: Row, move: Move): boolean {
    const decided = [...this.#moves.values()].filter(
      (each) => each.from === move.from && each.day === move.day && each.document !== null,
    )
    const agrees =
      decided.length === 0 || decided.some((each) => sameAct(each, move) && move.document !== null)
    if (!agrees) this.#issues.push({ code: 'decided-otherwise', at, found: `${from.code} ${from.name}` })
    return !agrees
  }

  /** The unit as it stood the day before; one that the record does not have is entered as having ended there. */
  #before({ at, from, day }: Row): UnitVersion {
    const known = this.#units.find(
      (unit) => unit.code === from.code && unit.from < day && (unit.to === null || unit.to >= day),
    )
    if (!known) return this.#make(from, everBefore, day, null)
    if (fold(known.name) !== fold(from.name))
      this.#issues.push({ code: 'name-otherwise', at, found: `${known.name} ≠ ${from.name}` })
    if (known.to === null) this.#end(known, day)
    return known
  }

  /** The unit that begins on the day; one of that code which goes on as it was gives way to the new one. */
  #after({ to, day, document }: Row): UnitVersion {
    const known = this.#units.find((unit) => unit.code === to.code && unit.from === day)
    if (known) return known
    const standing = this.#units.find(
      (unit) => unit.code === to.code && unit.from < day && (unit.to === null || unit.to > day),
    )
    if (standing) this.#end(standing, day)
    return this.#make(to, day, null, document)
  }

  #end(unit: UnitVersion, day: Day): void {
    const at = this.#units.indexOf(unit)
    this.#units[at] = { ...unit, to: day }
    if (this.#fresh.has(unit.id)) this.#fresh.set(unit.id, { ...unit, to: day })
    else this.#ended.set(unit.id, day)
  }

  #make(named: ReadMove['from'], from: Day, to: Day | null, document: DocumentRef | null): UnitVersion {
    const taken = new Set(this.#units.map(({ id }) => id))
    const { code, kind, name } = named
    const unit: UnitVersion = {
      id: newUnitId(code, from, taken),
      code,
      kind,
      name,
      parent: this.#provinceOn(named, from === everBefore ? null : from),
      km2: null,
      population: null,
      document,
      fromKnown: from !== everBefore,
      from,
      to,
    }
    this.#units.push(unit)
    this.#fresh.set(unit.id, unit)
    this.#added.push(unit.id)
    return unit
  }

  #provinceOn({ code, province }: ReadMove['from'], day: Day | null): string | null {
    if (province === null || day === null || levelOf({ code }) === 'province') return null
    const found = this.#units.find(
      (unit) => unit.code === province && unit.from <= day && (unit.to === null || unit.to > day),
    )
    return found?.id ?? null
  }

  plan(): MovesPlan {
    return {
      units: [...this.#fresh.values(), ...this.#left],
      moves: [...this.#written.values()],
      ended: [...this.#ended].map(([id, day]) => ({ id, day })),
      added: this.#added,
      issues: this.#issues,
      same: this.same,
    }
  }
}

const keyOf = ({ from, to, day }: Move) => `${from} ${to} ${day}`

/** A list that names no act agrees with one that does. */
function sameAct(known: Move, move: Move): boolean {
  return move.document === null || known.document?.number === move.document.number
}
