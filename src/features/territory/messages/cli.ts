import type { Language } from '../../../domain/fault.ts'
import type { Words } from '../../../domain/words.ts'
import type { CrosswalkAnswer, FindingAnswer, UnitBrief } from '../model/answer.ts'
import type { IssueCode, ReadIssue } from '../read/model.ts'
import type { Difference } from '../rules/import.ts'

/** What each issue of a file says; `{found}` is what stands there. */
const issueWords: Readonly<Record<IssueCode, Words>> = {
  'not-a-feature': { vi: 'không phải một đối tượng GeoJSON: {found}', en: 'no GeoJSON feature: {found}' },
  'code-missing': { vi: 'thiếu mã đơn vị', en: 'the code is missing' },
  'code-invalid': {
    vi: 'mã "{found}" không phải 2, 3 hay 5 chữ số',
    en: 'code "{found}" has not 2, 3 or 5 digits',
  },
  'code-twice': { vi: 'mã {found} đã có ở trên', en: 'code {found} stands above already' },
  'name-missing': { vi: 'thiếu tên của đơn vị {found}', en: 'unit {found} has no name' },
  'kind-unknown': {
    vi: '"{found}" không ghi cấp (xã, phường, đặc khu, …)',
    en: '"{found}" does not say its kind (xã, phường, đặc khu, …)',
  },
  'geometry-missing': { vi: 'thiếu ranh giới', en: 'there is no boundary' },
  'geometry-kind': {
    vi: 'ranh giới phải là vùng, ở đây là {found}',
    en: 'a boundary must be an area, this is {found}',
  },
  'geometry-broken': { vi: 'tọa độ không đọc được tại {found}', en: 'coordinates cannot be read at {found}' },
  'ring-open': { vi: 'đường bao thứ {found} chưa khép kín', en: 'ring {found} is not closed' },
  'ring-empty': { vi: 'đường bao không có diện tích', en: 'the ring has no area' },
  'ring-invalid': {
    vi: 'đường bao không hợp lệ, được giữ nguyên nhưng không đo được: {found}',
    en: 'the ring is not valid; it is kept as it is and not measured: {found}',
  },
  'area-otherwise': {
    vi: 'diện tích vẽ lệch quá 2 % so với công bố (km²): {found}',
    en: 'the drawn area is more than 2 % off the declared one (km²): {found}',
  },
  'outside-nation': {
    vi: 'nằm ngoài lãnh thổ ({found}): hãy kiểm tra hệ tọa độ',
    en: 'lies outside the nation ({found}): check the coordinate system',
  },
  'axes-swapped': {
    vi: 'kinh độ và vĩ độ bị đổi chỗ ({found})',
    en: 'longitude and latitude are swapped ({found})',
  },
  'area-invalid': {
    vi: 'diện tích "{found}" không hợp lệ, được bỏ qua',
    en: 'area "{found}" is not possible and left out',
  },
  'row-columns': {
    vi: 'số cột không khớp dòng tiêu đề: {found}',
    en: 'its columns are not those of the head: {found}',
  },
  'day-invalid': { vi: 'không có ngày "{found}"', en: 'there is no day "{found}"' },
  'part-unknown': { vi: 'không rõ toàn bộ hay một phần: "{found}"', en: 'neither whole nor part: "{found}"' },
  'province-skipped': {
    vi: 'bỏ qua {found}: hồ sơ không có tỉnh này (dùng --province để lấy)',
    en: '{found} is left out: the record does not have it (take it by --province)',
  },
  'name-otherwise': {
    vi: 'tên trong hồ sơ khác trong tệp: {found}',
    en: 'the record has another name: {found}',
  },
  'decided-otherwise': {
    vi: 'đã có văn bản quyết định khác cho {found}; dòng này không được nhận',
    en: 'a document has decided otherwise for {found}; the row is not taken',
  },
}

export interface SaidIssue {
  readonly code: string
  readonly at: string
  readonly text: string
}

const said = ({ code, at, found }: ReadIssue, language: Language): SaidIssue => ({
  code,
  at,
  text: issueWords[code][language].replace('{found}', found),
})

interface Imported {
  readonly form: string
  readonly file: string
  readonly on: string
  readonly rows: number
  readonly added: number
  readonly boundaries: number
  readonly moves: number
  readonly proposals: number
  readonly same: number
  readonly revision: number | null
  readonly differences: readonly Difference[]
  readonly issues: readonly ReadIssue[]
  readonly areas: readonly { readonly code: string; readonly declared: number; readonly drawn: number }[]
}

type SaidImport = Omit<Imported, 'issues'> & { readonly issues: readonly SaidIssue[] }

/** The answer of an import with its issues in words. */
export function importAnswer(imported: Imported, language: Language): SaidImport {
  return { ...imported, issues: imported.issues.map((issue) => said(issue, language)) }
}

const fields: Readonly<Record<Difference['field'], Words>> = {
  name: { vi: 'tên', en: 'name' },
  kind: { vi: 'loại', en: 'kind' },
  km2: { vi: 'diện tích (km²)', en: 'area (km²)' },
  boundary: { vi: 'ranh giới', en: 'boundary' },
  missing: { vi: 'không có trong tệp', en: 'not in the file' },
}

