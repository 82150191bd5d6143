import type { Strand } from '../../../domain/strand.ts'
import type { ReadRow, ReadTable } from '../../documents/model.ts'
import { strandYears } from './table-years.ts'
import { draftsOf, type Draft } from './target-drafts.ts'
import { plain } from './plain.ts'
import { quantitiesIn } from './quantities.ts'
import { classesIn } from './standards.ts'
import type { StatedValue } from './target-line.ts'

interface Columns {
  readonly name: number
  readonly unit: number
  readonly values: readonly {
    readonly column: number
    readonly year: number | null
    readonly baseline: boolean
    /** "2030 (%)": the unit in the heading. */
    readonly unit: string | null
  }[]
}

/** A caption names the day of the document that it belongs to; the table is of another year. */
const day = /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|ngày[\s\d]+tháng[\s\d]+năm\s+\d{4}/giu

/** The targets of a table "Chỉ tiêu | Đơn vị | Hiện trạng 2024 | 2025 | 2030"; none where it lists something else. */
export function tableTargets(
  table: ReadTable,
  clause: string | null,
  line: number,
  issued: number | null,
): Draft[] {
  const columns = columnsOf(table, issued)
  if (!columns) return []
  return table.rows.flatMap((row) => (row.group ? [] : draftsOf(valuesOf(row, columns), clause, line)))
}

function columnsOf({ header, caption }: ReadTable, issued: number | null): Columns | null {
  const names = header.map((cell) => plain(cell.tidy().text))
  const name = names.findIndex(
    (text) => /chi tieu|tieu chi|muc tieu|ten chi so/.test(text) && !/\d{4}/.test(text),
  )
  if (name < 0) return null
  const unit = names.findIndex((text) => /^(?:don vi|dvt|đvt|don vi tinh|d\.?v\.?t)/.test(text))
  const captioned = strandYears((caption?.text ?? '').replaceAll(day, ''))
  const values = names.flatMap((text, column) => {
    if (
      column === name ||
      column === unit ||
      /ghi chu|co quan|don vi|chu tri|theo doi|phu trach|^s?tt$|nguon|can cu|giai phap/.test(text)
    )
      return []
    const years = strandYears(header[column]?.text ?? '')
    const baseline =
      /hien trang|hien nay|thuc hien|nen\b|co so|hien co|uoc|ket qua|da dat/.test(text) &&
      !/muc tieu|ke hoach|phan dau|den nam/.test(text)
    if (years.length === 0 && !baseline && !/muc tieu|ke hoach|chi tieu|phan dau|gia tri|muc dat/.test(text))
      return []
    const inHeading = /\(\s*([^()\d]{1,20})\s*\)/u.exec(header[column]?.text ?? '')?.[1]?.trim()
    const measure = inHeading && quantitiesIn(`1 ${inHeading}`)[0]?.unit ? inHeading : null
    return [
      {
        column,
        year: years.at(-1) ?? (baseline ? null : (captioned.at(-1) ?? null)),
        baseline,
        unit: measure,
      },
    ]
  })
  // "Năm 2021 | 2025 | 2030" of a paper of 2022: what lies behind it is where things stand.
  const told = values.map((value) => ({ ...value, baseline: value.baseline || isPast(value.year, issued) }))
  const dated = told.some((value) => !value.baseline) ? told : values
  return dated.some((value) => !value.baseline) ? { name, unit, values: dated } : null
}

const isPast = (year: number | null, issued: number | null): boolean =>
  year !== null && issued !== null && year < issued

function valuesOf(row: ReadRow, { name, unit, values }: Columns): StatedValue[] {
  const cell = row.cells[name]
  const said = cell?.replace(/^[\s\-–+•*]+|[*_]{1,2}|[\s:;.]+$/gu).tidy()
  if (!said || !/\p{L}/u.test(said.text)) return []
  const { indicator, inName } = splitUnit(said)
  const written = unit < 0 ? null : (row.cells[unit]?.tidy().text.replace(/[.*]/g, '') ?? null)
  const measured = written && /[\p{L}%]/u.test(written) ? written : inName
  return values.flatMap(({ column, year, baseline, unit: inHeading }) => {
    const value = row.cells[column]?.tidy()
    return value ? cellValues(value, { indicator, unit: measured ?? inHeading, year, baseline }) : []
  })
}

/** "Tỷ lệ đô thị hóa (%)": the unit in brackets after the name. */
function splitUnit(said: Strand): { indicator: Strand; inName: string | null } {
  const found = said.match(/^(.*?)\s*\(\s*([^()]{1,30})\s*\)$/u)
  const [, name, unit] = found ?? []
  const measures = unit && quantitiesIn(`1 ${unit.text}`)[0]?.unit
  return name && measures ? { indicator: name, inName: unit.text } : { indicator: said, inName: null }
}

/** "9/12" in a row that counts: so many of all. */
function shareIn(text: string): number | null {
  const [, some, all] = /^(\d{1,3})\s?\/\s?(\d{1,3})$/.exec(text) ?? []
  return some !== undefined && Number(some) <= Number(all) ? Number(some) : null
}

function cellValues(
  cell: Strand,
  shared: {
    readonly indicator: Strand
    readonly unit: string | null
    readonly year: number | null
    readonly baseline: boolean
  },
): StatedValue[] {
  const text = cell.replace(/[\s.;]+$/gu)
  const whole = { ...shared, scope: null, text, end: 0 }
  const share = shareIn(text.text)
  const figure = quantitiesIn(text.text)[0]
  // A row on a class of town may give the rank alone: "Loại IV", "IV".
  const ranked = /^[IV]+$/.test(text.text) && /đô thị/iu.test(shared.indicator.text) ? 'đô thị loại ' : ''
  const standard = classesIn(`đạt ${/^loại/i.test(text.text) ? 'đô thị ' : ranked}${text.text}`)[0]
  if (standard)
    return [
      { ...whole, unit: null, comparator: 'meets', value: { class: standard.class, part: standard.part } },
    ]
  if (/^(?:phổ cập|phủ kín)/iu.test(text.text)) return [{ ...whole, comparator: 'universal', value: null }]
  if (share !== null) return [{ ...whole, comparator: '=', value: share }]
  if (!figure) return []
  const { value, upper, comparator } = figure
  const one = { ...whole, unit: shared.unit ?? figure.unit, comparator, value }
  return upper === null
    ? [one]
    : [
        { ...one, comparator: '>=' },
        { ...one, comparator: '<=', value: upper },
      ]
}
