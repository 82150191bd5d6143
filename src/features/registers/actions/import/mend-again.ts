import { Fault } from '../../../../domain/fault.ts'
import type { MendKind } from '../../model/import/issue.ts'
import type { LayerMapping, Mapping } from '../../model/import/mapping.ts'
import type { ListedIssue } from '../../model/import/run.ts'
import type { TownPlace } from '../../model/import/place.ts'
import { withCrs } from './crs.ts'

type Place = Pick<TownPlace, 'systems' | 'plane' | 'operation'>

const again = new Set<MendKind>(['close-rings', 'swap-axes', 'set-crs'])

/** Whether a mend is another reading of the file: it cannot be made of what is in the record. */
export const readsAgain = ({ mend }: Pick<ListedIssue, 'mend'>): boolean =>
  mend !== undefined && again.has(mend.kind)

/** The mapping by which the kept bytes are read as these issues propose, and a person wants. */
export function mappingBy(
  mapping: Mapping,
  issues: readonly Pick<ListedIssue, 'code' | 'at' | 'params' | 'mend'>[],
  value: string | undefined,
  place: Place,
): Mapping {
  return issues.reduce((now, issue) => {
    const kind = issue.mend?.kind
    // As wide as the gap that was shown to the person, and no wider.
    if (kind === 'close-rings')
      return { ...now, closeRings: Math.max(now.closeRings ?? 0, widest(issue.params['metres'])) }
    if (kind !== 'swap-axes' && kind !== 'set-crs') return now
    const change = (layer: LayerMapping) =>
      kind === 'set-crs'
        ? placedBy(now, layer, value ?? onlyOf(issue), place)
        : issue.code === 'feature-swapped'
          ? { ...layer, turn: true }
          : turned(layer)
    const { layer: name } = issue.at
    const layers = now.layers.map((one) => (name === undefined || one.layer === name ? change(one) : one))
    return { ...now, layers }
  }, mapping)
}

/** Of one feature a number; of several alike from the least to the widest. */
const widest = (metres: unknown): number =>
  Math.max(...(String(metres).match(/\d+(\.\d+)?/g) ?? ['0']).map(Number)) || 0.01

/** The reading that an issue proposes, where it is the only one. */
function onlyOf({ mend }: Pick<ListedIssue, 'mend'>): string {
  const [first, ...rest] = mend?.values ?? []
  if (first === undefined || rest.length > 0)
    throw new Fault('plane-unknown', { id: '–', known: (mend?.values ?? []).join(', ') })
  return first
}

const turned = (layer: LayerMapping): LayerMapping => ({
  ...layer,
  crs: {
    ...layer.crs,
    axes: layer.crs.axes === 'xy' ? 'yx' : 'xy',
    sureness: 'given',
    reason: { vi: 'người nhập chọn', en: 'chosen by the importer' },
    choices: [],
  },
})

/** `ID/yx` as an issue proposes it, or whatever a person writes: an id, an EPSG code, WKT. */
function placedBy(mapping: Mapping, layer: LayerMapping, value: string, place: Place): LayerMapping {
  const found = layer.crs.choices.find(({ id, axes }) => `${id}/${axes}` === value)
  const text = value.replace(/\/(xy|yx)$/, '@$1')
  const [read] = withCrs({ ...mapping, layers: [layer] }, text, [], place).mapping.layers
  if (!read) return layer
  return found ? { ...read, crs: { ...read.crs, prefix: found.prefix } } : read
}
