import { z } from 'zod'
import type { Words } from '../../../domain/words.ts'
import { tableAt } from '../../law/rules/at.ts'
import type { Certainty, Law, LawAt } from '../../law/model.ts'
import type { CodeList, Definition, Field } from '../model/definition.ts'

const words = z.object({ vi: z.string(), en: z.string() })
const layerRow = z.object({
  part: z.enum(['existing', 'planned', 'markers']),
  group: z.string(),
  layer: z.string(),
  geometry: z.enum(['point', 'line', 'area']),
  certainty: z.enum(['seen', 'secondary', 'memory', 'assumed']).optional(),
})
const attributeRow = z.object({ name: z.string(), length: z.number(), meaning: words })
const nameRow = z.object({ base: z.string(), name: words })

type Layer = z.infer<typeof layerRow>

/** Layers whose content is released only where a document names it: nets under ground, and control marks. */
const withheld =
  /CongTrinhNgam|MangLuoi(PhanPhoiDien|CapNuoc|ThoatNuoc|CapThongTin|NangLuong|ChieuSang)|MocGioi|DiemToaDo/
/** Borders of units are the territory's own. */
const territory = /^(RanhGioiHanhChinh|TenDonViHanhChinh)_/

/**
 * A register for each layer of the national planning dossier, as the law holds it on a day: names, attributes and
 * kinds of geometry come from `law/dossier`, and so change with the circular.
 */
export function dossierRegisters(law: Law, at: LawAt, statuses: CodeList): Definition[] {
  const layers = tableAt(law, 'dossier/layers', at, layerRow)
  const attributes = tableAt(law, 'dossier/attributes', at, attributeRow)
  const names = tableAt(law, 'dossier/layer-names', at, nameRow)
  if (layers.state !== 'value' || attributes.state !== 'value') return []
  const named = new Map((names.value ?? []).map(({ base, name }) => [base, name]))
  const fields = attributes.value.map(fieldOf)
  const sure = layers.use.certainty ?? 'assumed'
  return layers.value
    .filter(({ layer }) => !territory.test(layer))
    .map((layer) => registerOf(layer, named.get(layer.layer.replace(/_[APL]$/, '')), fields, statuses, sure))
}

const prefix = { existing: 'ht', planned: 'qh', markers: 'mg' } as const
const partName: Readonly<Record<Layer['part'], Words>> = {
  existing: { vi: 'hiện trạng', en: 'existing' },
  planned: { vi: 'quy hoạch', en: 'planned' },
  markers: { vi: 'mốc giới', en: 'markers' },
}
const kindName: Readonly<Record<Layer['geometry'], Words>> = {
  point: { vi: 'điểm', en: 'points' },
  line: { vi: 'đường', en: 'lines' },
  area: { vi: 'vùng', en: 'areas' },
}

/** `HienTrang…/MangLuoiThoatNuocMua_L` → `ht-mang-luoi-thoat-nuoc-mua-l`. */
export function dossierId({ part, layer }: Pick<Layer, 'part' | 'layer'>): string {
  const kebab = layer.replaceAll('_', '-').replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
  return `${prefix[part]}-${kebab.toLowerCase()}`
}

function registerOf(
  layer: Layer,
  name: Words | undefined,
  fields: readonly Field[],
  statuses: CodeList,
  sure: Certainty,
): Definition {
  const base = name ?? { vi: layer.layer, en: layer.layer }
  const [part, kind] = [partName[layer.part], kindName[layer.geometry]]
  return {
    id: dossierId(layer),
    group: layer.group,
    name: { vi: `${base.vi} (${part.vi}, ${kind.vi})`, en: `${base.en} (${part.en}, ${kind.en})` },
    description: {
      vi: `Lớp ${layer.layer}, nhóm ${layer.group} của hồ sơ quy hoạch điện tử`,
      en: `Layer ${layer.layer} of group ${layer.group} of the electronic planning dossier`,
    },
    geometry: layer.geometry,
    optionalGeometry: false,
    stages: [layer.part === 'existing' ? 'existing' : 'planned'],
    accuracy: null,
    statuses,
    source: { vi: 'Hồ sơ quy hoạch', en: 'Planning dossier' },
    disclosure: 'internal',
    release: withheld.test(layer.layer) ? 'by-document' : 'register',
    copy: false,
    givenCodes: [],
    label: '{tenDoiTuong}',
    style: { colour: layer.part === 'existing' ? '#707070' : '#b03060' },
    dossier: [{ part: layer.part, layer: layer.layer }],
    certainty: layer.certainty ?? sure,
    fields: [...fields],
  }
}

function fieldOf({ name, length, meaning }: z.infer<typeof attributeRow>): Field {
  return {
    key: name,
    name: meaning,
    type: 'text',
    length,
    codes: null,
    // The circular makes the column mandatory; a cell that a plan leaves empty is listed, not refused.
    required: false,
    queryable: name === 'maDoiTuong' || name === 'phanLoai',
  }
}
