import type { Strand } from '../../../domain/strand.ts'
import type { ClauseNode, DocumentReading } from '../../documents/model.ts'
import type { Question, Target, Task } from '../model.ts'
import { numberSource, readNumber } from './numbers.ts'
import { quantitiesIn } from './quantities.ts'
import { Sections } from './sections.ts'
import { markPattern } from './target-names.ts'

/** What the office must settle before the plan can be driven, in the words of the "6 rõ". */
export function readQuestions(
  reading: DocumentReading,
  targets: readonly Target[],
  tasks: readonly Task[],
): Question[] {
  return [
    ...tasks.flatMap(taskQuestions),
    ...targets.flatMap(targetQuestions),
    ...universalQuestion(targets),
    ...possibleTargets(reading, targets),
  ]
}

function taskQuestions(task: Task): Question[] {
  const { no, clause, time } = task
  const ask = (code: string, text: string): Question => ({
    code,
    clause,
    task: no,
    text: `Nhiệm vụ ${no}: ${text}`,
  })
  const bodies = [...task.directing, ...task.lead, ...task.implementing, ...task.coordinating]
  const doers = [...task.lead, ...task.implementing]
  const found: Question[] = []
  if (doers.every((body) => !body.named))
    found.push(ask('no-body', 'chưa rõ người: văn bản không nêu cơ quan chủ trì hoặc thực hiện.'))
  if (bodies.some((body) => !body.named))
    found.push(
      ask(
        'unnamed-body',
        `chưa rõ người, rõ trách nhiệm: "${bodies.find((body) => !body.named)?.text}" là những cơ quan nào?`,
      ),
    )
  if (time.kind === 'standing')
    found.push(ask('no-cycle', `chưa rõ thời gian: "${time.text}" thì báo cáo kết quả theo chu kỳ nào?`))
  if (time.kind === 'unstated')
    found.push(ask('no-time', 'chưa rõ thời gian: văn bản không nêu thời hạn tính được thành ngày.'))
  if ((time.kind === 'until' || time.kind === 'month' || time.kind === 'quarter') && time.to === null)
    found.push(ask('time-without-year', `chưa rõ thời gian: "${time.text}" của năm nào?`))
  if (task.output === null)
    found.push(ask('no-output', 'chưa rõ sản phẩm: kết quả nào chứng minh đã hoàn thành?'))
  return found
}

function targetQuestions({ indicator, clause, baseline, values, id }: Target): Question[] {
  const ask = (code: string, text: string): Question => ({ code, clause, task: null, text })
  const found: Question[] = []
  if (!baseline)
    found.push(
      ask(
        'no-baseline',
        `Chỉ tiêu "${indicator}" (${id}) chưa có số liệu nền: hiện nay đạt bao nhiêu, năm nào?`,
      ),
    )
  if (values.some((value) => value.year === null))
    found.push(
      ask('target-without-year', `Chỉ tiêu "${indicator}" (${id}) chưa rõ thời gian: phải đạt vào năm nào?`),
    )
  if (values.some(({ value }) => value !== null && typeof value === 'object' && value.part === 'some'))
    found.push(ask('class-part', `Chỉ tiêu "${indicator}" (${id}): "một số" là những tiêu chí nào?`))
  for (const { text } of values) {
    const written = new RegExp(numberSource).exec(text)?.[0] ?? ''
    const read = readNumber(written)
    if (read?.doubt === 'meaning')
      found.push(
        ask(
          'number-unclear',
          `Chỉ tiêu "${indicator}" (${id}): "${written}" được đọc là ${shown(read.value)}; hay là ${shown(Number(written.replace(',', '')))}?`,
        ),
      )
    if (read?.doubt === 'form')
      found.push(
        ask(
          'number-form',
          `Chỉ tiêu "${indicator}" (${id}): "${written}" được đọc là ${shown(read.value)}; cần viết dấu phẩy cho phần thập phân.`,
        ),
      )
  }
  return found
}

/** A number as an officer writes it. */
const shown = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 6 })

