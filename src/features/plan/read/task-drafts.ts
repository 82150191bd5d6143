import type { Strand } from '../../../domain/strand.ts'
import { findTime } from './deadline.ts'
import type { Labelled, Line } from './labels.ts'

/** One task before it is read: its words, and the labelled values under them. */
export interface Draft {
  readonly words: Strand[]
  readonly fields: Labelled[]
}

/** The tasks of one numbered clause: most have one; where labels come again, each set is a task. */
export function draftsOf(lines: readonly Line[]): Draft[] {
  const drafts: Draft[] = [{ words: [], fields: [] }]
  let hanging: Labelled | null = null
  lines.forEach((line, i) => {
    let draft = drafts.at(-1) as Draft
    const words = line.before.replace(/^[\s*_]+|[\s*_(–-]+$/gu)
    const said = /\p{L}/u.test(words.text)
    if (said && line.fields.length === 0 && hanging && isListItem(line.before.text)) {
      draft.fields.push({ field: hanging.field, value: line.before.replace(/^\s*[-–+•*]\s*/g) })
      return
    }
    if (said && draft.fields.some(isOfTask) && startsTask(lines, i, draft))
      drafts.push((draft = { words: [], fields: [] }))
    if (said) draft.words.push(words)
    draft.fields.push(...line.fields)
    const last = line.fields.at(-1)
    hanging =
      last && last.value.text === '' && last.field !== 'other'
        ? last
        : line.fields.length > 0
          ? null
          : hanging
  })
  const withFields = drafts.filter((draft) => draft.fields.some(isOfTask))
  return withFields.length > 1
    ? withFields.map(withoutHeading)
    : drafts.slice(0, 1).map((draft) => rejoin(draft, drafts))
}

/** Dashes under a body's name that each set a time of their own are tasks of their own. */
export function dashDrafts(lines: readonly Line[]): Draft[] | null {
  const dashes = lines.slice(1).filter((line) => isListItem(line.before.text))
  const timed = dashes.filter(
    ({ before, fields }) => fields.some(({ field }) => field === 'time') || findTime(before, false) !== null,
  )
  if (timed.length < 2 || dashes.length !== lines.length - 1) return null
  return dashes.map(({ before, fields }) => ({
    words: [before.replace(/^\s*[-–+•*]\s*|[\s;]+$/g)],
    fields: [...fields],
  }))
}

/** "2. Chuyển đổi số" over dashes that each carry their own labels: as many tasks as dashes, the heading none of them. */
export function labelledDashes(lines: readonly Line[]): Draft[] | null {
  const dashes = lines.slice(1).filter((line) => isListItem(line.before.text))
  const rest = lines.filter((line) => !dashes.includes(line))
  const whole = ({ before, fields }: Line) => /\p{L}{2}/u.test(before.text) && fields.some(isOfTask)
  if (dashes.length === 0 || !dashes.every(whole) || rest.some(({ fields }) => fields.length > 0)) return null
  return dashes.map(({ before, fields }) => ({
    words: [before.replace(/^\s*[-–+•*]\s*|[\s;(–-]+$/gu)],
    fields: [...fields],
  }))
}

const isListItem = (text: string) => /^\s*[-–+•*]/.test(text)
const isOfTask = ({ field }: Labelled) => field !== 'content' && field !== 'other'

/** True where these words are followed by labels that the task before them has already had: another task. */
function startsTask(lines: readonly Line[], from: number, before: Draft): boolean {
  const next = lines.slice(from).find((line) => line.fields.length > 0)
  return next?.fields.some(({ field }) => before.fields.some((each) => each.field === field)) ?? false
}

function withoutHeading(draft: Draft, index: number): Draft {
  return index === 0 && draft.words.length > 1 ? { ...draft, words: draft.words.slice(1) } : draft
}

/** Words after the labelled lines of a single task are kept with it. */
function rejoin(draft: Draft, all: readonly Draft[]): Draft {
  return { words: [...draft.words, ...all.slice(1).flatMap((each) => each.words)], fields: draft.fields }
}
