export interface YearMark {
  readonly start: number
  readonly end: number
  readonly year: number
  /** "hiện trạng năm 2021", "năm 2021" said of the past. */
  readonly now: boolean
  /** "đến năm", "vào năm": said of what is to come. */
  readonly ahead: boolean
}

const year = String.raw`(?:19|20)\d{2}`
const pattern = new RegExp(
  String.raw`(?<now>(?:hiện trạng|hiện nay|hiện tại|thực hiện|thực trạng)\s*[,:]?\s*)?(?<ahead>(?:phấn đấu\s+)?(?:đến|vào|tới|trong|đến hết|đến cuối|từ nay đến|cho đến|trước)\s+(?:hết\s+|cuối\s+)?)?(?:(?:năm|giai đoạn|thời kỳ|các năm)\s+)(?<from>${year})(?:\s*[-–—]\s*(?<to>${year}))?(?!\d)|(?<ahead2>(?:đến|tới)\s+)(?<from2>${year})(?!\d|\/)|(?<=^|[(;,]\s*)(?<from3>${year})(?=\s*:)|(?<=\(\s*)(?<from4>${year})(?=\s*\))|(?<now2>tính (?:đến|tới)\s+(?:hết\s+|cuối\s+)?(?:ngày\s+)?(?:\d{1,2}\s?[/.-]\s?)?(?:tháng\s+)?(?:\d{1,2}\s?[/.-]\s?)?(?:năm\s+)?)(?<from6>${year})(?!\d)|(?<ahead4>(?:đến|tới|trước|chậm nhất)\s+(?:hết\s+|cuối\s+)?(?:ngày\s+\d{1,2}\s?(?:[/.-]|tháng)\s?\d{1,2}|tháng\s+\d{1,2}|quý\s+(?:IV|I{1,3}))\s?(?:[/.-]|năm)\s?)(?<from7>${year})(?!\d)|(?<ahead3>(?:chỉ tiêu|mục tiêu|kế hoạch|KH)\s+)(?<from5>${year})(?=\s*(?:[:)]|là|đạt))`,
  'giu',
)

/** Years that a text names for its figures; of a span of years the last. "So với năm …" is not one. */
export function yearsIn(text: string): YearMark[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const g = match.groups ?? {}
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    if (
      /(?:so với|so|bằng|của|theo|từ|thời điểm)\s*(?:cùng kỳ\s*|cuối\s*|đầu\s*)?$/iu.test(before) &&
      !g['ahead']
    )
      return []
    if (/gấp [^.;]{0,16}lần\s*$/iu.test(before)) return []
    // In a title the vision is no target's year; "Tầm nhìn đến năm 2045: …" says when.
    if (/tầm nhìn\s*$/iu.test(before) && !/^[*_\s]*:/.test(text.slice(match.index + match[0].length)))
      return []
    const written =
      g['to'] ?? g['from'] ?? g['from2'] ?? g['from3'] ?? g['from4'] ?? g['from5'] ?? g['from6'] ?? g['from7']
    const ahead = (g['ahead'] ?? g['ahead2'] ?? g['ahead3'] ?? g['ahead4']) !== undefined
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        // "Trước năm 2030" ends with 2029, as "trước ngày D" ends the day before.
        year: Number(written) - (/^trước\s+(?:năm|giai)/iu.test(match[0]) ? 1 : 0),
        now: (g['now'] ?? g['now2']) !== undefined,
        ahead,
      },
    ]
  })
}
