import type { Block, Paragraph, SourceText, Table } from '../../src/domain/source-text.ts'

export const textAt = (source: SourceText, block: { readonly at: readonly [number, number] }): string =>
  source.text.slice(...block.at)

export const paragraphs = (source: SourceText): Paragraph[] =>
  source.blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
export const tables = (source: SourceText): Table[] =>
  source.blocks.filter((block): block is Table => block.kind === 'table')
export const texts = (source: SourceText): string[] =>
  paragraphs(source).map((block) => textAt(source, block))

/** A table's cells as `text`, or `text[2x3]` where one covers several columns and rows. */
export const grid = (source: SourceText, table: Table | undefined): string[][] =>
  (table?.rows ?? []).map((row) =>
    row.cells.map((cell) => {
      const text = cell.paragraphs.map((found) => textAt(source, found)).join(' / ')
      return cell.columnSpan + cell.rowSpan === 2 ? text : `${text}[${cell.columnSpan}x${cell.rowSpan}]`
    }),
  )

/** What every reading owes its readers, as sentences on what is wrong; empty where all is well. */
export function placeFaults(source: SourceText): string[] {
  const faults: string[] = source.text === source.text.normalize('NFC') ? [] : ['text is not NFC']
  let last = 0
  for (const block of source.blocks) {
    if (block.at[0] < last) faults.push(`${block.kind} at ${block.at[0]} begins before ${last}`)
    last = block.at[1]
    faults.push(...(block.kind === 'table' ? cellFaults(source, block) : paragraphFaults(source, block)))
  }
  return last > source.text.length ? [...faults, 'a block ends after the text'] : faults
}

function paragraphFaults(source: SourceText, block: Paragraph): string[] {
  const text = textAt(source, block)
  const label = block.label
  return [
    ...(text.trim() === text && text !== '' ? [] : [`blanks round ${JSON.stringify(text)}`]),
    ...(text.includes('\n') ? [`a line end within ${JSON.stringify(text)}`] : []),
    ...(label === null || (label[0] === block.at[0] && label[1] <= block.at[1])
      ? []
      : ['label outside its block']),
  ]
}

function cellFaults(source: SourceText, table: Block & { kind: 'table' }): string[] {
  const cells = table.rows.flatMap((row) => row.cells)
  const inside = cells.flatMap((cell) => cell.paragraphs)
  return [
    ...inside.flatMap((found) => paragraphFaults(source, found)),
    ...inside
      .filter((f) => f.at[0] < table.at[0] || f.at[1] > table.at[1])
      .map(() => 'a cell outside its table'),
  ]
}
