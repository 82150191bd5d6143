import { fold } from '../../../../domain/fold.ts'
import type { Field } from '../../model/definition.ts'

/** Names of columns as files have them, run together without tone marks, by the field that they fill. */
const synonyms: Readonly<Record<string, string>> = {
  sheet:
    'soto|to|shto|shbando|sohieutobando|sobando|tobando|toso|sotobd|bando|sheet|mapsheet|sheetno|sohieuto',
  number: 'sothua|thua|shthua|sohieuthua|thuaso|sothututhua|parcelno|parcelnumber|plotnumber|sttthua',
  area: 'dientich|dientichm2|dtich|dtm2|dientichpl|dientichphaply|dientichpl|dtpl|dtgcn|area|aream2|areaha|dientichha|superficie',
  landUse:
    'loaidat|maloaidat|mdsd|mdsd2003|mdsddat|mucdichsudung|mucdichsd|mucdich|kyhieuloaidat|kihieuloaidat|landuse|landusecode|lu',
  nationalCode: 'madinhdanh|madinhdanhthua|madinhdanhthuadat|parcelid|pid',
  unit: 'xa|tenxa|maxa|phuongxa|xaphuong|dvhc|donvihanhchinh|commune|kvhc|makvhc',
  mapYear: 'nambando|namdo|namthanhlap|mapyear|namlap',
  address: 'diachi|diachithua|diachithuadat|xudong|diachixom|diachidat|address',
  name: 'ten|tengoi|tendt|tendoituong|tenduong|tenditich|tencongtrinh|tenchucnang|name|tenkhu|tenduan|title',
  code: 'ma|machucnang|macn|code|zone|typezone|zonetype|zonecode|kyhieuchucnang|cncode|landuse|maloaidat|loaidat',
  note: 'ghichu|mota|notes|note|remark|remarks|comment|diengiai|ghichukhac',
  kind: 'loai|loaihinh|kind|type|phanloai|category',
  rank: 'xephang|capxephang|capditich|rank|phanloai|hang',
  place: 'diadiem|vitri|diachi|noi|place|location',
  decision: 'soquyetdinh|quyetdinh|soqd|qdso|decision',
  decidedOn: 'ngayquyetdinh|ngayqd|ngaybanhanh|ngaycongnhan',
  plan: 'doan|tendoan|quyhoach|tenquyhoach|doanquyhoach|plan|planname|idurba',
  plot: 'kyhieu|kyhieuo|kihieu|lo|solo|sohieulo|tenlo|odat|kyhieulo|plot|block|kyhieuodat',
  densityMost: 'mdxd|matdo|matdoxd|matdoxaydung|mdxdtoida|density|mdxdmax',
  floorsMost: 'tangcao|sotang|tangcaotoida|tangcaomax|floors|storeys|sotangcao',
  floorsLeast: 'tangcaotoithieu|tangcaomin',
  heightMost: 'chieucao|chieucaotoida|height',
  farMost: 'hesosdd|hesosudungdat|hssdd|hesosd|far|hsdd',
  setback: 'khoanglui|setback',
  population: 'danso|dansodukien|population|songuoi',
  phanLoai: 'phanloai|chucnang|chucnangsdd|libelong|loaiquyhoach',
  accuracy: 'dochinhxac|saiso|accuracy|accuracym|posaccuracy',
}

/** As file names are compared: without marks, blanks and signs. */
export const compact = (text: string): string => fold(text).replaceAll(/[^a-z0-9]/g, '')

/** How well a column's name says a field: 3 its key or name, 2 a word for it, 0 nothing. */
export function nameFits(column: string, { key, name }: Pick<Field, 'key' | 'name'>): 0 | 2 | 3 {
  const wanted = compact(column)
  // A shapefile cuts names after ten letters.
  const same = (one: string) =>
    one === wanted || (wanted.length === 10 && one.length > 10 && one.startsWith(wanted))
  if ([key, name.vi, name.en].map(compact).some(same)) return 3
  return (synonyms[key] ?? '').split('|').some((one) => one !== '' && same(one)) ? 2 : 0
}

/** Columns that only tell how something is drawn or counted, with the reason that they are left. */
export function isDrawingColumn(column: string): boolean {
  return /^_|^(fme|igds)_|^(stroke|fill|color|colour|opacity|weight|linetype|entityhandle|subclasses|paperspace|ogr_style|shape_(leng(th)?|area)|objectid(_\d+)?|fid|gid|ogc_fid|styleurl|icon|tessellate|extrude|visibility|draworder)$/i.test(
    column,
  )
}

/** "Polygon_0014": a drawing program names what nobody named. */
export const isMadeUpName = (value: string): boolean =>
  /^(multi)?(polygon|polyline|line(string)?|point|feature|shape|path|hatch|text|layer)[ _-]?\d+$/i.test(value)

/** Words that a name of a file gives away: zoning plans are named QHPK, general ones QHC. */
export function planKindOf(fileName: string): 'general' | 'zoning' | null {
  const words = fold(fileName).replaceAll(/[^a-z0-9]+/g, ' ')
  if (/\bqhpk\b|\bqpk\b|phan khu|phankhu/.test(words)) return 'zoning'
  return /\bqhc\b|quy hoach chung|quyhoachchung/.test(words) ? 'general' : null
}
