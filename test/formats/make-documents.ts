/**
 * Makes the Word and PDF files of `test/documents/formats/`, once, by hand: the PDFs need LibreOffice and a
 * font with Vietnamese letters, so they are kept beside the Word files they were printed from.
 * Run: node test/formats/make-documents.ts && soffice --headless --convert-to pdf --outdir test/documents/formats test/documents/formats/*.docx
 */
import { writeFile } from 'node:fs/promises'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
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
} from 'docx'

const font = { ascii: 'DejaVu Serif', hAnsi: 'DejaVu Serif', cs: 'DejaVu Serif' }
const styles = { default: { document: { run: { font, size: 22 } } } }
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const bare = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

const line = (text: string, more: { bold?: boolean; italics?: boolean; align?: 'center' | 'both' } = {}) =>
  new Paragraph({
    alignment:
      more.align === 'both'
        ? AlignmentType.JUSTIFIED
        : more.align === 'center'
          ? AlignmentType.CENTER
          : AlignmentType.LEFT,
    spacing: { after: more.align === 'both' ? 120 : 0 },
    indent: { firstLine: more.align === 'both' ? 560 : 0 },
    children: [new TextRun({ text, bold: more.bold ?? false, italics: more.italics ?? false })],
  })

const pair = (left: Paragraph[], right: Paragraph[]) =>
  new Table({
    width: { size: 9600, type: WidthType.DXA },
    columnWidths: [4000, 5600],
    borders: bare,
    rows: [
      new TableRow({
        children: [
          new TableCell({ width: { size: 4000, type: WidthType.DXA }, children: left }),
          new TableCell({ width: { size: 5600, type: WidthType.DXA }, children: right }),
        ],
      }),
    ],
  })

const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT] })],
    }),
  ],
})
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1134, bottom: 1134, left: 1701, right: 851 },
}
const center = { align: 'center' } as const
const body = { align: 'both' } as const

const filler = Array.from({ length: 9 }, (_, i) =>
  line(
    `${i + 2}. Tổ dân phố số ${i + 3} kiểm tra rãnh thoát nước trước ngày 15 hằng tháng, ghi vào sổ theo dõi của phường những đoạn bị bồi lấp, người phụ trách và thời hạn nạo vét; đoạn nào qua hai kỳ chưa làm xong thì báo cáo Ủy ban nhân dân phường để bố trí kinh phí, không để nước đọng gây ô nhiễm.`,
    body,
  ),
)

const prose = new Document({
  styles,
  footnotes: {
    1: {
      children: [
        line('Số liệu đo tháng 6 năm 2024 tại mười hai điểm.'),
        line('Cách đo theo hướng dẫn của thị xã.'),
      ],
    },
    2: { children: [line('Không tính cây trong vườn nhà ở.')] },
  },
  sections: [
    {
      properties: { page },
      footers: { default: footer },
      children: [
        pair(
          [
            line('ỦY BAN NHÂN DÂN', center),
            line('PHƯỜNG HÒA MINH', { ...center, bold: true }),
            line('Số: 45/KH-UBND', center),
          ],
          [
            line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...center, bold: true }),
            line('Độc lập - Tự do - Hạnh phúc', { ...center, bold: true }),
            line('Hòa Minh, ngày 03 tháng 02 năm 2025', { ...center, italics: true }),
          ],
        ),
        line(''),
        line('KẾ HOẠCH', { ...center, bold: true }),
        line('Chăm sóc cây xanh và khơi thông rãnh thoát nước năm 2025', { ...center, bold: true }),
        line(''),
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: 560 },
          children: [
            new TextRun('1. Diện tích cây xanh bình quân đạt khoảng 7,4m'),
            new TextRun({ text: '2', superScript: true }),
            new TextRun(' mỗi người vào năm 2025'),
            new FootnoteReferenceRun(1),
            new TextRun(', đến năm 2030 đạt trên 9m'),
            new TextRun({ text: '2', superScript: true }),
            new TextRun(' mỗi người'),
            new FootnoteReferenceRun(2),
            new TextRun('; cây chết được trồng thay trong ba mươi ngày kể từ khi tổ dân phố báo.'),
          ],
        }),
        ...filler,
        line(''),
        pair(
          [
            line('Nơi nhận:', { bold: true, italics: true }),
            line('- Ủy ban nhân dân thị xã (báo cáo);'),
            line('- Các tổ dân phố;'),
            line('- Lưu: VT.'),
          ],
          [
            line('TM. ỦY BAN NHÂN DÂN', { ...center, bold: true }),
            line('CHỦ TỊCH', { ...center, bold: true }),
            line('', center),
            line('Người Ký Thử', { ...center, bold: true }),
          ],
        ),
      ],
    },
  ],
})

const cell = (
  text: string,
  width: number,
  more: { span?: number; merge?: 'restart' | 'continue'; bold?: boolean } = {},
) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: more.span ?? 1,
    ...(more.merge
      ? { verticalMerge: more.merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
      : {}),
    children: [line(text, { bold: more.bold ?? false })],
  })
const widths = [900, 5400, 3000, 3000, 1800]
const [w0 = 0, w1 = 0, w2 = 0, w3 = 0, w4 = 0] = widths
const work = (no: number, time?: 'restart' | 'continue') =>
  new TableRow({
    cantSplit: true,
    children: [
      cell(String(no), w0),
      cell(
        `Lập danh sách cây cần chăm sóc trên tuyến đường số ${no}, gắn biển tên và giao hộ gia đình trông coi`,
        w1,
      ),
      cell('Ủy ban nhân dân phường', w2),
      cell('Các tổ dân phố; Đoàn thanh niên phường', w3),
      cell(time === 'continue' ? '' : 'Quý III/2025', w4, time ? { merge: time } : {}),
    ],
  })
const group = (text: string) => new TableRow({ children: [cell(text, 14100, { span: 5, bold: true })] })

const annex = new Document({
  styles,
  sections: [
    {
      properties: {
        page: { ...page, size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE } },
      },
      footers: { default: footer },
      children: [
        line('PHỤ LỤC', { ...center, bold: true }),
        line('Danh mục công việc năm 2025', { ...center, bold: true }),
        line(''),
        new Table({
          width: { size: 14100, type: WidthType.DXA },
          columnWidths: widths,
          rows: [
            new TableRow({
              tableHeader: true,
              children: [
                cell('TT', w0, { bold: true, merge: 'restart' }),
                cell('Nội dung công việc', w1, { bold: true, merge: 'restart' }),
                cell('Cơ quan', w2 + w3, { bold: true, span: 2 }),
                cell('Thời gian', w4, { bold: true, merge: 'restart' }),
              ],
            }),
            new TableRow({
              tableHeader: true,
              children: [
                cell('', w0, { merge: 'continue' }),
                cell('', w1, { merge: 'continue' }),
                cell('Chủ trì', w2, { bold: true }),
                cell('Phối hợp', w3, { bold: true }),
                cell('', w4, { merge: 'continue' }),
              ],
            }),
            group('I. Cây xanh'),
            work(1, 'restart'),
            work(2, 'continue'),
            work(3),
            group('II. Rãnh thoát nước'),
            ...Array.from({ length: 9 }, (_, i) => work(i + 4)),
          ],
        }),
      ],
    },
  ],
})

for (const [name, document] of [
  ['ke-hoach', prose],
  ['phu-luc', annex],
] as const)
  await writeFile(
    new URL(`../documents/formats/${name}.docx`, import.meta.url),
    await Packer.toBuffer(document),
  )
