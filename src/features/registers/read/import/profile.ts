import { boxOf, decodeWkb, dimensionOf, unionBox, type Box } from '../../../../domain/geometry/index.ts'
import type { MapFeature, MapLayer, PropertyValue } from '../../../../platform/formats/map/index.ts'
import type { GroupKind } from '../../model/import/mapping.ts'

/** What a column holds, as far as a proposal needs it. */
export interface ColumnProfile {
  readonly name: string
  readonly filled: number
  /** Values with how often they stand, until there are too many to be a list. */
  readonly values: ReadonlyMap<string, number>
  /** More different values than `values` holds. */
  readonly many: boolean
  /** All values differ. */
  readonly distinct: boolean
  /** 1, 2, 3 …: numbers that only count the rows. */
  readonly counts: boolean
}

/** Features of a layer that are drawn alike, by CAD layer, colour and kind of geometry. */
export interface GroupProfile {
  readonly cad: string | null
  readonly colour: string | null
  readonly kind: GroupKind
  readonly count: number
  /** Lines that end where they begin. */
  readonly closed: number
}

export interface LayerProfile {
  readonly layer: MapLayer
  readonly features: number
  readonly columns: readonly ColumnProfile[]
  readonly box: Box | null
  /** Around the middle half of its features: what lies far off says nothing of how the numbers are to be read. */
  readonly core: Box | null
  readonly signs: Signs
  readonly groups: readonly GroupProfile[]
  /** The first rows, to look at. */
  readonly samples: readonly Readonly<Record<string, PropertyValue>>[]
}

/** Which columns carry what a drawing tells by its looks, where the format has no place of its own for it. */
export interface Signs {
  readonly cadColumn: string | null
  readonly colourColumn: string | null
  readonly labelColumn: string | null
}

const mostValues = 2000
const mostSamples = 2000

/** Takes the features of a layer in any number of pieces; what it keeps does not grow with their number. */
export class LayerProfiler {
  private readonly layer: MapLayer
  private readonly columns = new Map<string, ColumnCount>()
  private readonly groups = new Map<
    string,
    { group: Omit<GroupProfile, 'count' | 'closed'>; count: number; closed: number }
  >()
  private readonly samples: Readonly<Record<string, PropertyValue>>[] = []
  private signs: Signs | null = null
  private features = 0
  private box: Box | null = null
  private readonly centres = new Centres()

  constructor(layer: MapLayer) {
    this.layer = layer
  }

  add(features: readonly MapFeature[]): void {
    this.signs ??= signsOf(features)
    for (const feature of features) this.one(feature, this.signs)
  }

  finish(): LayerProfile {
    const { layer, features, box, samples } = this
    return {
      layer,
      features,
      box,
      core: this.centres.core() ?? box,
      samples,
      signs: this.signs ?? { cadColumn: null, colourColumn: null, labelColumn: null },
      columns: [...this.columns].map(([name, column]) => column.profile(name)),
      groups: [...this.groups.values()].map(({ group, count, closed }) => ({ ...group, count, closed })),
    }
  }

  private one(feature: MapFeature, signs: Signs): void {
    this.features++
    if (this.samples.length < mostSamples) this.samples.push(feature.properties)
    for (const [name, value] of Object.entries(feature.properties)) {
      const column = this.columns.get(name) ?? new ColumnCount()
      column.add(value)
      this.columns.set(name, column)
    }
    const { kind, closed, box } = shapeOf(feature)
    if (box) this.box = this.box ? unionBox(this.box, box) : box
    if (box) this.centres.add(box)
    const { cad, colour } = signOf(feature, signs)
    const key = groupKey(cad, colour, kind)
    const counted = this.groups.get(key) ?? { group: { cad, colour, kind }, count: 0, closed: 0 }
    counted.count++
    if (closed) counted.closed++
    this.groups.set(key, counted)
  }
}

const mostCentres = 4096

/** Centres of features, evenly over the whole layer, however many there are. */
class Centres {
  private kept: (readonly [number, number])[] = []
  private step = 1
  private seen = 0

  add([west, south, east, north]: Box): void {
    if (this.seen++ % this.step !== 0) return
    this.kept.push([(west + east) / 2, (south + north) / 2])
    if (this.kept.length < mostCentres) return
    this.kept = this.kept.filter((_, i) => i % 2 === 0)
    this.step *= 2
  }

  /** Between the quarters on each axis; null where there are too few to tell the odd one out. */
  core(): Box | null {
    if (this.kept.length < 4) return null
    const range = (axis: 0 | 1) => {
      const sorted = this.kept.map((centre) => centre[axis]).toSorted((a, b) => a - b)
      const cut = Math.floor(sorted.length / 4)
      return [sorted[cut]!, sorted[sorted.length - 1 - cut]!] as const
    }
    const [[west, east], [south, north]] = [range(0), range(1)]
    return [west, south, east, north]
  }
}