export function importText(imported: SaidImport, language: Language): string {
  const vi = language === 'vi'
  const differences = imported.differences.map(
    ({ code, field, record, file, applied }) =>
      `  ${code} ${fields[field][language]}: ${record} → ${file}${applied ? (vi ? ' (đã nhận)' : ' (taken)') : ''}`,
  )
  const head = vi
    ? `${imported.file}: ${imported.rows} dòng, thêm ${imported.added} đơn vị, ${imported.boundaries} ranh giới, ${imported.moves} thay đổi (${imported.proposals} mới là đề xuất), ${imported.same} không đổi`
    : `${imported.file}: ${imported.rows} rows, ${imported.added} units added, ${imported.boundaries} boundaries, ${imported.moves} changes (${imported.proposals} of them proposals), ${imported.same} the same`
  const part = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', `${title} (${lines.length}):`, ...lines] : []
  return [
    head,
    ...areaLine(imported.areas, language),
    ...part(vi ? 'Khác với hồ sơ' : 'Differs from the record', differences),
    ...part(
      vi ? 'Cần xem lại' : 'To be looked at',
      imported.issues.map(({ at, text }) => `  ${at}: ${text}`),
    ),
  ].join('\n')
}

/** How far drawn areas lie from declared ones: the one that is farthest, and how many were compared. */
function areaLine(areas: Imported['areas'], language: Language): string[] {
  const off = areas.map(({ code, declared, drawn }) => ({ code, by: Math.abs(drawn - declared) / declared }))
  const [worst] = off.toSorted((a, b) => b.by - a.by)
  if (!worst) return []
  const percent = `${(worst.by * 100).toFixed(1)} %`
  return [
    language === 'vi'
      ? `Diện tích vẽ so với công bố: ${areas.length} đơn vị, lệch nhiều nhất ${percent} (${worst.code})`
      : `Drawn against declared areas: ${areas.length} units, at most ${percent} off (${worst.code})`,
  ]
}

const span = ({ from, to }: UnitBrief) => `${from ?? '…'} – ${to ?? ''}`.trim()
const line = (unit: UnitBrief) => `${unit.code}  ${unit.fullName}  (${span(unit)})`

export function findText({ units, namesakes, choice, query }: FindingAnswer, language: Language): string {
  const vi = language === 'vi'
  if (units.length === 0) return vi ? `Không tìm thấy đơn vị nào: ${query}` : `No unit found: ${query}`
  const formerly = (list: readonly string[]) =>
    list.length > 0 ? `\n      ${vi ? 'trước đây' : 'formerly'}: ${list.join(', ')}` : ''
  const proposal = (decided: boolean) =>
    decided ? '' : vi ? '  [đề xuất, chưa có văn bản]' : '  [proposal, no document yet]'
  return [
    ...(choice ? [vi ? 'Có nhiều đơn vị, hãy chọn:' : 'More than one unit, choose:'] : []),
    ...units.map((unit) => `  ${line(unit)}${proposal(unit.decided)}${formerly(unit.formerly)}`),
    ...namesakes.map(
      (unit) =>
        `  ${vi ? 'Lưu ý: cùng mã hoặc tên vào ngày khác' : 'Note: the same code or name on another day'}: ${line(unit)}${unit.now.length > 0 ? ` → ${unit.now.map(({ fullName }) => fullName).join(', ')}` : ''}`,
    ),
  ].join('\n')
}

const certainties: Readonly<Record<string, Words>> = {
  exact: { vi: 'chính xác theo văn bản', en: 'exact by document' },
  computed: { vi: 'tính từ ranh giới hoặc diện tích', en: 'computed from polygons or areas' },
  proposed: { vi: 'theo đề xuất, chưa có văn bản', en: 'by proposal, no document yet' },
  unknown: { vi: 'chưa biết', en: 'not known' },
}

export const certaintyWords = (certainty: string, language: Language): string =>
  certainties[certainty]?.[language] ?? certainty

export function crosswalkText(
  { rows, lost, found, disagreements, uncovered, slivers, tolerance }: CrosswalkAnswer,
  language: Language,
): string {
  const vi = language === 'vi'
  const share = (weight: { readonly share: number | null }) =>
    weight.share === null ? '?' : `${(weight.share * 100).toFixed(1)} %`
  const list = (title: string, units: readonly UnitBrief[]) =>
    units.length > 0 ? [`${title}: ${units.map((unit) => `${unit.code} ${unit.fullName}`).join(', ')}`] : []
  return [
    ...rows.map(
      (row) =>
        `  ${row.from.code} ${row.from.fullName} → ${row.to.code} ${row.to.fullName}: ${vi ? 'diện tích' : 'area'} ${share(row.area)} (${certaintyWords(row.area.certainty, language)}), ${vi ? 'dân số' : 'population'} ${share(row.population)}${row.documents.length > 0 ? `, ${row.documents.join(', ')}` : ''}`,
    ),
    ...list(vi ? 'Không rõ đã về đâu' : 'Gone nobody knows where', lost),
    ...list(vi ? 'Không rõ từ đâu' : 'Come nobody knows whence', found),
    ...list(
      vi ? 'Một phần nằm ngoài các đơn vị đã về' : 'A part lies in none of the units they went to',
      uncovered.map(({ unit }) => unit),
    ),
    ...list(
      vi ? 'Ranh giới vẽ không khớp văn bản' : 'Boundaries say otherwise than the act',
      disagreements.map(({ from }) => from),
    ),
    ...(slivers.length > 0
      ? [
          vi
            ? `Mảnh vụn dưới ${tolerance * 100} % diện tích chung, không tính: ${slivers.length}`
            : `Slivers below ${tolerance * 100} % of the common ground, in no share: ${slivers.length}`,
        ]
      : []),
  ].join('\n')
}

export function proposalsText(
  rows: readonly { readonly from: UnitBrief; readonly to: UnitBrief; readonly part: string }[],
  language: Language,
): string {
  if (rows.length === 0) return language === 'vi' ? 'Không có đề xuất nào.' : 'Nothing is proposed.'
  const part = (each: string) => (each === 'part' ? (language === 'vi' ? ' (một phần)' : ' (a part)') : '')
  return rows.map(({ from, to, part: p }) => `  ${line(from)} → ${line(to)}${part(p)}`).join('\n')
}