/** One question for the whole plan: the word must mean the same in every target. */
function universalQuestion(targets: readonly Target[]): Question[] {
  const found = targets.filter(({ values }) => values.some((value) => value.comparator === 'universal'))
  const names = found.map(({ indicator }) => `"${indicator}"`).join(', ')
  const text = `"Phổ cập" (${names}) chưa được định nghĩa: đạt từ bao nhiêu phần trăm, của ai, thì coi là phổ cập?`
  return found[0] ? [{ code: 'universal-undefined', clause: found[0].clause, task: null, text }] : []
}

const aim =
  /bảo đảm|đảm bảo|đạt|cao hơn|thấp hơn|tăng|giảm|tối thiểu|ít nhất|phấn đấu|không quá|trở lên|vượt|nâng|trở thành|chiếm/iu
const loose =
  /(?:tỷ lệ|tỉ lệ|tỷ trọng|mật độ|thu nhập|tốc độ)[^.;]{0,120}?(?:thuộc nhóm|ở mức|chiếm|đứng|cao hơn|tương đương|trong nhóm)|(?:trong|vào) (?:nhóm|tốp|top) [^.;]{0,60}(?:tỷ lệ|tỉ lệ|chỉ số|thu nhập|mức)|chiếm tỷ trọng|thuộc nhóm (?:cao|dẫn đầu|khá|đầu)/iu

/** Figures with an aim outside the targets, and targets without a figure: listed, never made into targets. */
function possibleTargets(reading: DocumentReading, targets: readonly Target[]): Question[] {
  const sections = new Sections(reading.clauses)
  const taken = new Set(
    targets.flatMap(({ values }) => values.flatMap(({ at }) => at.map(([start]) => start))),
  )
  return reading.clauses.flatMap((clause) => {
    const told = sections.of(clause)
    const inTargets = told.has('targets')
    if (told.has('purpose')) return []
    const parts = [clause.strand, ...clause.body]
      .flatMap((line) => line.split(/;|(?<=[.])\s+(?=\p{Lu})/gu))
      .filter((part) => !holds(part, taken))
    const aims = parts.filter((part) => isAim(part.text))
    const vague = inTargets ? parts.filter((part) => !aims.includes(part) && loose.test(part.text)) : []
    const shown = vague.map((part) => part.replace(markPattern).tidy().text).join(' … ')
    return [
      ...aims.map((part) => possible(clause, part.replace(markPattern).tidy().text)),
      ...(shown === '' ? [] : [possible(clause, shown)]),
    ]
  })
}

/** True where one of the places stands in these words. */
function holds(part: Strand, places: ReadonlySet<number>): boolean {
  return part.at().some(([from, to]) => {
    for (let at = from; at < to; at++) if (places.has(at)) return true
    return false
  })
}

/** A share, an area or a span of years that is to be reached; a size of a thing ("4,2 km cống") is none. */
function isAim(text: string): boolean {
  if (/Thời gian|[Tt]hời hạn|[Ll]ộ trình/.test(text)) return false
  return quantitiesIn(text).some(({ unit, start, end, upper, comparator }) => {
    if (unit === null || /^(?:ngày|tháng|giờ|phút|lần|đồng|.*đồng)$/.test(unit)) return false
    // "30 - 50 năm sau có một khu rừng": a span of years ahead is an aim by itself.
    if (unit === 'năm' && /^\s*(?:sau|tới|nữa)(?!\p{L})/u.test(text.slice(end))) return true
    const around = text.slice(Math.max(0, start - 60), end)
    const measured = unit === '%' || upper !== null || comparator !== '='
    return measured && aim.test(around)
  })
}

function possible(clause: ClauseNode, text: string): Question {
  const shown = text.length > 300 ? `${text.slice(0, 299)}…` : text
  return {
    code: 'possible-target',
    clause: clause.id,
    task: null,
    text: `Có thể là chỉ tiêu, cần xác định chỉ số, mức và năm: "${shown.trim()}"`,
  }
}
