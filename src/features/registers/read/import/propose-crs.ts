import { boxAround, growBox, type Box } from '../../../../domain/geometry/index.ts'
import {
  candidates,
  crs84,
  knownCrs,
  operationOf,
  toLonLat,
  writtenCrs,
  type Candidate,
  type Crs,
  type Operation,
} from '../../../../domain/plane.ts'
import type { Crs as FileCrs } from '../../../../platform/formats/map/index.ts'
import type { CrsMapping } from '../../model/import/mapping.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import { townPositions, type ImportContext } from './context.ts'

export interface CrsProposal {
  readonly crs: CrsMapping
  readonly issues: readonly ImportIssue[]
}

/**
 * How a layer's coordinates are read: as the file says where it says so; else the reading that puts the data in the
 * town. A file that names one system while only another fits is taken at its word, and that is told with the mend.
 */
export function proposeCrs(
  layer: string,
  named: FileCrs,
  box: Box | null,
  context: ImportContext,
): CrsProposal {
  const fitting = readings(box, context)
  const written = named.kind === 'known' ? writtenOf(named, context) : null
  if (!written) return unnamed(layer, named, fitting, context)
  const { crs, operation } = written
  const issue = contradiction(layer, crs, fitting)
  const used = crs.datum === context.plane.datum ? null : (operation ?? context.operation)
  return {
    crs: {
      id: crs.id,
      axes: 'xy',
      prefix: 0,
      operation: used?.id ?? null,
      sureness: issue ? 'asked' : 'sure',
      reason: { vi: `tệp ghi ${crs.name.vi}`, en: `the file names ${crs.name.en}` },
      choices: issue ? choicesOf(fitting) : [],
    },
    issues: [...(issue ? [issue] : []), ...(used ? [operationIssue(layer, used)] : [])],
  }
}

function writtenOf(
  named: FileCrs & { kind: 'known' },
  { systems }: ImportContext,
): { readonly crs: Crs; readonly operation: Operation | null } | null {
  const found =
    (named.epsg === null ? null : writtenCrs(`EPSG:${named.epsg}`, systems)) ??
    writtenCrs(named.wkt ?? '', systems)
  if (!found) return null
  return { crs: found.crs, operation: found.shift.kind === 'known' ? found.shift.operation : null }
}

/** Readings of the numbers that put them in the town, best first; none where the town or the data have no box. */
function readings(box: Box | null, context: ImportContext): readonly Candidate[] {
  const town = townBox(context)
  if (!box || !town) return []
  const { plane, operation, systems } = context
  const { apply } = toLonLat(plane, operation)
  const area = context.town.map((ring) => ring.map(apply))
  return candidates({ box, town, area, home: plane, operation }, systems)
}

/** In longitude and latitude, with some room: data of a town reach over its border. */
function townBox(context: ImportContext): Box | null {
  const { apply } = toLonLat(context.plane, context.operation)
  const box = boxAround([townPositions(context).map(apply)])
  return box && growBox(box, 0.02)
}

/** A file without a name for it: the best reading; the record's own plane or degrees where none fits. */
function unnamed(
  layer: string,
  named: FileCrs,
  fitting: readonly Candidate[],
  context: ImportContext,
): CrsProposal {
  const [best] = fitting
  const crs = best?.crs ?? (named.kind === 'none' ? context.plane : null)
  const used = crs && crs.datum !== context.plane.datum ? context.operation : null
  const name = named.kind === 'known' ? named.name : ''
  const reason = best
    ? {
        vi: `đưa số liệu vào địa bàn (${percent(best)} %)`,
        en: `puts the data in the town (${percent(best)} %)`,
      }
    : { vi: `không rõ hệ tọa độ ${name}`.trim(), en: `coordinate system not known ${name}`.trim() }
  return {
    crs: {
      id: crs?.id ?? null,
      axes: best?.axes ?? 'xy',
      prefix: best?.prefix ?? 0,
      operation: used?.id ?? null,
      sureness: best ? 'likely' : 'asked',
      reason,
      choices: choicesOf(fitting),
    },
    issues: [
      {
        code: best ? 'crs-missing' : 'crs-unknown',
        at: { layer },
        params: { crs: crs?.name ?? name },
        count: 1,
        mend: { kind: 'set-crs', values: (fitting.length > 0 ? fitting : []).map(readingId) },
      },
      ...(used ? [operationIssue(layer, used)] : []),
    ],
  }
}

const percent = ({ inside }: Candidate) => Math.round(inside * 100)
const readingId = ({ crs, axes }: Candidate) => `${crs.id}/${axes}`

const choicesOf = (fitting: readonly Candidate[]): CrsMapping['choices'] =>
  fitting.slice(0, 5).map(({ crs, axes, prefix, inside }) => ({ id: crs.id, axes, prefix, inside }))

/** The named system puts nothing in the town while another reading puts most of it there. */
function contradiction(layer: string, crs: Crs, fitting: readonly Candidate[]): ImportIssue | null {
  if (fitting.some((one) => one.crs.id === crs.id && one.axes === 'xy')) return null
  const swapped = fitting.find((one) => one.crs.id === crs.id && one.axes === 'yx' && one.inside > 0.5)
  const other = fitting.find((one) => one.axes === 'xy' && one.inside > 0.5)
  const at = { layer }
  if (swapped) return { code: 'axes-swapped', at, params: {}, count: 1, mend: { kind: 'swap-axes' } }
  if (!other) return null
  return {
    code: 'crs-wrong',
    at,
    params: { named: crs.name, crs: other.crs.name },
    count: 1,
    mend: { kind: 'set-crs', values: [readingId(other)] },
  }
}

const operationIssue = (layer: string, operation: Operation): ImportIssue => ({
  code: 'operation-chosen',
  at: { layer },
  params: { operation: operation.name },
  count: 1,
})

/** The system and operation that a mapping names, for use; null where it is still to be chosen. */
export function crsOf(
  { id, operation }: CrsMapping,
  { systems, operation: usual }: ImportContext,
): { readonly crs: Crs; readonly operation: Operation } | null {
  const crs = [crs84, ...knownCrs(systems)].find((one) => one.id === id)
  if (!crs) return null
  return { crs, operation: operation === null ? usual : operationOf(systems, operation) }
}
