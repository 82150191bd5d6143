/** What a cell of a table may hold. */
export type CsvCell = string | number | null

/**
 * A table as CSV (RFC 4180) that Excel opens by a double click: with a byte order mark, so that Vietnamese comes
 * out right, and no cell that it would take for a formula.
 */
export function csv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(cell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
