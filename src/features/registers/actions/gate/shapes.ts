import type { Finding } from '../../../../domain/finding.ts'
import {
  boxOf,
  decodeWkb,
  dimensionOf,
  planarArea,
  planarLength,
  runsOf,
  type Geometry,
} from '../../../../domain/geometry/index.ts'
import type { GeometryEngine } from '../../../../platform/geometry/index.ts'
import type { Definition } from '../../model/definition.ts'
import type { Entry } from '../../model/entry.ts'
import { finding } from '../../rules/gate/find.ts'
import { invalidReasons } from '../../rules/invalid-reasons.ts'

/** An entry that has a shape. */
export interface Shaped {
  readonly entry: Entry
  readonly wkb: Uint8Array
}

export const shaped = (entries: readonly Entry[]): Shaped[] =>
  entries.flatMap((entry) => (entry.geometry ? [{ entry, wkb: entry.geometry }] : []))

export interface ShapesSeen {
  readonly findings: readonly Finding[]
  /** Those that a plan can be measured by: valid, with an area or a length. */
  readonly sound: readonly Shaped[]
  /** The same with invalid areas as a mend would have them: they cover their ground all the same. */
  readonly covering: readonly Shaped[]
  /** Pairs of one and the same shape, by their ids. */
  readonly doubles: ReadonlySet<string>
}

/** What is wrong with each shape of a register by itself. */
export async function shapeFindings(
  geometry: GeometryEngine,
  definition: Definition,
  entries: readonly Entry[],
): Promise<ShapesSeen> {
  const all = shaped(entries)
  const states = await geometry.validity(all.map(({ wkb }) => wkb))
  const findings: Finding[] = []
  const sound: Shaped[] = []
  const invalid: Shaped[] = []
  const same = new Map<string, Shaped[]>()
  for (const [i, one] of all.entries()) {
    const shape = decodeWkb(one.wkb)
    const at = runsOf(shape)[0]?.[0] ?? null
    const state = states[i]
    const area = planarArea(shape)
    if (isFlat(shape, area)) findings.push(finding('no-area', [one.entry], {}, { at }))
    else if (state && !state.valid) {
      const why = invalidReasons[state.reason]
      findings.push(finding('invalid-shape', [one.entry], { why: why.vi }, { at: state.at ?? at }))
      invalid.push(one)
    } else {
      sound.push(one)
      // A row of things stands on one place by right: doubles are of areas and lines.
      const key = dimensionOf(shape.type) > 0 ? formKey(shape) : null
      if (key !== null) same.set(key, [...(same.get(key) ?? []), one])
      const differs = areaFinding(definition, one.entry, area)
      if (differs) findings.push(differs)
    }
  }
  const doubles = doubleFindings(same)
  const covering = [...sound, ...(await mended(geometry, definition, invalid))]
  return { findings: [...findings, ...doubles.findings], sound, covering, doubles: doubles.pairs }
}

async function mended(
  geometry: GeometryEngine,
  { coverage }: Definition,
  invalid: readonly Shaped[],
): Promise<Shaped[]> {
  if (coverage !== 'whole' || invalid.length === 0) return []
  const mends = await geometry.makeValid(invalid.map(({ wkb }) => wkb))
  return mends.map(({ wkb }, i) => ({ entry: (invalid[i] as Shaped).entry, wkb }))
}

/** Metres and m² below which a shape is a slip of the hand. */
const least = { area: 0.01, length: 0.01 }

function isFlat(shape: Geometry, area: number): boolean {
  const dimension = dimensionOf(shape.type)
  if (dimension === 2) return area < least.area
  return dimension === 1 && planarLength(shape) < least.length
}

/**
 * The same for one shape, wherever its rings begin and whichever way they turn: how many corners it has, where, and how
 * they lie about its box. Shapes that differ by more than millimetres differ in one of these.
 */
function formKey(shape: Geometry): string {
  const box = boxOf(shape)
  if (!box) return ''
  const ring = dimensionOf(shape.type) === 2
  const [west, south] = box
  let [count, x, y, xx, xy, yy] = [0, 0, 0, 0, 0, 0]
  for (const run of runsOf(shape))
    for (const position of ring ? run.slice(1) : run) {
      const [dx, dy] = [position[0] - west, position[1] - south]
      count++
      x += dx
      y += dy
      xx += dx * dx
      xy += dx * dy
      yy += dy * dy
    }
  const spread = [xx, xy, yy].map((sum) => Math.round(sum / count))
  return [count, ...box.map(millimetres), millimetres(x / count), millimetres(y / count), ...spread].join(' ')
}
const millimetres = (metres: number) => Math.round(metres * 1000)

export const pairKey = (a: { readonly id: string }, b: { readonly id: string }) =>
  a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`

function doubleFindings(same: ReadonlyMap<string, readonly Shaped[]>) {
  const pairs = new Set<string>()
  const findings: Finding[] = []
  for (const [first, ...others] of same.values())
    for (const other of first ? others : []) {
      if (!first) continue
      // What stands and what is planned there may well have one border.
      if (first.entry.stage !== other.entry.stage || planOf(first) !== planOf(other)) continue
      pairs.add(pairKey(first.entry, other.entry))
      const at = runsOf(decodeWkb(other.wkb))[0]?.[0] ?? null
      findings.push(finding('same-shape', [other.entry, first.entry], {}, { at, shape: other.wkb }))
    }
  return { findings, pairs }
}
const planOf = ({ entry }: Shaped) => entry.properties['plan'] ?? ''

/** Stated areas may be off by their rounding and by the accuracy of the border. */
const tolerated = { share: 0.05, squareMetres: 1 }

function areaFinding({ fields }: Definition, entry: Entry, measured: number): Finding | null {
  const field = fields.find(({ measures }) => measures === 'shape')
  const declared = field && entry.properties[field.key]
  if (typeof declared !== 'number' || declared <= 0 || measured === 0) return null
  const off = Math.abs(measured - declared)
  if (off <= tolerated.squareMetres || off <= tolerated.share * declared) return null
  const round = (value: number) => Math.round(value * 10) / 10
  return finding('area-differs', [entry], { declared, measured: round(measured) })
}
