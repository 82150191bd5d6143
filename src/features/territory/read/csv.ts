/**
 * Cells of a table with commas, quotes doubled inside quotes (RFC 4180). A byte order mark and lines without any
 * text are left out; a quote that is never closed makes the rest one cell, whose row then has too few.
 */
export function csvRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some((each) => each.trim() !== '')) rows.push(row)
    row = []
  }
  const clean = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  for (let i = 0; i < clean.length; i++) {
    const character = clean.charAt(i)
    if (quoted && character === '"' && clean.charAt(i + 1) === '"') cell += clean.charAt(i++)
    else if (character === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && character === ',') endCell()
    else if (!quoted && character === '\n') endRow()
    else cell += character
  }
  endRow()
  return rows
}
