import {
  boxHolds,
  boxOf,
  decodeWkb,
  planarArea,
  planarLength,
  runsOf,
  type Box,
  type Position,
  type Ring,
} from '../../../../domain/geometry/index.ts'
import type { Words } from '../../../../domain/words.ts'
import type { AreasOfLines, GeometryEngine } from '../../../../platform/geometry/index.ts'
import type { Properties } from '../../model/entry.ts'
import type { Candidate, ImportReading, LabelPart, LinePart } from '../../model/import/candidate.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import { codebookOf, type Codebook } from '../../rules/import/codebook.ts'
import { codeOf } from '../../rules/import/code-of.ts'
import { planKindOf } from '../../rules/import/column-words.ts'
import { roadsAmong } from './roads.ts'
import type { ImportContext } from './context.ts'

/** What line work needs of GEOS; handed in, so that this stays a matter of values. */
export type LineGeos = Pick<
  GeometryEngine,
  'areasFromLines' | 'pointsInside' | 'pointsWithin' | 'sharedAreas'
>

export interface BuiltAreas {
  /** New entries, marked as built with their tolerance. The lines themselves stay beside, as they were drawn. */
  readonly candidates: readonly Candidate[]
  readonly issues: readonly ImportIssue[]
}

/** An area that the file has as an area too, by half at least, is not made a second time. */
const coveredShare = 0.5

/** Areas from the line work of a file: the label found inside gives the code; what does not close is listed. */
export async function buildAreas(
  { lines, labels, axes, candidates }: ImportReading,
  mapping: Mapping,
  context: ImportContext,
  geos: LineGeos,
): Promise<BuiltAreas> {
  if (lines.length === 0) return { candidates: [], issues: [] }
  const { tolerance } = mapping
  const found = await geos.areasFromLines(
    lines.map(({ geometry }) => geometry),
    tolerance,
  )
  const slivers = new Set(found.slivers)
  const own = candidates.flatMap(({ geometry }) => (geometry ? [geometry] : []))
  const covered = await coveredBy(found.areas, own, geos)
  const made = found.areas.filter((_, i) => !slivers.has(i) && covered[i]! < coveredShare)
  const within = await geos.pointsWithin(
    [...made, ...own],
    labels.map(({ at }) => at),
  )
  const inside = (await geos.pointsInside(made)).map((wkb) => decodeWkb(wkb))
  const rings = codedRings(lines)
  const book = codebookOf(context.register, context.law, context.on)
  const roads = await roadsAmong(
    made,
    axes.map(({ geometry }) => geometry),
    geos,
  )
  const reader = { book, mapping, context, rings, labels }
  const built = made.map((wkb, i) => {
    const point = inside[i]
    return builtArea(
      {
        wkb,
        within: within[i] ?? [],
        point: point?.type === 'Point' ? point.coordinates : null,
        road: roads.get(i),
      },
      reader,
    )
  })
  const wholly = found.areas.filter((_, i) => !slivers.has(i) && covered[i]! >= coveredShare).length
  return {
    candidates: numbered(built.map(({ candidate }) => candidate)),
    issues: [
      ...summary(made.length, wholly, tolerance),
      ...(await sliverIssues(found, tolerance, geos)),
      ...built.flatMap(({ issue }) => (issue ? [issue] : [])),
      ...aloneLabels(labels, within),
      ...openIssues(found),
    ],
  }
}

/** Part of each area that lies in areas of the file, 0 to 1. */
async function coveredBy(
  areas: readonly Uint8Array[],
  own: readonly Uint8Array[],
  geos: LineGeos,
): Promise<number[]> {
  const shares = areas.map(() => 0)
  if (own.length === 0 || areas.length === 0) return shares
  const { a, area } = await geos.sharedAreas(areas, own)
  a.forEach((index, i) => (shares[index] = shares[index]! + area[i]!))
  return shares.map((shared, i) => shared / planarArea(decodeWkb(areas[i]!)))
}

interface CodedRing {
  readonly ring: Ring
  readonly box: Box
  readonly area: number
  readonly code: string
}

