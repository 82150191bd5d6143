import type { Language } from '../../../domain/fault.ts'
import { formatDay, formatNumber } from '../../../ui/format.ts'
import type { Certainty, Deadline, LawValue } from '../model.ts'
import type { Reading } from '../model.ts'
import type { ParameterView } from '../rules/view.ts'

const of: Readonly<Record<Language, Record<Deadline['of'], string>>> = {
  vi: { 'working-day': 'ngày làm việc', day: 'ngày', month: 'tháng', year: 'năm' },
  en: { 'working-day': 'working days', day: 'days', month: 'months', year: 'years' },
}
const bounds = {
  vi: { 'at-most': '≤ ', 'at-least': '≥ ', 'more-than': '> ' },
  en: { 'at-most': '≤ ', 'at-least': '≥ ', 'more-than': '> ' },
}
const said = {
  vi: {
    yes: 'Có',
    no: 'Không',
    rows: 'dòng',
    least: 'ít nhất ',
    consent: ' (im lặng là đồng ý)',
    repealed: 'Bãi bỏ',
    unknown: 'Chưa rõ',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    rows: 'rows',
    least: 'at least ',
    consent: ' (silence is consent)',
    repealed: 'Repealed',
    unknown: 'Unknown',
  },
}

export const certaintyWords: Readonly<Record<Language, Record<Certainty, string>>> = {
  vi: {
    seen: 'đọc trong văn bản',
    secondary: 'đọc ở nguồn thứ cấp',
    memory: 'theo hiểu biết chung',
    assumed: 'tạm đặt',
  },
  en: {
    seen: 'read in the text',
    secondary: 'read second-hand',
    memory: 'general knowledge',
    assumed: 'assumed',
  },
}

/** A reading as a person reads it: `≤ 500 m`, `7 ngày làm việc`, `63 dòng`, `Chưa rõ`. */
export function readingText(
  { state, value }: Pick<Reading, 'state' | 'value'>,
  { bound, unit }: Pick<ParameterView, 'bound' | 'unit'>,
  language: Language,
): string {
  if (state !== 'value' || value === null) return said[language][state === 'repealed' ? state : 'unknown']
  if (typeof value !== 'number') return valueText(value, language)
  return `${bound ? bounds[language][bound] : ''}${formatNumber(value, language)} ${unit?.symbol ?? ''}`.trim()
}

function valueText(value: Exclude<LawValue, number>, language: Language): string {
  const t = said[language]
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if ('count' in value) {
    const unit = of[language][value.of]
    return `${value.least ? t.least : ''}${value.count} ${unit}${value.silenceConsents ? t.consent : ''}`
  }
  return `${value.length} ${t.rows}`
}

type Cell = string | number | boolean | readonly string[] | { readonly vi: string; readonly en: string }

/** One cell of a table. */
export function cellText(cell: Cell | undefined, language: Language): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return formatNumber(cell, language)
  if (typeof cell === 'boolean') return cell ? said[language].yes : said[language].no
  if (typeof cell === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? formatDay(cell) : cell
  return 'vi' in cell ? cell[language] : cell.join(', ')
}
