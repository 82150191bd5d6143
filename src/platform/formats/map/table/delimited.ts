import type { TableCell } from './numbers.ts'

const marks = ['\t', ';', '|', ','] as const

/** Rows of delimited text (RFC 4180 with any mark). Text set out by blanks is parted at two or more of them. */
export function rowsOf(text: string): TableCell[][] {
  const body = text.replace(/^\uFEFF/, '')
  const named = /^sep=(.)\r?\n/i.exec(body)
  const mark = named?.[1] ?? markOf(body)
  const rest = named ? body.slice(named[0].length) : body
  if (mark !== undefined) return parted(rest, mark)
  return rest.split(/\r\n|\r|\n/).map((line) =>
    line
      .trim()
      .split(/\s{2,}|(?<=\d)\s+(?=\d)/)
      .map(cellOf),
  )
}

/** The mark that parts most lines into the same number of cells, two at least. A decimal comma does that too: last. */
function markOf(text: string): string | undefined {
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200)
  // `1633280,586  578424,605`: commas within numbers, blanks between them.
  const decimals =
    lines.every((line) => !/(^|\D),|,(\D|$)/.test(line)) && lines.some((line) => /\d\s+\d/.test(line))
  const possible = marks.filter((mark) => mark !== ',' || !decimals)
  const scores = possible.map((mark) => {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const cells = parted(line, mark)[0]?.length ?? 1
      if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1)
    }
    return { mark, share: Math.max(0, ...counts.values()) / Math.max(1, lines.length) }
  })
  return scores.find(({ share }) => share >= 0.5)?.mark ?? scores.find(({ share }) => share > 0.2)?.mark
}

function parted(text: string, mark: string): TableCell[][] {
  const rows: TableCell[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (sign === mark || sign === '\n') {
      rows.at(-1)!.push(cellOf(cell.replace(/\r$/, '')))
      cell = ''
      if (sign === '\n') rows.push([])
    } else cell += sign
  }
  if (cell !== '' || rows.at(-1)!.length > 0) rows.at(-1)!.push(cellOf(cell.replace(/\r$/, '')))
  else rows.pop()
  return rows
}

const cellOf = (text: string): TableCell => (text.trim() === '' ? null : text.trim().normalize('NFC'))
