import {
  AlignmentType,
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
  type ILevelsOptions,
  type ParagraphChild,
} from 'docx'
import { steadyFile } from '../../src/platform/formats/steady.ts'
import type { Block, Source } from './markup.ts'

const { UPPER_ROMAN, DECIMAL, LOWER_LETTER, BULLET } = LevelFormat
type Level = readonly [(typeof LevelFormat)[keyof typeof LevelFormat], string]

/** The ways in which offices number: by Nghị định 30/2020, by the Party's guide, and by articles. */
const schemes: Readonly<Record<string, readonly Level[]>> = {
  state: [
    [UPPER_ROMAN, '%1.'],
    [DECIMAL, '%2.'],
    [DECIMAL, '%2.%3.'],
    [LOWER_LETTER, '%4)'],
  ],
  party: [
    [UPPER_ROMAN, '%1-'],
    [DECIMAL, '%2-'],
    [DECIMAL, '%2.%3-'],
    [LOWER_LETTER, '%4)'],
  ],
  article: [
    [DECIMAL, 'Điều %1.'],
    [DECIMAL, '%2.'],
    [LOWER_LETTER, '%3)'],
  ],
  plain: [
    [DECIMAL, '%1.'],
    [LOWER_LETTER, '%2)'],
  ],
  bullet: [[BULLET, '-']],
}

type Footnotes = Paragraph[]
/** What stands on a page. */
type Laid = Exclude<Block, { kind: 'page' }>

/** A source as the bytes of a Word file. */
export async function wordFile(source: Source): Promise<Uint8Array> {
  const footnotes: Footnotes = []
  const header = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  })
  const sections = pages(source.blocks).map(({ landscape, blocks }) => ({
    ...(source.pageNumbers ? { headers: { default: header } } : {}),
    properties: {
      page: {
        size: { orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: 1134, bottom: 1134, left: 1700, right: 1134 },
      },
    },
    children: blocks.map((block) => element(block, source, footnotes)),
  }))
  const document = new Document({
    styles: { default: { document: { run: { font: 'Liberation Serif', size: 26 } } } },
    numbering: {
      config: Object.entries(schemes).map(([reference, scheme]) => ({ reference, levels: levels(scheme) })),
    },
    footnotes: Object.fromEntries(footnotes.map((note, at) => [at + 1, { children: [note] }])),
    sections,
  })
  return steadyFile(new Uint8Array(await Packer.toBuffer(document)))
}

/** Parts of a document that each begin on a page of their own. */
function pages(blocks: readonly Block[]): { landscape: boolean; blocks: Laid[] }[] {
  const found: { landscape: boolean; blocks: Laid[] }[] = [{ landscape: false, blocks: [] }]
  for (const block of blocks)
    if (block.kind === 'page') found.push({ landscape: block.landscape, blocks: [] })
    else found.at(-1)?.blocks.push(block)
  return found
}

function levels(scheme: readonly Level[]): ILevelsOptions[] {
  return scheme.map(([format, text], level) => ({
    level,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 0, firstLine: 567 } } },
  }))
}

function element(block: Laid, source: Source, footnotes: Footnotes): Paragraph | Table {
  switch (block.kind) {
    case 'columns':
      return columns(block, footnotes)
    case 'table':
      return table(block, footnotes)
    case 'numbered':
      return new Paragraph({
        numbering: {
          reference: source.lists[block.list] ?? 'state',
          level: block.level,
          instance: block.list,
        },
        alignment: AlignmentType.JUSTIFIED,
        children: runs(block.text, footnotes),
      })
    case 'paragraph':
      return new Paragraph({
        ...(block.style === 'bullet' ? { numbering: { reference: 'bullet', level: 0 } } : {}),
        ...(block.style === 'body' ? { indent: { firstLine: 567 } } : {}),
        alignment: alignments[block.style],
        children: runs(block.text, footnotes),
      })
  }
}

const alignments = {
  body: AlignmentType.JUSTIFIED,
  bullet: AlignmentType.JUSTIFIED,
  centre: AlignmentType.CENTER,
  left: AlignmentType.LEFT,
} as const

/** `**bold**`, `*italic*`, `<br>` and `[^a footnote]` inside a paragraph. */
function runs(text: string, footnotes: Footnotes): ParagraphChild[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*|\[\^[^\]]+\])/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (part.startsWith('[^')) {
        footnotes.push(new Paragraph({ children: [new TextRun({ text: part.slice(2, -1), size: 20 })] }))
        return [new FootnoteReferenceRun(footnotes.length)]
      }
      if (part.startsWith('**')) return lines(part.slice(2, -2), { bold: true })
      if (part.startsWith('*')) return lines(part.slice(1, -1), { italics: true })
      return lines(part, {})
    })
}

function lines(text: string, look: { bold?: boolean; italics?: boolean }): TextRun[] {
  return text
    .split('<br>')
    .map((line, at) => new TextRun({ text: line, ...look, ...(at > 0 ? { break: 1 } : {}) }))
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borderless = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

function columns(block: Extract<Block, { kind: 'columns' }>, footnotes: Footnotes): Table {
  const children = block.sides.map(
    (side, at) =>
      new TableCell({
        width: { size: at === 0 ? 44 : 56, type: WidthType.PERCENTAGE },
        children: side.map(
          (line) =>
            new Paragraph({
              alignment: block.align === 'left' && at === 0 ? AlignmentType.LEFT : AlignmentType.CENTER,
              children: runs(line, footnotes),
            }),
        ),
      }),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: borderless,
    rows: [new TableRow({ children })],
  })
}

function table(block: Extract<Block, { kind: 'table' }>, footnotes: Footnotes): Table {
  const rows = block.rows.map(
    (row, at) =>
      new TableRow({
        tableHeader: at < block.headers,
        cantSplit: false,
        children: row.flatMap((text, column) => cell(block, at, column, text, footnotes)),
      }),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(block.bare ? { borders: borderless } : {}),
    rows,
  })
}

/** One cell; none where it is joined to the one before. */
function cell(
  { rows, widths }: Extract<Block, { kind: 'table' }>,
  at: number,
  column: number,
  text: string,
  footnotes: Footnotes,
): TableCell[] {
  if (text === '<<') return []
  const row = rows[at] ?? []
  const after = row.slice(column + 1).findIndex((next) => next !== '<<')
  const columnSpan = after < 0 ? row.length - column : after + 1
  const width = widths.slice(column, column + columnSpan).reduce((sum, part) => sum + part, 0)
  const below = rows[at + 1]?.[column] === '^^'
  const merge =
    text === '^^'
      ? { verticalMerge: VerticalMergeType.CONTINUE }
      : below
        ? { verticalMerge: VerticalMergeType.RESTART }
        : {}
  const paragraphs = (text === '^^' ? '' : text).split('<br>')
  return [
    new TableCell({
      columnSpan,
      ...(width > 0 ? { width: { size: width, type: WidthType.PERCENTAGE } } : {}),
      ...merge,
      children: paragraphs.map((line) => new Paragraph({ children: runs(line, footnotes) })),
    }),
  ]
}