/** Closed lines of CAD layers that stand for a land use, smallest first. */
function codedRings(lines: readonly LinePart[]): CodedRing[] {
  return lines
    .flatMap(({ geometry: wkb, code }): CodedRing[] => {
      if (code === undefined) return []
      const geometry = decodeWkb(wkb)
      const box = boxOf(geometry)
      const ring = geometry.type === 'LineString' ? geometry.coordinates : []
      const [first, last] = [ring[0], ring.at(-1)]
      if (!box || ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return []
      return [{ ring, box, code, area: planarArea({ type: 'Polygon', coordinates: [ring] }) }]
    })
    .toSorted((a, b) => a.area - b.area)
}

function holds(ring: Ring, [x, y]: Position): boolean {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

interface Builder {
  readonly book: Codebook | null
  readonly mapping: Mapping
  readonly context: ImportContext
  readonly rings: readonly CodedRing[]
  readonly labels: readonly LabelPart[]
}

interface Built {
  readonly candidate: Candidate
  readonly issue: ImportIssue | null
}

interface Enclosed {
  readonly wkb: Uint8Array
  /** Labels in it. */
  readonly within: readonly number[]
  readonly point: Position | null
  /** Mean width, where the axis of a road runs along it. */
  readonly road: number | undefined
}

function builtArea({ wkb, within, point, road }: Enclosed, builder: Builder): Built {
  const { mapping, context, labels } = builder
  const sourceKey = `built~${context.digest(wkb).slice(0, 32)}`
  const texts = [...new Set(within.map((i) => labels[i]!.text))]
  const { properties, code, by } = labelled(texts, point, road, builder)
  const candidate: Candidate = {
    sourceKey,
    copy: 0,
    origin: { layer: mapping.layers[0]?.layer ?? '', fid: '' },
    made: 'built',
    geometry: wkb,
    properties: { ...mapping.constants, ...properties },
    tolerance: mapping.tolerance,
  }
  const { codeField } = mapping
  if (codeField === null) return { candidate, issue: null }
  const many = texts.length > 1
  const [label] = texts
  const unknown = label !== undefined && !many
  const asRoad = code !== null && by === 'road'
  if (code !== null && !asRoad) return { candidate, issue: null }
  const issue: ImportIssue = {
    code: asRoad
      ? 'built-road'
      : many
        ? 'built-many-labels'
        : unknown
          ? 'built-label-unknown'
          : 'built-no-code',
    at: { position: point ?? undefined, field: codeField },
    params: {
      ...(many && { number: texts.length, choices: texts.slice(0, 5).join(', ') }),
      ...(unknown && { label }),
      ...(asRoad && { code, width: road ?? 0 }),
    },
    count: 1,
    keys: [sourceKey],
    mend: { kind: 'set-code', field: codeField, ...(many && { values: texts }) },
  }
  return { candidate, issue }
}

/** By its one label, else by the closed line of a land-use layer around it; two labels are not chosen between. */
function labelled(
  texts: readonly string[],
  point: Position | null,
  road: number | undefined,
  { book, mapping, context, rings }: Builder,
): { readonly properties: Properties; readonly code: string | null; readonly by: 'drawn' | 'road' } {
  const { codeField, termField } = mapping
  const [text] = texts
  const plan = planKindOf(context.fileName)
  const said = texts.length === 1 ? text! : null
  const label = said !== null && book ? codeOf({ cad: said, colour: null }, book, plan) : null
  const around =
    texts.length > 1 || !point
      ? undefined
      : rings.find(({ ring, box }) => boxHolds(box, point) && holds(ring, point))
  // An axis along it, and nothing that says otherwise.
  const traffic =
    texts.length === 0 && !around && road !== undefined && book
      ? codeOf({ cad: 'đường giao thông', colour: null }, book, plan)
      : null
  const read = label ?? traffic
  const code = read?.code ?? around?.code ?? null
  const plot = context.register.fields.some(({ key }) => key === 'plot')
  return {
    code,
    by: traffic?.code ? 'road' : 'drawn',
    properties: {
      ...(codeField !== null && code !== null && { [codeField]: code }),
      ...(termField !== null && read && read.term !== null && { [termField]: read.term }),
      // A label that is no code is the plot's sign, as drawn.
      ...(plot && texts.length === 1 && !read?.code && { plot: text! }),
    },
  }
}

/** Two areas of the very same bytes cannot come of one line work; should they, they are told apart. */
function numbered(candidates: readonly Candidate[]): Candidate[] {
  const copies = new Map<string, number>()
  return candidates.map((candidate) => {
    const copy = copies.get(candidate.sourceKey) ?? 0
    copies.set(candidate.sourceKey, copy + 1)
    return { ...candidate, copy }
  })
}

function summary(made: number, covered: number, tolerance: number): ImportIssue[] {
  const issue = (code: ImportIssue['code'], number: number): ImportIssue[] =>
    number === 0 ? [] : [{ code, at: {}, params: { number, tolerance }, count: number }]
  return [...issue('areas-built', made), ...issue('built-covered', covered)]
}

/** Each with its place: its ground belongs to nobody until a person gives it to a neighbour. */
async function sliverIssues(
  { areas, slivers }: AreasOfLines,
  tolerance: number,
  geos: LineGeos,
): Promise<ImportIssue[]> {
  const found = slivers.map((i) => areas[i]!)
  const points = (await geos.pointsInside(found)).map((wkb) => decodeWkb(wkb))
  return found.map((wkb, i) => {
    const point = points[i]
    const area = Math.round(planarArea(decodeWkb(wkb)) * 100) / 100
    const position = point?.type === 'Point' ? point.coordinates : undefined
    return { code: 'built-sliver', at: { position }, params: { area, tolerance }, count: 1 }
  })
}

function aloneLabels(labels: readonly LabelPart[], within: readonly (readonly number[])[]): ImportIssue[] {
  const placed = new Set(within.flat())
  return labels.flatMap(({ origin, at, text }, i): ImportIssue[] =>
    placed.has(i)
      ? []
      : [
          {
            code: 'label-alone',
            at: { layer: origin.layer, cad: origin.cad, fid: origin.fid, position: at },
            params: { label: text },
            count: 1,
          },
        ],
  )
}

/** Everything of the line work that is not as it should be, each with its place. */
function openIssues({ dangles, cuts, invalidRings, closings, unread }: AreasOfLines): ImportIssue[] {
  const open =
    (why: Words) =>
    (wkb: Uint8Array): ImportIssue => {
      const geometry = decodeWkb(wkb)
      const metres = Math.round(planarLength(geometry) * 10) / 10
      return {
        code: 'line-open',
        at: { position: runsOf(geometry)[0]?.[0], line: drawable(runsOf(geometry)[0] ?? []) },
        params: { why, metres },
        count: 1,
      }
    }
  return [
    ...dangles.map(open({ vi: 'một đầu không chạm', en: 'a loose end' })),
    ...cuts.map(open({ vi: 'nối hai vùng mà không chia', en: 'leads from one ring to another' })),
    ...invalidRings.map((wkb): ImportIssue => ({
      code: 'built-invalid',
      at: {
        position: runsOf(decodeWkb(wkb))[0]?.[0],
        line: drawable(runsOf(decodeWkb(wkb))[0] ?? []),
      },
      params: {},
      count: 1,
    })),
    ...closings.map(gapIssue),
    ...unread.map(({ index }): ImportIssue => ({
      code: 'built-invalid',
      at: { fid: String(index) },
      params: {},
      count: 1,
    })),
  ]
}

/** Most positions of a line that is drawn: more nobody tells apart on a screen. */
const mostDrawn = 200

function drawable(run: readonly Position[]): Position[] {
  const step = Math.ceil(run.length / mostDrawn)
  return run
    .filter((_, i) => i % step === 0 || i === run.length - 1)
    .map(([x, y]): Position => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000])
}

const gapIssue = ({ kind, from, length }: AreasOfLines['closings'][number]): ImportIssue => ({
  code: kind === 'gap' ? 'gap-closed' : 'tail-cut',
  at: { position: from },
  params: { metres: Math.round(length * 1000) / 1000 },
  count: 1,
})