/** The same for a saved mapping and for a new file. */
export const groupKey = (cad: string | null, colour: string | null, kind: GroupKind): string =>
  JSON.stringify([cad, colour, kind])

class ColumnCount {
  private filled = 0
  private rows = 0
  private counting = true
  private first: number | null = null
  private many = false
  private readonly values = new Map<string, number>()

  add(value: PropertyValue): void {
    const row = this.rows++
    const text = cellText(value)
    if (text === '') {
      this.counting = false
      return
    }
    this.filled++
    const number = Number(text)
    this.first ??= number
    if (number !== this.first + row) this.counting = false
    const known = this.values.get(text)
    if (known !== undefined) this.values.set(text, known + 1)
    else if (this.values.size < mostValues) this.values.set(text, 1)
    else this.many = true
  }

  profile(name: string): ColumnProfile {
    const { filled, values, many, rows } = this
    const once = [...values.values()].every((count) => count === 1)
    return {
      name,
      filled,
      values,
      many,
      distinct: filled > 0 && filled === rows && once,
      counts: this.counting && filled > 1,
    }
  }
}

/** A cell as text, lists in JSON; empty where there is nothing. */
export function cellText(value: PropertyValue | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim()
}

interface Shape {
  readonly kind: GroupKind
  readonly closed: boolean
  readonly box: Box | null
}

const kinds = ['point', 'line', 'area'] as const

function shapeOf({ wkb }: MapFeature): Shape {
  if (wkb === null) return { kind: 'none', closed: false, box: null }
  const geometry = decodeWkb(wkb)
  const kind = kinds[dimensionOf(geometry.type)]
  const [first, last] =
    geometry.type === 'LineString' ? [geometry.coordinates[0], geometry.coordinates.at(-1)] : []
  const closed = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
  return { kind, closed: closed && geometry.coordinates.length > 3, box: boxOf(geometry) }
}

const hex = /^#[0-9a-f]{6}$/i
const colourNames = [
  '_fillcolor',
  'fillcolor',
  'fill',
  'fill_color',
  '_color',
  'color',
  'colour',
  'stroke',
  'mau',
]
const cadNames = [
  'layer',
  'cad_layer',
  'cadlayer',
  'level_name',
  'levelname',
  'lop',
  'lop_cad',
  'description',
  'refname',
]
const labelNames = ['text', 'textstring', 'txtmemo', 'label', 'nhan', 'chu']

/**
 * Formats that know of CAD layers and colours say so in the style. In others they stand in columns: a colour is told
 * by what it holds, a CAD layer by its name, where the file also has colours to draw by.
 */
function signsOf(features: readonly MapFeature[]): Signs {
  const styled = features.some(({ style }) => style?.cadLayer !== undefined)
  const names = [...new Set(features.slice(0, 500).flatMap(({ properties }) => Object.keys(properties)))]
  const byName = (wanted: readonly string[], fits: (name: string) => boolean) =>
    wanted.flatMap((name) => names.filter((one) => one.toLowerCase() === name)).find(fits) ?? null
  const colourColumn = byName(colourNames, (name) =>
    features.some(({ properties }) => hex.test(cellText(properties[name]))),
  )
  const drawn = colourColumn !== null || features.some(({ style }) => style?.colour ?? style?.fill)
  const cadColumn =
    styled || !drawn
      ? null
      : byName(cadNames, (name) => features.some((f) => cellText(f.properties[name]) !== ''))
  const labelled = features.some(({ style }) => style?.label !== undefined)
  return { cadColumn, colourColumn, labelColumn: labelled || !drawn ? null : byName(labelNames, () => true) }
}

/** CAD layer and colour of a feature; colours in small letters. */
export function signOf(
  { properties, style }: MapFeature,
  { cadColumn, colourColumn }: Pick<Signs, 'cadColumn' | 'colourColumn'>,
): { readonly cad: string | null; readonly colour: string | null } {
  const cad = style?.cadLayer ?? (cadColumn === null ? '' : cellText(properties[cadColumn]))
  const written = colourColumn === null ? '' : cellText(properties[colourColumn])
  const other = colourColumn === null ? undefined : otherColour(properties, colourColumn)
  const colour = [style?.fill, style?.colour, written, other].find(
    (one) => one !== undefined && hex.test(one),
  )
  return { cad: cad === '' ? null : cad, colour: colour?.toLowerCase() ?? null }
}

/** Lines have no fill: their colour stands in the column beside. */
function otherColour(properties: MapFeature['properties'], column: string): string | undefined {
  if (!/fill/i.test(column)) return undefined
  const key = Object.keys(properties).find((name) => /^_?colou?r$|^stroke$/i.test(name))
  return key === undefined ? undefined : cellText(properties[key])
}
