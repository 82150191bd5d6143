import type { Language } from '../../domain/fault.ts'
import { Fault } from '../../domain/fault.ts'
import type { Day } from '../../domain/day.ts'
import { dayText, parseDayText } from '../../domain/day-text.ts'
import type { Command, CommandArgs } from '../../platform/cli/index.ts'
import { lawMessages } from './messages/staff.ts'
import { certaintyWords, readingText } from './messages/value.ts'
import type { LegalDocument } from './model.ts'
import { runCases } from './read/cases.ts'
import { readLaw, type LawFile } from './read/law.ts'
import { lawAt, parameterOf } from './rules/at.ts'
import { nationalLaw, wordsToFind } from './rules/document.ts'
import { parameterView, type ParameterView } from './rules/view.ts'

/** What is asked of the machine: the files of law, and which day it is. */
export interface LawCliNeeds {
  readonly files: (folder?: string) => Promise<readonly LawFile[]>
  readonly today: () => Day
}

/** `npx dothi law show ID`: one value on a day, as known on a day, with where it stands. */
export function lawShowCommand(needs: LawCliNeeds): Command {
  return {
    name: 'law show',
    summary: {
      vi: 'xem một giá trị pháp luật theo ngày, với văn bản, điều khoản và độ tin cậy',
      en: 'show a legal value on a day, with its document, clause and certainty',
    },
    usage: 'ID [--on DAY] [--known DAY] [--json]',
    takes: [1, 1],
    json: true,
    options: {
      on: { type: 'string', value: 'DAY', summary: { vi: 'hiệu lực tại ngày', en: 'in force on a day' } },
      known: {
        type: 'string',
        value: 'DAY',
        summary: { vi: 'theo dữ liệu đến ngày', en: 'as known on a day' },
      },
    },
    async run(terminal, args) {
      const { law, faults } = readLaw(await needs.files())
      if (faults[0]) throw faults[0]
      const id = (args.words[0] ?? '').replace(/^law\//, '').replace(/\.yaml$/, '')
      const at = { on: dayOption(args, 'on') ?? needs.today(), known: dayOption(args, 'known') }
      const view = parameterView(law, parameterOf(law, id), new Map(), at)
      terminal.answer({ ...lawAt(law, id, at), asked: at, description: view.description }, (_, language) =>
        pageOf(view, at.on, language),
      )
    },
  }
}

/** `npx dothi law check`: every fault of the folder, and every case that comes out otherwise. */
export function lawCheckCommand(needs: LawCliNeeds): Command {
  return {
    name: 'law check',
    summary: {
      vi: 'kiểm tra thư mục law: từng tệp và từng tình huống',
      en: 'check the folder law: every file and every case',
    },
    usage: '[FOLDER] [--json]',
    takes: [0, 1],
    json: true,
    async run(terminal, { words: [folder] }) {
      const files = await needs.files(folder)
      const { law, faults } = readLaw(files)
      const run = faults.length === 0 ? runCases(law, files) : { cases: [], faults: [] }
      const all = [...faults, ...run.faults]
      const answer = {
        values: law.parameters.size,
        documents: law.documents.size,
        cases: run.cases.length,
        faults: all.map((fault) => ({
          code: fault.code,
          ...fault.params,
          text: fault.sentence(terminal.language),
        })),
      }
      terminal.answer(answer, summaryOf)
      return all.length === 0 ? undefined : 'failed'
    },
  }
}

interface Summary {
  readonly values: number
  readonly documents: number
  readonly cases: number
  readonly faults: readonly { readonly text: string }[]
}

function summaryOf({ values, documents, cases, faults }: Summary, language: Language): string {
  const counted =
    language === 'vi'
      ? `${values} giá trị, ${documents} văn bản, ${cases} tình huống: ${faults.length} lỗi`
      : `${values} values, ${documents} documents, ${cases} cases: ${faults.length} faults`
  return [counted, ...faults.map(({ text }) => `  - ${text}`)].join('\n')
}

function dayOption({ options }: CommandArgs, name: string): Day | undefined {
  const text = options[name]
  if (typeof text !== 'string') return undefined
  const day = parseDayText(text)
  if (day) return day
  throw new Fault('usage-value', { name: `--${name}`, expected: '2026-07-01, 01/07/2026' })
}

function pageOf(view: ParameterView, on: Day, language: Language): string {
  const vi = language === 'vi'
  const head = `${view.description[language]} (${view.id})`
  const { now } = view
  if (!now) return `${head}\n${vi ? 'Chưa có giá trị vào ngày' : 'Nothing in force on'} ${dayText(on)}`
  const { reading, document, from } = now
  const lines = [
    head,
    readingText(reading, view, language),
    `${vi ? 'Có hiệu lực từ' : 'In force from'} ${dayText(from)}: ${document?.number ?? reading.document}${reading.article ? `, ${reading.article}` : ''}`,
    `${vi ? 'Độ tin cậy' : 'Certainty'}: ${certaintyWords[language][reading.certainty]}${now.standing === 'verified' ? '' : vi ? ' – chưa kiểm chứng' : ' – unverified'}`,
  ]
  if (reading.lookUp) lines.push(`${vi ? 'Cần tra cứu' : 'To look up'}: ${reading.lookUp[language]}`)
  if (document) lines.push(whereToRead(document, language))
  return [...lines, ...rowsOf(view)].join('\n')
}

function whereToRead(document: LegalDocument, language: Language): string {
  const t = lawMessages[language]
  const { text, issuer, issued } = document
  if (text) return `${text.address} (${t.seenAt(new URL(text.address).hostname, dayText(text.seen) ?? '')})`
  return `${t.noText(issuer[language], dayText(issued))} ${t.nationalLaw} ${t.findBy} ${wordsToFind(document)}: ${nationalLaw}`
}

/** A table's rows are for a program; a person gets them as JSON lines. */
function rowsOf({ now }: ParameterView): string[] {
  const value = now?.reading.value
  return Array.isArray(value) ? value.map((row) => `  ${JSON.stringify(row)}`) : []
}
