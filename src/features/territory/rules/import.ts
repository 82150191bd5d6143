import { canonical } from '../../../domain/canonical.ts'
import type { Day } from '../../../domain/day.ts'
import type { Boundary, DocumentRef, Territory, UnitVersion } from '../model.ts'
import type { ReadUnit } from '../read/model.ts'
import { levelOf } from './names.ts'
import { everBefore, unitsOn } from './timeline.ts'

/** What differs between the record and a newer file, for a person to look at. */
export interface Difference {
  readonly unit: string
  readonly code: string
  readonly field: 'name' | 'kind' | 'km2' | 'boundary' | 'missing'
  readonly record: string
  readonly file: string
  /** False where it was only listed: a name changes by an act, and a boundary on purpose. */
  readonly applied: boolean
}

export interface UnitsPlan {
  readonly units: readonly UnitVersion[]
  readonly boundaries: readonly (Boundary & {
    readonly id: string
    readonly from: Day
    readonly to: Day | null
  })[]
  readonly added: readonly string[]
  readonly differences: readonly Difference[]
  /** Units of the file that stand in the record the same way. */
  readonly same: number
}

export interface ImportOptions {
  /** The day on which the units of the file stand, and since which those stand that the record does not have. */
  readonly on: Day
  readonly document: DocumentRef | null
  /** Takes over what differs; without it, differences are only listed. */
  readonly replace: boolean
  /** Name of the file, as the source of its boundaries. */
  readonly source: string
}

/** The boundary that a unit has in the record. */
export interface Known {
  readonly boundary: Boundary
  readonly from: Day
  readonly to: Day | null
}

/** The id of a unit that the record does not have: from its code and first day, once and for all. */
export function newUnitId(code: string, from: Day, taken: ReadonlySet<string>): string {
  const base = from === everBefore ? code : `${code}-${from.replaceAll('-', '')}`
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}

/** What taking in a list of units or of boundaries would write, and what it would leave for a person to decide. */
export function planUnits(
  territory: Territory,
  boundaries: ReadonlyMap<string, Known>,
  read: readonly ReadUnit[],
  options: ImportOptions,
): UnitsPlan {
  const standing = unitsOn(territory, options.on)
  const byCode = new Map(standing.map((unit) => [unit.code, unit]))
  const provinces = new Map(
    standing.filter((unit) => levelOf(unit) === 'province').map((unit) => [unit.code, unit.id]),
  )
  const parent = commonParent(read, byCode)
  const taken = new Set(territory.units.map(({ id }) => id))
  const plans = read.map((unit): UnitsPlan => {
    const known = byCode.get(unit.code)
    if (known) return compared(known, boundaries.get(known.id), unit, options)
    const inside =
      levelOf(unit) === 'province'
        ? null
        : unit.province === null
          ? parent
          : (provinces.get(unit.province) ?? null)
    const made = newUnit(unit, inside, taken, options)
    taken.add(made.id)
    return added(made, unit, options)
  })
  return {
    units: plans.flatMap((plan) => plan.units),
    boundaries: plans.flatMap((plan) => plan.boundaries),
    added: plans.flatMap((plan) => plan.added),
    differences: [...plans.flatMap((plan) => plan.differences), ...missing(standing, read, parent)],
    same: plans.reduce((sum, plan) => sum + plan.same, 0),
  }
}

/** A file of one province does not name it; the units that the record has already tell. */
function commonParent(read: readonly ReadUnit[], byCode: ReadonlyMap<string, UnitVersion>): string | null {
  const parents = new Set(read.flatMap(({ code }) => byCode.get(code)?.parent ?? []))
  return parents.size === 1 ? ([...parents][0] ?? null) : null
}

function newUnit(
  unit: ReadUnit,
  parent: string | null,
  taken: ReadonlySet<string>,
  options: ImportOptions,
): UnitVersion {
  const from = options.on
  return {
    id: newUnitId(unit.code, from, taken),
    code: unit.code,
    kind: unit.kind,
    name: unit.name,
    parent,
    km2: unit.km2,
    population: null,
    document: options.document,
    fromKnown: true,
    from,
    to: null,
  }
}

