import { Fault } from '../../../../domain/fault.ts'
import { knownCrs, writtenCrs } from '../../../../domain/plane.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import type { ImportContext } from '../../read/import/index.ts'

/** Questions that fall away once a person has said how coordinates are read. */
const answered = new Set<ImportIssue['code']>([
  'crs-missing',
  'crs-foreign',
  'crs-overruled',
  'crs-unknown',
  'crs-wrong',
  'datum-doubtful',
  'axes-swapped',
  'axes-swapped-read',
])

/**
 * The mapping with coordinates read as a person says, by id, EPSG code or WKT, whatever the file names. `@yx` behind
 * it: north stands before east.
 */
export function withCrs(
  mapping: Mapping,
  text: string,
  issues: readonly ImportIssue[],
  { systems, plane, operation }: Pick<ImportContext, 'systems' | 'plane' | 'operation'>,
): { readonly mapping: Mapping; readonly issues: readonly ImportIssue[] } {
  const swapped = /@yx$/i.test(text)
  const name = text.replace(/@(xy|yx)$/i, '').trim()
  const known = knownCrs(systems)
  const crs = known.find(({ id }) => id === name.toLowerCase()) ?? writtenCrs(name, systems)?.crs
  if (!crs) throw new Fault('plane-unknown', { id: name, known: known.map(({ id }) => id).join(', ') })
  const layers = mapping.layers.map((layer) => ({
    ...layer,
    crs: {
      ...layer.crs,
      id: crs.id,
      axes: swapped ? ('yx' as const) : ('xy' as const),
      prefix: 0,
      operation: crs.datum === plane.datum ? null : (layer.crs.operation ?? operation.id),
      sureness: 'given' as const,
      reason: { vi: 'người nhập chọn', en: 'chosen by the importer' },
      choices: [],
    },
  }))
  return { mapping: { ...mapping, layers }, issues: issues.filter(({ code }) => !answered.has(code)) }
}
