import type { Header } from './headers.ts'
import type { TableCell } from './numbers.ts'

/** `m`, `(m²)`, `[ha]`, `độ`: what a column is measured in. */
const unit =
  /^[([]?\s*(mm|cm|dm|m|km|m2|m²|m3|m³|m3\/ngđ|ha|km2|km²|%|‰|độ|do|deg|degrees?|°|lần|tầng|người|ng|hộ|căn|cái|năm|ngày|đồng|triệu đồng|tỷ đồng|kg|tấn|l|lít|mg\/l|°c|kv|kva|kw)\s*[)\]]?$/iu
/** `(1)`, `(2)`: numbers of columns, as tables of Vietnamese papers have them below their heads. */
const ordinal = /^\(\s*\d{1,2}\s*\)$/

const text = (cell: TableCell | undefined) => (typeof cell === 'string' ? cell.trim() : '')

interface Units {
  readonly header: Header
  /** What stood in the row; null where the row below the head is one like the others. */
  readonly units: string | null
}

/** A row of units or of column numbers below the head is no entry: units join the names, so that hectares are told. */
export function unitsRow(header: Header, rows: readonly (readonly TableCell[])[]): Units {
  const row = header.row < 0 ? undefined : rows[header.row + 1]
  const filled = row?.filter((cell) => cell !== null && text(cell) !== '‒' && text(cell) !== '-') ?? []
  const isOf = (pattern: RegExp) => filled.every((cell) => pattern.test(text(cell)))
  if (!row || filled.length === 0 || !(isOf(unit) || isOf(ordinal))) return { header, units: null }
  const names = header.names.map((name, i) => (unit.test(text(row[i])) ? withUnit(name, text(row[i])) : name))
  return { header: { ...header, names }, units: filled.map(text).join('; ').slice(0, 80) }
}

function withUnit(name: string, written: string): string {
  const bare = written.replaceAll(/[()[\]]/g, '').trim()
  return name.includes(`(${bare})`) ? name : `${name} (${bare})`
}
