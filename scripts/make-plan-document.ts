// Makes towns/<town>/plan.docx, in the Party's layout, from towns/<town>/plan.md: node scripts/make-plan-document.ts duc-pho
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  AlignmentType,
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx'
import { steadyFile } from '../src/platform/formats/steady.ts'
import { root } from './process.ts'

const directing = 'Ban Thường vụ Thị ủy'
const implementing = 'Ủy ban nhân dân thị xã và các cơ quan, đơn vị liên quan'
const standing = 'Thường xuyên'
type Align = (typeof AlignmentType)[keyof typeof AlignmentType]

/** Text with `**bold**`, `*italic*`, `^raised^` and `[^n]` footnote marks as Word runs. */
function runs(text: string, bold = false): ParagraphChild[] {
  return text
    .split(/(\*\*.+?\*\*|\*.+?\*|\^.+?\^|\[\^\d+\])/)
    .filter((part) => part !== '')
    .map((part) => {
      const note = /^\[\^(\d+)\]$/.exec(part)?.[1]
      if (note) return new FootnoteReferenceRun(Number(note))
      if (part.startsWith('**')) return new TextRun({ text: part.slice(2, -2), bold: true })
      if (part.startsWith('*')) return new TextRun({ text: part.slice(1, -1), italics: true, bold })
      if (part.startsWith('^')) return new TextRun({ text: part.slice(1, -1), superScript: true, bold })
      return new TextRun({ text: part, bold })
    })
}

const line = (text: string, options: { bold?: boolean; align?: Align; indent?: boolean } = {}) =>
  new Paragraph({
    children: runs(text, options.bold),
    alignment: options.align ?? AlignmentType.JUSTIFIED,
    spacing: { before: 120, line: 360 },
    ...(options.indent === false ? {} : { indent: { firstLine: 567 } }),
  })

const centred = (text: string, bold = false) =>
  line(text, { align: AlignmentType.CENTER, indent: false, bold })

/** Two columns without lines: the head and the foot of a Vietnamese document. */
function columns(left: Paragraph[], right: Paragraph[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
  const cell = (children: Paragraph[]) =>
    new TableCell({ children, width: { size: 50, type: WidthType.PERCENTAGE } })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [new TableRow({ children: [cell(left), cell(right)] })],
  })
}

function task(text: string): Paragraph[] {
  const [head = '', body = '', ...rest] = text.split(' | ')
  const given = (name: string) => rest.find((part) => part.startsWith(`${name}: `))?.slice(name.length + 2)
  return [
    line(`${head}- ${body}`),
    line(`- *Cơ quan chỉ đạo:* ${directing}.`),
    line(`- *Cơ quan tham mưu, thực hiện:* ${given('implementing') ?? implementing}.`),
    line(`- *Thời gian thực hiện:* ${given('time') ?? standing}.`),
  ]
}

function paragraphs(text: string): Paragraph[] {
  if (text.startsWith('!notice ')) return [centred(`**${text.slice(8)}**`)]
  if (/^!(kind|title) /.test(text)) return [centred(text.replace(/^!\w+ /, ''), true)]
  if (text.startsWith('# ')) return [line(text.slice(2), { bold: true })]
  if (text.startsWith('## ')) return [line(text.slice(3), { bold: true })]
  if (text.startsWith('%task ')) return task(text.slice(6))
  return [line(text)]
}

/** Word's file for a plan written as marked text. */
export async function planDocument(source: string): Promise<Uint8Array> {
  const texts = source.split('\n').filter((text) => text !== '' && !text.startsWith('<!--'))
  const taken = (mark: string) =>
    texts.filter((text) => text.startsWith(`!${mark} `)).map((text) => text.slice(mark.length + 2))
  const notes: Record<string, { children: Paragraph[] }> = {}
  for (const text of texts) {
    const [, no, note] = /^\[\^(\d+)\]: (.*)$/.exec(text) ?? []
    if (no && note) (notes[no] ??= { children: [] }).children.push(new Paragraph({ children: runs(note) }))
  }
  const body = texts.filter((text) => !/^(!(left|right|recipients|sign) |\[\^\d+\]: )/.test(text))
  const document = new Document({
    creator: 'dothi',
    title: 'Kế hoạch minh họa',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    footnotes: notes,
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1701, right: 850 } } },
        children: [
          columns(
            taken('left').map((t) => centred(t, t !== '*')),
            taken('right').map((t) => centred(t, true)),
          ),
          ...body.flatMap(paragraphs),
          columns(
            [
              line('Nơi nhận:', { align: AlignmentType.LEFT, indent: false }),
              ...taken('recipients').map((t) => line(`- ${t}`, { align: AlignmentType.LEFT, indent: false })),
            ],
            taken('sign').map((t, i) => centred(t, i === 0)),
          ),
        ],
      },
    ],
  })
  return steadyFile(await Packer.toBuffer(document))
}

if (import.meta.main) {
  const folder = join(root, 'towns', process.argv[2] ?? 'duc-pho')
  const source = await readFile(join(folder, 'plan.md'), 'utf8')
  await writeFile(join(folder, 'plan.docx'), await planDocument(source))
}
