import { parseDay } from '../../../domain/day.ts'
import type { Column, Law, Parameter, Reading, Row } from '../model.ts'
import { certaintySchema, type ParameterFile } from '../model/file.ts'
import type { Complain } from './yaml-file.ts'

/** What a parameter may name. */
export type Known = Pick<Law, 'sets' | 'units' | 'documents'>

/** Looks at what the schema of one file cannot see; false where something is wrong. */
export function checkParameter(
  parameter: Parameter,
  file: ParameterFile,
  known: Known,
  complain: Complain,
): boolean {
  let right = true
  const fault: Complain = (...told) => {
    right = false
    complain(...told)
  }
  const set = parameter.id.split('/')[0] ?? ''
  if (!known.sets.has(set)) fault('law-set', [], { set })
  if (parameter.unit !== null && !known.units.has(parameter.unit))
    fault('law-unit', ['unit'], { unit: parameter.unit })
  if (parameter.entries.length === 0) fault('law-key-missing', ['values'])
  checkColumns(parameter, known, fault)
  checkDays(parameter, fault)
  if (!right) return false
  for (const entry of parameter.entries) {
    const at = ['values', entry.from]
    const retroactive = file.values[entry.from]?.retroactive === true
    for (const [index, reading] of entry.readings.entries()) {
      const last = index === entry.readings.length - 1
      const place = last ? at : [...at, 'earlier', index]
      checkReading(parameter, reading, place, fault)
      checkDocument(reading, entry.from, { known, retroactive, place }, fault)
    }
  }
  checkEnds(parameter, known, fault)
  return right
}

function checkColumns({ columns, key }: Parameter, { units }: Known, fault: Complain): void {
  for (const [name, { unit }] of Object.entries(columns))
    if (unit !== undefined && !units.has(unit)) fault('law-unit', ['columns', name, 'unit'], { unit })
  for (const name of key) if (!columns[name]) fault('law-column', ['key'], { column: name })
}

function checkDays({ entries }: Parameter, fault: Complain): void {
  for (const { from, readings, checked } of entries) {
    const days = [
      [from, []],
      ...readings.map(({ recorded }) => [recorded, ['recorded']] as const),
      ...(checked ? [[checked.on, ['checked', 'on']] as const] : []),
    ] as const
    for (const [day, path] of days) if (!parseDay(day)) fault('law-day', ['values', from, ...path], { day })
    for (const [index, { recorded }] of readings.entries())
      if (index > 0 && recorded <= (readings[index - 1]?.recorded ?? ''))
        fault('law-recorded-order', ['values', from, 'earlier'], { day: recorded })
  }
}

type Path = readonly (string | number)[]

function checkReading(
  { kind, columns, key }: Parameter,
  reading: Reading,
  path: Path,
  fault: Complain,
): void {
  if (reading.state === 'unknown' && reading.lookUp === null) fault('law-look-up', [...path, 'lookUp'])
  if (kind !== 'table' || !Array.isArray(reading.value)) return
  const seen = new Set<string>()
  for (const [index, row] of (reading.value as readonly Row[]).entries()) {
    const place = [...path, 'value', index]
    checkRow(row, columns, place, fault)
    const name = key.map((column) => JSON.stringify(row[column])).join(' ')
    if (seen.has(name)) fault('law-row-twice', place, { row: name })
    seen.add(name)
  }
}

/** Cells that any row may have: its own certainty where it differs from the table's, its article, a remark. */
const ownCells = new Set(['certainty', 'article', 'note'])

function checkRow(row: Row, columns: Readonly<Record<string, Column>>, place: Path, fault: Complain): void {
  for (const [name, column] of Object.entries(columns)) {
    const cell = row[name]
    if (cell === undefined && column.optional !== true) fault('law-key-missing', [...place, name])
    if (cell !== undefined && !fits(cell, column)) fault('law-cell', [...place, name], { kind: column.kind })
  }
  for (const name of Object.keys(row))
    if (!columns[name] && !ownCells.has(name)) fault('law-column', [...place, name], { column: name })
  const { certainty } = row
  if (certainty !== undefined && !certaintySchema.safeParse(certainty).success)
    fault('law-certainty', [...place, 'certainty'])
}

function fits(cell: Row[string], { kind, codes }: Column): boolean {
  const coded = (text: string) => codes === undefined || codes.includes(text)
  switch (kind) {
    case 'text':
      return typeof cell === 'string' && coded(cell)
    case 'number':
      return typeof cell === 'number' && Number.isFinite(cell)
    case 'flag':
      return typeof cell === 'boolean'
    case 'day':
      return typeof cell === 'string' && parseDay(cell) !== null
    case 'colour':
      return typeof cell === 'string' && /^#[0-9A-F]{6}$/.test(cell)
    case 'words':
      return typeof cell === 'object' && 'vi' in cell
    case 'list':
      return Array.isArray(cell) && cell.every(coded)
  }
}

interface Within {
  readonly known: Known
  readonly retroactive: boolean
  readonly place: Path
}

function checkDocument({ document }: Reading, from: string, within: Within, fault: Complain): void {
  const { known, retroactive, place } = within
  const found = known.documents.get(document)
  if (!found) fault('law-document', [...place, 'reference', 'document'], { document })
  else if (from < found.from && !retroactive)
    fault('law-before-document', place, { document: found.number, from: found.from })
  else if (found.to !== null && from >= found.to)
    fault('law-after-document', place, { document: found.number, to: found.to })
}

/** Where a document ends, something must be said about what follows: a value, `null` or `unknown`. */
function checkEnds({ entries }: Parameter, { documents }: Known, fault: Complain): void {
  for (const [index, { from, readings }] of entries.entries()) {
    const reading = readings.at(-1)
    const document = documents.get(reading?.document ?? '')
    const next = entries[index + 1]?.from
    if (reading && reading.state !== 'repealed' && document?.to && (next === undefined || next > document.to))
      fault('law-outlives-document', ['values', from], { document: document.number, to: document.to })
  }
}
