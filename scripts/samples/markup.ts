/** The parts of a document's source, as `word.ts` lays them out. */
export type Block =
  | {
      readonly kind: 'paragraph'
      readonly style: 'body' | 'centre' | 'left' | 'bullet'
      readonly text: string
    }
  | { readonly kind: 'numbered'; readonly list: number; readonly level: number; readonly text: string }
  | { readonly kind: 'columns'; readonly align: 'centre' | 'left'; readonly sides: readonly string[][] }
  | {
      readonly kind: 'table'
      readonly headers: number
      /** Without drawn lines: the columns stand apart by white space alone. */
      readonly bare: boolean
      readonly widths: readonly number[]
      readonly rows: readonly string[][]
    }
  | { readonly kind: 'page'; readonly landscape: boolean }

export interface Source {
  readonly format: 'docx' | 'pdf'
  readonly pageNumbers: boolean
  /** Whether the text of a scan of it is a sample too. */
  readonly scanned: boolean
  /** The scheme of each list used, in order; a new list starts again at one. */
  readonly lists: readonly string[]
  readonly blocks: readonly Block[]
}

/**
 * Reads a source. A line is a paragraph: `^` centred, `<` at the left, `*` a bullet, `#2` a number of that level set by Word itself.
 * `@columns … || … @end` is the head or foot of a document in two columns; `@table N W… … @end` a table with N header rows and columns of these widths in percent,
 * in which `^^` joins a cell to the one above, `<<` to the one before, and `<br>` starts a new paragraph; `@grid` is a table without lines. `@page` and `@page landscape` begin a section.
 */
export function parseSource(text: string): Source {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const source = {
    format: 'docx' as 'docx' | 'pdf',
    pageNumbers: false,
    scanned: false,
    lists: [] as string[],
    blocks: [] as Block[],
  }
  for (let at = 0; at < lines.length; at++) {
    const [command = '', ...args] = (lines[at] ?? '').split(' ')
    const inner = () => {
      const end = lines.indexOf('@end', at)
      const found = lines.slice(at + 1, end)
      at = end
      return found
    }
    if (command === '@format') source.format = args[0] === 'pdf' ? 'pdf' : 'docx'
    else if (command === '@pagenumbers') source.pageNumbers = true
    else if (command === '@scanned') source.scanned = true
    else if (command === '@numbering') source.lists.push(args[0] ?? 'state')
    else if (command === '@page') source.blocks.push({ kind: 'page', landscape: args[0] === 'landscape' })
    else if (command === '@columns')
      source.blocks.push({
        kind: 'columns',
        align: args[0] === 'left' ? 'left' : 'centre',
        sides: sides(inner()),
      })
    else if (command === '@table' || command === '@grid')
      source.blocks.push({
        kind: 'table',
        bare: command === '@grid',
        headers: Number(args[0]),
        widths: args.slice(1).map(Number),
        rows: inner().map(cells),
      })
    else source.blocks.push(paragraph(lines[at] ?? '', source.lists.length - 1))
  }
  return source
}

function sides(lines: readonly string[]): string[][] {
  const middle = lines.indexOf('||')
  return [lines.slice(0, middle), lines.slice(middle + 1)]
}

function cells(line: string): string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim())
}

function paragraph(line: string, list: number): Block {
  const numbered = /^#(\d) (.*)$/.exec(line)
  if (numbered) return { kind: 'numbered', list, level: Number(numbered[1]) - 1, text: numbered[2] ?? '' }
  const styles = { '^': 'centre', '<': 'left', '*': 'bullet' } as const
  const mark = /^([\^<*]) (.*)$/.exec(line)
  if (!mark) return { kind: 'paragraph', style: 'body', text: line }
  return { kind: 'paragraph', style: styles[mark[1] as keyof typeof styles], text: mark[2] ?? '' }
}
