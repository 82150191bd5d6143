import type { FieldType, PropertyValue } from '../model.ts'

/** A value as SQLite hands it over, integers whole. */
export type Cell = string | number | bigint | Uint8Array | null

const types: readonly (readonly [RegExp, FieldType])[] = [
  [/^bool/i, 'boolean'],
  [/^(tiny|small|medium)int/i, 'integer'],
  [/^int/i, 'integer64'],
  [/^(double|float|real|numeric|decimal)/i, 'real'],
  [/^date$/i, 'day'],
  [/^datetime/i, 'instant'],
  [/^blob/i, 'bytes'],
]

/** The field's type of a column declared as in OGC 12-128, table 1. */
export function typeOfColumn(declared: string, mime: string | undefined): FieldType {
  if (mime === 'application/json') return 'json'
  return types.find(([pattern]) => pattern.test(declared))?.[1] ?? 'text'
}

/** A cell as a property; text of old fonts goes through `decode`. */
export function valueOfCell(
  cell: Cell,
  type: FieldType,
  decode: (text: string | Uint8Array) => string,
): PropertyValue {
  if (cell === null) return null
  if (type === 'bytes' && cell instanceof Uint8Array) return Buffer.from(cell).toString('base64')
  if (cell instanceof Uint8Array || typeof cell === 'string') return decode(cell)
  if (type === 'boolean') return Number(cell) !== 0
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  const number = Number(cell)
  return Number.isSafeInteger(number) ? number : String(cell)
}
