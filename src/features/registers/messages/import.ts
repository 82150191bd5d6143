import type { Language } from '../../../domain/fault.ts'
import type { Words } from '../../../domain/words.ts'
import type { ImportState } from '../model/import/run.ts'
import type { ImportIssue } from '../model/import/issue.ts'
import { told } from '../rules/import/issues.ts'

/** The answer of `npx dothi import`; a program reads no more than this. */
export interface ImportAnswer {
  readonly register: string
  /** Entries that the file yields. */
  readonly entries: number
  /** Entries of the record that it changed, or would change while a review is open. */
  readonly changed: number
  readonly issues: readonly { readonly code: string; readonly at: string; readonly text: string }[]
}

export interface ImportOutcome {
  readonly register: string
  readonly entries: number
  readonly changed: number
  readonly state: ImportState
  readonly name: string
  readonly id: string
  readonly issues: readonly ImportIssue[]
}

export function importAnswerOf(outcome: ImportOutcome, language: Language): ImportAnswer {
  const { register, entries, changed } = outcome
  const issues = outcome.issues.map((issue) => {
    const { code, at, text } = told(issue)
    return { code, at, text: text[language] }
  })
  return { register, entries, changed, issues }
}

/** Places of one kind of issue that are told before the rest is counted. */
const places = 5

/** The same for a person: what was taken, then each kind of issue once, with its count, its first places and the mend. */
export function importText(outcome: ImportOutcome, language: Language): string {
  const kinds = [...Map.groupBy(outcome.issues, ({ code }) => code).values()]
  const blocks = kinds
    .toSorted((a, b) => featuresOf(b) - featuresOf(a))
    .map((list) => issueBlock(list, language))
  const heading =
    blocks.length > 0 ? ['', fill(words.look[language], { count: featuresOf(outcome.issues) })] : []
  return [...heads(outcome, language), ...heading, ...blocks].join('\n')
}

function heads({ name, register, entries, changed, state, id }: ImportOutcome, language: Language): string[] {
  const counts = { name, register, entries, changed }
  if (state === 'review')
    return [fill(words.review[language], counts), fill(words.accept[language], { name, register, id })]
  return [fill((changed === 0 ? words.same : words.taken)[language], counts)]
}

function issueBlock(list: readonly ImportIssue[], language: Language): string {
  const all = list.map(told)
  const [first] = all
  if (!first) return ''
  const shown = all.slice(0, places)
  const alike = all.every(({ text }) => text[language] === first.text[language])
  const lines = alike
    ? [`    ${first.text[language]}`, ...atLine(shown.map(({ at }) => at).filter((at) => at !== ''))]
    : shown.map(({ at, text }) => `    ${at === '' ? '' : `${at}: `}${text[language]}`)
  const rest =
    all.length > places ? [`    ${fill(words.more[language], { count: all.length - places })}`] : []
  return [`  ${first.code} (${featuresOf(list)})`, ...lines, ...rest, `    → ${first.mend[language]}`].join(
    '\n',
  )
}

/** Alike ones are told together: what counts are the features. */
const featuresOf = (issues: readonly ImportIssue[]) => issues.reduce((sum, { count }) => sum + count, 0)

const atLine = (at: readonly string[]) => (at.length > 0 ? [`    ${at.join(' · ')}`] : [])

const fill = (text: string, values: Readonly<Record<string, string | number>>) =>
  text.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))

const words = {
  taken: {
    vi: 'Đã nhập {name} vào lớp {register}: {entries} đối tượng, {changed} ghi vào hồ sơ.',
    en: '{name} is in register {register}: {entries} entries, {changed} written to the record.',
  },
  same: {
    vi: '{name}: {entries} đối tượng, không có gì khác với lớp {register} trong hồ sơ.',
    en: '{name}: {entries} entries; nothing differs from register {register} in the record.',
  },
  review: {
    vi: '{name}: {entries} đối tượng, {changed} khác với lớp {register}. Hồ sơ chưa đổi.',
    en: '{name}: {entries} entries, {changed} differ from register {register}. The record is as it was.',
  },
  accept: {
    vi: 'Xem và chấp nhận ở trang Sổ bộ, hoặc: npx dothi import {name} --register {register} --accept',
    en: 'Look and accept on the page of registers, or: npx dothi import {name} --register {register} --accept',
  },
  look: { vi: 'Nội dung cần xem ({count}):', en: 'To be looked at ({count}):' },
  more: { vi: '… và {count} chỗ nữa (--json để xem hết)', en: '… and {count} more (--json shows all)' },
} as const satisfies Record<string, Words>
