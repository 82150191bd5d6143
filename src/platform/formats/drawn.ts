/** A word, or words set as one, of a printed line: where it begins and ends along the line, in any unit. */
export interface Placed {
  readonly from: number
  readonly to: number
}

/** A printed line as a table drawn by white space sees it. */
export interface DrawnLine {
  readonly words: readonly Placed[]
  readonly text: string
  readonly gapBefore: boolean
}

export interface DrawnRow {
  readonly header: boolean
  /** The words of one cell stand beside one another across all columns: it heads the rows below. */
  readonly spanning: boolean
  /** Lines of the row, by their place in what was given. */
  readonly lines: readonly number[]
}

/** What a table that has ended with its page leaves for the next one. */
export interface OpenTable {
  /** Where its headings stand. */
  readonly names: readonly Placed[]
  /** Its first column numbers the rows. */
  readonly numbered: boolean
}

export interface Drawn extends OpenTable {
  /** How many lines are the table. */
  readonly length: number
  /** Where each column but the first begins. */
  readonly edges: readonly number[]
  readonly rows: readonly DrawnRow[]
}

/** What the columns of such a table are headed by: a line of words set apart is one only where it names two. */
const heading =
  /(?<![\p{L}])(?:s?tt|số tt|nội dung|nhiệm vụ|công việc|chủ trì|phối hợp|thời gian|thời hạn|tiến độ|hoàn thành|sản phẩm|kết quả|ghi chú|đơn vị|cơ quan|chỉ tiêu|mục tiêu|tiêu chí|đvt|năm \d{4}|hiện trạng|lộ trình)(?![\p{L}])/giu
const ends = /^(?:nơi nhận|(?:TM|KT|TL|TUQ)\.|T\/M\s|phụ lục|phần\s|chương\s|điều\s\d)/iu
const groupNumber = /^(?:[A-H]|[IVX]{1,5})[.)]?\s/u
export const pageNumber = /^[-–\s]*\d{1,3}[-–\s]*$/u

/**
 * The table drawn by white space that begins at a line; null where none does. `wide` is the gap that parts the words
 * of a heading.
 */
export function drawnTable(lines: readonly DrawnLine[], at: number, wide: number): Drawn | null {
  const names = namesOf(lines[at], wide)
  if (names.length === 0) return null
  const sample = sampleOf(lines, at, wide)
  const edges = edgesOf(names, sample, wide)
  const grid = { names, edges, numbered: isNumbered(sample, edges) }
  return drawnOf(lines, at, grid, rowsOf(lines, at, grid, true))
}

const edgesOf = (names: readonly Placed[], sample: readonly DrawnLine[], wide: number): number[] =>
  names.slice(1).map((name, i) => edgeIn((names[i] ?? name).to, name.from, sample, wide))

/** A table of the page before that goes on at a line without heading its columns anew; null where none does. */
export function drawnOn(
  lines: readonly DrawnLine[],
  at: number,
  { names, numbered }: OpenTable,
  wide: number,
): Drawn | null {
  const line = lines[at]
  const edges = edgesOf(names, sampleOf(lines, at, wide), wide)
  if (!line || ends.test(line.text) || !fits(line, edges)) return null
  const columns = new Set(line.words.map((word) => columnOf(word, edges)))
  const begins = columns.has(0) ? rowNumber.test(line.text) : columns.size >= 2
  const goesOn = numbered ? begins || isGroup(line, edges) : columns.size >= 3
  const grid = { names, edges, numbered }
  return goesOn ? drawnOf(lines, at, grid, rowsOf(lines, at, grid, false)) : null
}

type Columns = Omit<Drawn, 'length' | 'rows'>

function drawnOf(
  lines: readonly DrawnLine[],
  at: number,
  columns: Columns,
  rows: readonly DrawnRow[],
): Drawn | null {
  const last = rows.at(-1)?.lines.at(-1)
  const body = rows.filter((row) => !row.header && !row.spanning)
  const filled = body.filter((row) => new Set(columnsOf(row, lines, columns.edges)).size >= 2)
  if (last === undefined || filled.length === 0 || filled.length * 2 < body.length) return null
  return { length: last - at + 1, ...columns, rows }
}

const rowNumber = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.)]?(?:\s|$)/u
/** "STT", also where a narrow column has broken it. */
const numberHeading = /^(?:s|t|st|s?tt|số(?: tt)?)(?:\s|$)/iu

/** The first column is headed so, or holds numbers alone. */
function isNumbered(sample: readonly DrawnLine[], edges: readonly number[]): boolean {
  if (/^s?tt|^số tt/iu.test(sample[0]?.text ?? '')) return true
  const first = sample.filter(({ words }) => words[0] && columnOf(words[0], edges) === 0)
  const under = first.filter(
    (line, i) => i > 0 && !numberHeading.test(line.text) && fits(line, edges) && line.words.length > 1,
  )
  return (
    numberHeading.test(first[0]?.text ?? '') &&
    under.length > 0 &&
    under.every(({ text }) => rowNumber.test(text))
  )
}

/** The headings of a line that names columns; none where it is another line. */
function namesOf(line: DrawnLine | undefined, wide: number): Placed[] {
  if (!line || new Set(line.text.toLowerCase().match(heading)).size < 2) return []
  const names = segments(line.words, wide)
  return names.length < 3 ? [] : names
}