function added(made: UnitVersion, unit: ReadUnit, { source }: ImportOptions): UnitsPlan {
  const boundaries = unit.geometry
    ? [{ ...boundaryOf(unit.geometry, source), id: made.id, from: made.from, to: made.to }]
    : []
  return { units: [made], boundaries, added: [made.id], differences: [], same: 0 }
}

const boundaryOf = (geometry: Boundary['geometry'], source: string): Boundary => ({
  geometry,
  source,
  illustration: false,
  // Internal until a document releases it.
  disclosure: 'internal',
})

function compared(
  known: UnitVersion,
  drawn: Known | undefined,
  unit: ReadUnit,
  options: ImportOptions,
): UnitsPlan {
  const values = valuesOf(known, unit, options)
  const boundary = unit.geometry && boundaryDifference(known, drawn, unit.geometry, options)
  const differences = [...values.differences, ...(boundary?.difference ? [boundary.difference] : [])]
  const boundaries = boundary?.write ? [boundary.write] : []
  const same = values.units.length + boundaries.length + differences.length === 0 ? 1 : 0
  return { units: values.units, boundaries, added: [], differences, same }
}

/** A name or kind changes from a day on by an act that is named; an area that was not known is filled in. */
function valuesOf(known: UnitVersion, unit: ReadUnit, { document, replace, on }: ImportOptions) {
  const tell = (
    field: Difference['field'],
    record: unknown,
    file: unknown,
    applied: boolean,
  ): Difference => ({
    unit: known.id,
    code: known.code,
    field,
    record: String(record),
    file: String(file),
    applied,
  })
  const byAct = replace && document !== null
  const differences = [
    ...(['name', 'kind'] as const)
      .filter((field) => known[field].normalize('NFC') !== unit[field].normalize('NFC'))
      .map((field) => tell(field, known[field], unit[field], byAct)),
    ...(unit.km2 !== null && known.km2 !== null && unit.km2 !== known.km2
      ? [tell('km2', known.km2, unit.km2, replace)]
      : []),
  ]
  const km2 = known.km2 === null || replace ? (unit.km2 ?? known.km2) : known.km2
  const renamed = byAct && differences.some(({ field }) => field === 'name' || field === 'kind')
  const units: UnitVersion[] = []
  if (renamed)
    units.push({ ...known, name: unit.name, kind: unit.kind, km2, document, from: on, fromKnown: true })
  else if (km2 !== known.km2) units.push({ ...known, km2 })
  return { units, differences }
}

function boundaryDifference(
  known: UnitVersion,
  drawn: Known | undefined,
  geometry: Boundary['geometry'],
  { source, replace }: ImportOptions,
) {
  const write = { ...boundaryOf(geometry, source), id: known.id, from: known.from, to: known.to }
  if (!drawn || drawn.boundary.illustration) return { write, difference: null }
  if (canonical(drawn.boundary.geometry) === canonical(geometry)) return { write: null, difference: null }
  const difference: Difference = {
    unit: known.id,
    code: known.code,
    field: 'boundary',
    record: drawn.boundary.source,
    file: source,
    applied: replace,
  }
  return { write: replace ? { ...write, from: drawn.from, to: drawn.to } : null, difference }
}

/** In the record but not in the file: listed and never ended, for only an act ends a unit. */
function missing(
  standing: readonly UnitVersion[],
  read: readonly ReadUnit[],
  parent: string | null,
): Difference[] {
  if (parent === null) return []
  const named = new Set(read.map(({ code }) => code))
  return standing
    .filter((unit) => unit.parent === parent && !named.has(unit.code))
    .map((unit) => ({
      unit: unit.id,
      code: unit.code,
      field: 'missing',
      record: unit.name,
      file: '–',
      applied: false,
    }))
}
