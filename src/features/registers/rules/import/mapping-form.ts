import type {
  ColumnMapping,
  CrsMapping,
  GroupMapping,
  LayerMapping,
  Mapping,
} from '../../model/import/mapping.ts'
import { sameTable, uses } from '../../model/import/mapping.ts'
import type { ImportOptions } from '../../model/import/run.ts'

/** Names of the fields of a mapping's form; columns that are left out stand behind those that are taken. */
export const fieldNames = {
  crs: (layer: number) => `${layer}-he`,
  table: (layer: number) => `${layer}-bang`,
  operation: (layer: number) => `${layer}-phep`,
  column: (layer: number, column: number) => `${layer}-cot-${column}`,
  use: (layer: number, group: number) => `${layer}-dung-${group}`,
  code: (layer: number, group: number) => `${layer}-ma-${group}`,
  stage: 'giai-doan',
  tolerance: 'dung-sai',
  closeRings: 'khep-vong',
  turn: (layer: number) => `${layer}-dao`,
}

/** Groups of a layer that a form shows: a drawing may have thousands, most of them alike. */
export const mostGroups = 200

export type Reading = Pick<CrsMapping, 'id' | 'axes' | 'prefix'>

/** A way of reading coordinates as one word, for an option of a form. */
export const readingText = ({ id, axes, prefix }: Reading): string => `${id ?? ''}|${axes}|${prefix}`

export function readingOf(text: string): Reading | null {
  const [id = '', axes, prefix] = text.split('|')
  if (axes !== 'xy' && axes !== 'yx') return null
  const number = Number(prefix)
  return Number.isInteger(number) && number >= 0 ? { id: id === '' ? null : id, axes, prefix: number } : null
}

export interface MappingFault {
  readonly field: string
  readonly found: string
}

/** What the form may choose from. */
export interface MappingChoices {
  /** Ids of reference systems, each with whether it hangs on the datum of the record. */
  readonly systems: ReadonlyMap<string, { readonly sameDatum: boolean }>
  readonly operations: ReadonlySet<string>
  /** The operation where nobody names one. */
  readonly usual: string
  readonly fields: ReadonlySet<string>
}

type Given = (name: string) => string

const given = { vi: 'do người nhập chọn', en: 'chosen by the importer' }

/** The mapping as a form changes it. What was not changed keeps its reason; what was says that a person chose it. */
export function mappingFrom(
  mapping: Mapping,
  entered: Given,
  choices: MappingChoices,
): { readonly mapping: Mapping } | { readonly fault: MappingFault } {
  const written = entered(fieldNames.tolerance)
  const tolerance = written === '' ? mapping.tolerance : Number(written.replace(',', '.'))
  if (!(tolerance > 0 && tolerance < 100)) return { fault: { field: fieldNames.tolerance, found: written } }
  const ring = entered(fieldNames.closeRings)
  const closeRings = ring === '' ? null : Number(ring.replace(',', '.'))
  if (closeRings !== null && !(closeRings > 0 && closeRings < 1000))
    return { fault: { field: fieldNames.closeRings, found: ring } }
  const stage = entered(fieldNames.stage)
  return {
    mapping: {
      ...mapping,
      tolerance,
      closeRings,
      toleranceReason: tolerance === mapping.tolerance ? mapping.toleranceReason : given,
      stage: stage === 'existing' || stage === 'planned' ? stage : mapping.stage,
      layers: mapping.layers.map((layer, i) => ({
        ...layer,
        ...columnsFrom(layer, i, entered, choices),
        turn: turned(entered(fieldNames.turn(i)), layer.turn),
        crs: crsFrom(layer.crs, i, entered, choices),
        groups: layer.groups.map((group, j) => groupFrom(group, [i, j], entered)),
      })),
    },
  }
}

/**
 * The coordinate tables that a form reads another way than the mapping does, by layer; null where none is. What else
 * the form says is of the columns that were left before, so it is proposed anew.
 */
export function tablesFrom({ layers }: Mapping, entered: Given): ImportOptions['tables'] | null {
  const changed = layers.flatMap(({ layer, table, tableWays }, i) => {
    const written = entered(fieldNames.table(i))
    const way = written === '' ? undefined : tableWays[Number(written)]
    return way && !sameTable(way.choice, table) ? [[layer, way.choice] as const] : []
  })
  return changed.length === 0 ? null : Object.fromEntries(changed)
}

const turned = (text: string, now: boolean) => (text === 'co' ? true : text === 'khong' ? false : now)

function crsFrom(crs: CrsMapping, i: number, entered: Given, choices: MappingChoices): CrsMapping {
  const reading = readingOf(entered(fieldNames.crs(i)))
  const system = reading?.id === null || !reading ? undefined : choices.systems.get(reading.id)
  const now = reading && system ? reading : crs
  // Still to be chosen: an operation alone says nothing.
  if (now.id === null) return crs
  const wanted = entered(fieldNames.operation(i))
  const same = choices.systems.get(now.id)?.sameDatum === true
  const operation = same ? null : choices.operations.has(wanted) ? wanted : (crs.operation ?? choices.usual)
  if (readingText(now) === readingText(crs) && operation === crs.operation) return crs
  const { id, axes, prefix } = now
  return { ...crs, id, axes, prefix, operation, sureness: 'given', reason: given }
}

type Columns = Pick<LayerMapping, 'columns' | 'leftColumns'>

/** Columns that hold personal data are not asked for, and not taken whatever is sent. */
function columnsFrom(layer: LayerMapping, i: number, entered: Given, { fields }: MappingChoices): Columns {
  const columns: ColumnMapping[] = []
  const leftColumns: LayerMapping['leftColumns'] = []
  const wanted = (index: number, otherwise: string) => {
    const name = entered(fieldNames.column(i, index))
    return name === '-' ? '' : fields.has(name) ? name : otherwise
  }
  for (const [index, column] of layer.columns.entries()) {
    const to = wanted(index, column.to)
    if (to === column.to) columns.push(column)
    else if (to === '') leftColumns.push({ column: column.from, personal: false, reason: given })
    else columns.push(chosenColumn(column.from, to, column.decimals))
  }
  for (const [index, left] of layer.leftColumns.entries()) {
    const to = left.personal ? '' : wanted(layer.columns.length + index, '')
    if (to === '') leftColumns.push(left)
    else columns.push(chosenColumn(left.column, to, null))
  }
  return { columns, leftColumns }
}

const chosenColumn = (from: string, to: string, decimals: ColumnMapping['decimals']): ColumnMapping => ({
  from,
  to,
  decimals,
  sureness: 'given',
  reason: given,
})

function groupFrom(
  group: GroupMapping,
  [i, j]: readonly [layer: number, group: number],
  entered: Given,
): GroupMapping {
  const use = uses.find((one) => one === entered(fieldNames.use(i, j))) ?? group.use
  const written = entered(fieldNames.code(i, j))
  const code = written === '' ? group.code : written === '-' ? null : written
  if (use === group.use && code === group.code) return group
  return { ...group, use, code, sureness: 'given', reason: given, choices: [] }
}
