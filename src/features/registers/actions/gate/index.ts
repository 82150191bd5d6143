import type { Day } from '../../../../domain/day.ts'
import type { Finding } from '../../../../domain/finding.ts'
import { encodeWkb } from '../../../../domain/geometry/index.ts'
import type { GeometryEngine } from '../../../../platform/geometry/index.ts'
import type { LevelFit } from '../../rules/gate/plans.ts'
import { endedPlans, planFindings, planOf, plansByName } from '../../rules/gate/plans.ts'
import { danglingReferences, referredTo, targetsOf } from '../../rules/gate/references.ts'
import { togetherFindings } from '../../rules/gate/together.ts'
import { valueChecks } from '../../rules/gate/values.ts'
import type { TownPlace } from '../../model/import/place.ts'
import type { RegisterServices } from '../services.ts'
import { outsideFindings, overlapsApart, zoneGaps, zoneOverlaps } from './ground.ts'
import { endedValues } from '../../store/ended.ts'
import { heldOn, type Held } from './read.ts'
import { shapeFindings, shaped, type Shaped, type ShapesSeen } from './shapes.ts'

export interface GateServices extends RegisterServices {
  readonly geometry: GeometryEngine
  readonly place: (on: Day) => Promise<TownPlace>
  readonly fit: (on: Day) => LevelFit
}

export interface GateSeen {
  readonly on: Day
  /** Entries that were looked at. */
  readonly entries: number
  readonly findings: readonly Finding[]
}

/** The registers that say which plan a zone is of, and which plan prevails. */
const registers = { plans: 'plans', zones: 'planning-zones', prevailing: 'prevailing-plans' } as const

/** Looks the whole town over as it stands on a day: everything in the registers that could be published. */
export async function lookOver(services: GateServices, agency: string, on: Day): Promise<GateSeen> {
  const definitions = services.catalogue.on(on)
  const held = await heldOn(services.record, definitions, agency, on)
  const ended = await services.record.read((db) => endedValues(db, agency, registers.plans, 'name', on))
  const { areas } = await services.place(on)
  const findings = await findingsIn(services, { held, ended, town: areas.map(encodeWkb) }, on)
  return { on, entries: held.reduce((sum, { entries }) => sum + entries.length, 0), findings }
}

/** A town as it stands on a day. */
export interface TownHeld {
  readonly held: readonly Held[]
  /** Plans that are over, with the day they ended. */
  readonly ended: ReadonlyMap<string, Day>
  /** Its boundary in the record's plane, in any number of areas; none where it is not known. */
  readonly town: readonly Uint8Array[]
}

type Needs = Pick<GateServices, 'catalogue' | 'geometry' | 'fit'>

/** Everything that is looked for, in what was read. */
export async function findingsIn(needs: Needs, seen: TownHeld, on: Day): Promise<Finding[]> {
  const ground = groundFindings(needs, seen, on)
  const { held } = seen
  const of = entriesOf(held)
  const targets = targetsOf(referredTo(held.map(({ definition }) => definition)), of)
  const ended = new Map(seen.ended)
  for (const plan of targets.get(`${registers.plans}.name`) ?? []) ended.delete(String(plan))
  const names = (id: string) => needs.catalogue.find(id, on).name.vi
  const said = held.flatMap(({ definition, entries }) => {
    const published = entries.some(({ disclosure }) => disclosure === 'public')
    const check = valueChecks(definition, needs.catalogue.law, on, published)
    return [
      ...entries.flatMap(check),
      ...togetherFindings(definition, entries),
      ...danglingReferences(definition, entries, targets, names, ended),
    ]
  })
  const plans = [...planFindings(of(registers.plans)), ...endedPlans(of(registers.zones), ended)]
  return [...said, ...plans, ...(await ground)]
}

const entriesOf = (held: readonly Held[]) => {
  const all = new Map(held.map(({ definition, entries }) => [definition.id, entries]))
  return (id: string) => all.get(id) ?? []
}

async function groundFindings(needs: Needs, { held, town }: TownHeld, on: Day): Promise<readonly Finding[]> {
  const { geometry } = needs
  const seen = await Promise.all(
    held.map(
      async ({ definition, entries }) =>
        [definition.id, await shapeFindings(geometry, definition, entries)] as const,
    ),
  )
  const shapes = new Map(seen)
  const apart = held.filter(({ definition }) => definition.coverage === 'apart')
  const found = await Promise.all([
    zoneFindings(needs, held, shapes, on),
    townFindings(
      geometry,
      [...shapes.values()].flatMap(({ sound }) => sound),
      town,
    ),
    ...apart.map(({ definition: { id } }) => {
      const { sound, doubles } = shapes.get(id) as ShapesSeen
      return overlapsApart(geometry, sound, doubles)
    }),
  ])
  return [...seen.flatMap(([, { findings }]) => findings), ...found.flat()]
}

/** Where no boundary is known nothing can be said to lie outside of it. */
async function townFindings(
  geometry: GeometryEngine,
  shapes: readonly Shaped[],
  town: readonly Uint8Array[],
): Promise<Finding[]> {
  if (town.length === 0) return []
  return outsideFindings(geometry, shapes, await geometry.union(town), 'outside-town')
}

/** What shows where plans lie beside each other and over each other. */
async function zoneFindings(
  { geometry, fit }: Needs,
  held: readonly Held[],
  shapes: ReadonlyMap<string, ShapesSeen>,
  on: Day,
): Promise<Finding[]> {
  const of = entriesOf(held)
  const seen = shapes.get(registers.zones)
  if (!seen) return []
  const plans = plansByName(of(registers.plans))
  const prevailing = shaped(of(registers.prevailing))
  const found = await Promise.all([
    zoneOverlaps(geometry, seen.sound, seen.doubles, { plans, fit: fit(on), prevailing }),
    zoneGaps(geometry, seen.covering, plans),
    ...[...plans].flatMap(([plan, { entry }]) =>
      entry.geometry === null
        ? []
        : [
            outsideFindings(
              geometry,
              seen.sound.filter((one) => planOf(one.entry) === plan),
              entry.geometry,
              'outside-plan',
              { plan },
            ),
          ],
    ),
  ])
  return found.flat()
}
