import fc from 'fast-check'
import { addDays, type Day } from '../../src/domain/day.ts'
import type { DocumentRef, Move, Territory, UnitVersion } from '../../src/features/territory/index.ts'

/** Cells that never move: what a unit is, to the oracle, is the cells it holds. */
const cells = 12
const start = '2020-01-01' as Day
const codes = ['00001', '00004', '00007', '00010', '00013']
const names = ['An', 'Bình', 'Hòa', 'Nghiêm', 'Phổ An', 'Đức Phổ']

const event = fc.record({
  what: fc.constantFrom('merge', 'split', 'transfer', 'rename', 'recode'),
  a: fc.nat(20),
  b: fc.nat(20),
  code: fc.nat(codes.length - 1),
  name: fc.nat(names.length - 1),
  days: fc.integer({ min: 1, max: 400 }),
  decided: fc.boolean(),
})

export const historyOfUnits = fc.array(event, { minLength: 1, maxLength: 12 }).map(play)

export interface UnitHistory {
  readonly territory: Territory
  readonly last: Day
  /** Which unit holds each cell on a day: the naive picture. */
  readonly holder: (cell: number, day: Day) => string
  readonly cells: number
}

type Event = typeof event extends fc.Arbitrary<infer T> ? T : never

class World {
  day = start
  made = 0
  readonly units: UnitVersion[] = []
  readonly moves: Move[] = []
  readonly pictures: { readonly day: Day; readonly holders: readonly string[] }[] = []
  holders: string[]

  constructor() {
    const first = [0, 1, 2, 3].map((i) => this.begin(codes[i] ?? '', names[i] ?? '', null))
    this.holders = Array.from({ length: cells }, (_, cell) => first[cell % first.length] ?? '')
    this.picture()
  }

  begin(code: string, name: string, document: DocumentRef | null): string {
    const id = `u${++this.made}`
    const rest = { parent: null, km2: null, population: null, document, fromKnown: true }
    this.units.push({ id, code, kind: 'xã', name, from: this.day, to: null, ...rest })
    return id
  }

  end(id: string): void {
    const at = this.units.findIndex((unit) => unit.id === id && unit.to === null)
    this.units[at] = { ...(this.units[at] as UnitVersion), to: this.day }
  }

  alive(): UnitVersion[] {
    return this.units.filter(({ to }) => to === null)
  }

  picture(): void {
    this.pictures.push({ day: this.day, holders: [...this.holders] })
  }
}

function play(events: readonly Event[]): UnitHistory {
  const world = new World()
  for (const each of events) {
    world.day = addDays(world.day, each.days)
    perform(world, each)
    world.picture()
  }
  return {
    territory: { units: world.units, moves: world.moves },
    last: world.day,
    cells,
    holder: (cell, day) => world.pictures.findLast((each) => each.day <= day)?.holders[cell] ?? '',
  }
}

function perform(world: World, event: Event): void {
  const alive = world.alive()
  const a = alive[event.a % alive.length] as UnitVersion
  const b = alive[event.b % alive.length] as UnitVersion
  const document = event.decided
    ? { number: `${world.made}/NQ`, issuer: null, issuedOn: null, article: null }
    : null
  const name = names[event.name] ?? ''
  const move = (from: string, to: string, part: Move['part']) =>
    world.moves.push({ from, to, day: world.day, part, document, basis: document ? 'document' : 'overlap' })
  const held = world.holders.flatMap((holder, cell) => (holder === a.id ? [cell] : []))
  const give = (list: readonly number[], to: string) => list.forEach((cell) => (world.holders[cell] = to))
  switch (event.what) {
    case 'merge': {
      if (a === b) return
      world.end(a.id)
      world.end(b.id)
      // As in life, the code of one of them is given to the new one.
      const made = world.begin(a.code, name, document)
      for (const each of [a, b]) move(each.id, made, 'whole')
      world.holders = world.holders.map((holder) => (holder === a.id || holder === b.id ? made : holder))
      return
    }
    case 'split': {
      if (held.length < 2) return
      world.end(a.id)
      const [one, other] = [
        world.begin(a.code, a.name, document),
        world.begin(codes[event.code] ?? '', name, document),
      ]
      move(a.id, one, 'part')
      move(a.id, other, 'part')
      give(held.slice(0, 1), one)
      give(held.slice(1), other)
      return
    }
    case 'transfer':
      if (a === b || held.length < 2) return
      move(a.id, b.id, 'part')
      give(held.slice(0, 1), b.id)
      return
    case 'rename':
    case 'recode': {
      world.end(a.id)
      const changed = event.what === 'rename' ? { name } : { code: codes[event.code] ?? '' }
      world.units.push({ ...a, ...changed, from: world.day, to: null, document })
    }
  }
}