/** The lines that may tell where the columns part: to the next heading, page's end or paragraph. */
function sampleOf(lines: readonly DrawnLine[], at: number, wide: number): readonly DrawnLine[] {
  const end = lines.findIndex(
    (line, i) =>
      i > at &&
      (pageNumber.test(line.text) ||
        // Within two lines the headings only go on.
        (i > at + 2 && namesOf(line, wide).length > 0) ||
        (line.gapBefore && line.words.length > 1 && segments(line.words, wide).length === 1)),
  )
  return lines.slice(at, Math.min(at + 60, end < 0 ? lines.length : end))
}

/** In which column a word stands. */
export const columnOf = (word: Placed, edges: readonly number[]): number =>
  edges.filter((edge) => (word.from + word.to) / 2 > edge).length

const columnsOf = (row: DrawnRow, lines: readonly DrawnLine[], edges: readonly number[]): number[] =>
  row.lines.flatMap((line) => (lines[line]?.words ?? []).map((word) => columnOf(word, edges)))

function segments(words: readonly Placed[], wide: number): Placed[] {
  const found: Placed[] = []
  for (const word of words) {
    const last = found.at(-1)
    if (last && word.from - last.to < wide) found[found.length - 1] = { from: last.from, to: word.to }
    else found.push(word)
  }
  return found
}

/** The place between two headings that the fewest words below run over; of several the middle. */
function edgeIn(from: number, to: number, lines: readonly DrawnLine[], wide: number): number {
  const step = Math.max((to - from) / 64, 0.5)
  const places: { readonly at: number; readonly cost: number }[] = []
  for (let at = from + step / 2; at < to; at += step) places.push({ at, cost: costOf(at, lines, wide) })
  const least = Math.min(...places.map(({ cost }) => cost))
  const best = places.filter(({ cost }) => cost === least)
  return best[Math.floor(best.length / 2)]?.at ?? (from + to) / 2
}

/** A word that runs over the place costs one, a gap too narrow to part columns a little. */
function costOf(at: number, lines: readonly DrawnLine[], wide: number): number {
  let cost = 0
  for (const { words } of lines) {
    if (words.some((word) => word.from < at && word.to > at)) cost += 1
    else {
      const before = words.findLast((word) => word.to <= at)
      const after = words.find((word) => word.from >= at)
      if (before && after && after.from - before.to < wide) cost += 0.4
    }
  }
  return cost
}

interface OpenRow {
  header: boolean
  spanning: boolean
  readonly lines: number[]
}

function rowsOf(
  lines: readonly DrawnLine[],
  at: number,
  { edges, numbered }: Columns,
  header: boolean,
): OpenRow[] {
  const spanning = !header && lines[at] !== undefined && isGroup(lines[at], edges)
  const rows: OpenRow[] = [{ header, spanning, lines: [at] }]
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index]
    const last = rows.at(-1)
    if (!line || !last || ends.test(line.text) || pageNumber.test(line.text)) break
    const fit = fits(line, edges)
    const group = isGroup(line, edges)
    if (!fit && !group) break
    if (group) rows.push({ header: false, spanning: true, lines: [index] })
    else if (belongs(line, last, edges, { numbered, lines })) last.lines.push(index)
    else if (isEnd(line, edges)) break
    else rows.push({ header: false, spanning: false, lines: [index] })
  }
  return rows
}

const fits = (line: DrawnLine, edges: readonly number[]): boolean =>
  line.words.every((word) => edges.every((edge) => word.to <= edge || word.from >= edge))

/** "II   Hạ tầng và môi trường": a roman number or a letter in its column, and words that run on from the next. */
function isGroup(line: DrawnLine, edges: readonly number[]): boolean {
  const [number, title] = line.words
  if (!number || !title || !groupNumber.test(line.text)) return false
  if (columnOf(number, edges) !== 0 || title.from < (edges[0] ?? Infinity)) return false
  const parts = line.words.slice(1).map((word, i) => word.from - (line.words[i] ?? word).to)
  return parts.slice(1).every((gap) => gap <= 1.5 * Math.min(...parts.slice(1)))
}

/** Words in the first columns alone after white space, beginning as a paragraph does: the table has ended. */
function isEnd(line: DrawnLine, edges: readonly number[]): boolean {
  const columns = new Set(line.words.map((word) => columnOf(word, edges)))
  return line.gapBefore && columns.size === 1
}

function belongs(
  line: DrawnLine,
  row: OpenRow,
  edges: readonly number[],
  { numbered, lines }: { readonly numbered: boolean; readonly lines: readonly DrawnLine[] },
): boolean {
  const columns = new Set(line.words.map((word) => columnOf(word, edges)))
  // After white space one column alone goes on only where its words do: "IV- TỔ CHỨC …" is the next heading.
  if (numbered && row.header && columns.has(0) && numberHeading.test(line.text)) return !line.gapBefore
  if (numbered)
    return (
      !columns.has(0) &&
      !row.spanning &&
      !(line.gapBefore && columns.size === 1 && (row.header || /^\p{Lu}/u.test(line.text)))
    )
  if (line.gapBefore || row.spanning) return false
  if (row.header) return !/\d/.test(line.text) && columns.size < edges.length
  // Without numbers a row is what fills most columns; less goes on with the row above.
  const full = new Set(
    row.lines.slice(0, 1).flatMap((at) => (lines[at]?.words ?? []).map((word) => columnOf(word, edges))),
  )
  return columns.size < full.size || /^\p{Ll}/u.test(line.text)
}
