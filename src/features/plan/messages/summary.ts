import type { Language } from '../../../domain/fault.ts'
import type { Body, PlanReading, Target, Task } from '../model.ts'
import { valueWords } from './values.ts'

const words = {
  vi: {
    basis: 'Căn cứ',
    targets: 'Chỉ tiêu',
    tasks: 'Nhiệm vụ',
    assignments: 'Tổ chức thực hiện',
    questions: 'Điều cần làm rõ (6 rõ)',
    issues: 'Lỗi văn bản cần rà soát',
    none: 'không có',
    baseline: 'số liệu nền',
    unknown: 'chưa có',
    noYear: 'không nêu năm',
    directing: 'chỉ đạo',
    lead: 'chủ trì',
    implementing: 'thực hiện',
    coordinating: 'phối hợp',
    time: 'thời gian',
    output: 'sản phẩm',
    unnamed: 'chưa nêu tên',
    likely: 'có lẽ là',
  },
  en: {
    basis: 'Legal basis',
    targets: 'Targets',
    tasks: 'Tasks',
    assignments: 'Who does what',
    questions: 'To be made clear (the "6 rõ")',
    issues: 'Faults of the text to be checked',
    none: 'none',
    baseline: 'baseline',
    unknown: 'unknown',
    noYear: 'no year given',
    directing: 'directing',
    lead: 'lead',
    implementing: 'implementing',
    coordinating: 'coordinating',
    time: 'time',
    output: 'output',
    unnamed: 'not named',
    likely: 'probably',
  },
} as const
type Said = (typeof words)[Language]

/** A reading as a page of text for the person who asked; the document's own words stay Vietnamese. */
export function summaryOf(reading: PlanReading, language: Language): string {
  const said = words[language]
  const section = (title: string, lines: readonly string[]) =>
    [`\n${title} (${lines.length})`, ...(lines.length > 0 ? lines : [`  ${said.none}`])].join('\n')
  return [
    headOf(reading),
    section(
      said.basis,
      reading.basis.map(({ text }) => `  ${text.replaceAll('\n', ' ')}`),
    ),
    section(
      said.targets,
      reading.targets.map((target) => targetLine(target, said, language)),
    ),
    section(
      said.tasks,
      reading.tasks.map((task) => taskLines(task, said)),
    ),
    section(
      said.assignments,
      reading.assignments.map(({ no, bodies }) => `  ${no}. ${names(bodies, said)}`),
    ),
    section(said.questions, counted(reading.questions.map(({ code, text }) => [code, text]))),
    section(
      said.issues,
      reading.issues.map(
        ({ found, suggest }) => `  "${found}"${suggest ? ` – ${said.likely} "${suggest}"` : ''}`,
      ),
    ),
  ].join('\n')
}

function headOf({ document: { kind, number, issuer, issuedOn, title } }: PlanReading): string {
  const first = [kind?.toUpperCase(), number, issuedOn].filter(Boolean).join(' · ')
  return [first, title, issuer].filter(Boolean).join('\n')
}

function targetLine(target: Target, said: Said, language: Language): string {
  const values = target.values.map(
    (value) => `${value.year ?? said.noYear}: ${valueWords(value, target.unit, language)}`,
  )
  const { baseline } = target
  const now = baseline
    ? `${baseline.year ?? said.noYear}: ${valueWords(baseline, target.unit, language)}`
    : said.unknown
  return `  ${target.indicator}\n    ${values.join('; ')}  (${said.baseline} ${now})`
}

function taskLines(task: Task, said: Said): string {
  const roles = (['directing', 'lead', 'implementing', 'coordinating'] as const)
    .filter((role) => task[role].length > 0)
    .map((role) => `    ${said[role]}: ${names(task[role], said)}`)
  const text = (task.title ?? task.text).replaceAll('\n', ' ')
  return [
    `  ${task.no}. ${text.length > 140 ? `${text.slice(0, 139)}…` : text}`,
    ...roles,
    `    ${said.time}: ${task.time.text ?? said.unknown}`,
    ...(task.output ? [`    ${said.output}: ${task.output.text}`] : []),
  ].join('\n')
}

const names = (bodies: readonly Body[], said: Said) =>
  bodies.map(({ text, named }) => (named ? text : `${text} [${said.unnamed}]`)).join('; ')

/** Questions of one kind are told once with their number: 24 tasks without an output are one line. */
function counted(questions: readonly (readonly [code: string, text: string])[]): string[] {
  const byCode = Map.groupBy(questions, ([code]) => code)
  return [...byCode.values()].flatMap((alike) =>
    alike.length <= 3 || alike[0]?.[0] === 'possible-target'
      ? alike.map(([, text]) => `  ${text}`)
      : [`  ${alike.length} × ${alike[0]?.[1] ?? ''}`],
  )
}
