/** What a cell of a table may hold. */
export type CsvCell = string | number | null

/**
 * A table as CSV (RFC 4180) for programs, and for Excel where the machine parts lists by commas: with a byte order
 * mark, so that Vietnamese comes out right, and no cell that it would take for a formula. A machine set to
 * Vietnamese parts them by `;` and no one file is right for both, so a reader with Excel is given the workbook; a
 * cell with `;` stands in quotes, so that a reader told the wrong mark sees whole rows and not shreds.
 */
export function csv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(cell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
