import { dayAt } from '../../domain/day.ts'
import { Fault } from '../../domain/fault.ts'
import { findingText } from '../../domain/finding.ts'
import {
  acceptFindings,
  gate,
  stops,
  takeBackAcceptance,
  type Found,
  type GateResult,
} from '../../features/editions/index.ts'
import { gateKinds, type GateCode } from '../../features/registers/index.ts'
import type { Command } from '../../platform/cli/index.ts'
import { officerFor, postOption, registersAgency } from '../officer.ts'
import { gateOf } from '../publish-all.ts'
import { withDothi } from '../with-dothi.ts'

/** Looking the town over before it is published, and accepting what is found with a reason. */
export function gateCommands(version: string): readonly Command[] {
  return [gateCommand(version), acceptCommand(version), takeBackCommand(version)]
}

const reasonOption = {
  type: 'string',
  value: 'REASON',
  summary: { vi: 'lý do, ai cũng đọc được', en: 'the reason, for all to read' },
} as const

function gateCommand(version: string): Command {
  return {
    name: 'gate',
    summary: {
      vi: 'kiểm tra toàn bộ dữ liệu trước khi công bố',
      en: 'look over everything before it is published',
    },
    usage: '[--json] [--post POST]',
    takes: [0, 0],
    json: true,
    options: { post: postOption },
    async run(terminal, { options }) {
      const result = await withDothi(terminal, version, async (dothi) => {
        const { agency } = await officerFor(
          dothi,
          'gate.read',
          'kiểm tra trước khi công bố',
          options['post'],
          registersAgency(dothi),
        )
        return gate(gateOf(dothi), agency, dayAt(dothi.clock.now()))
      })
      const { on, entries, stops: number, findings } = result
      const told = findings.map(({ id, code, severity, about, size, at, accepted, ...one }) => {
        const kind = gateKinds[code as GateCode]
        const text = { vi: findingText(one, kind, 'vi'), en: findingText(one, kind, 'en') }
        return { id, code, severity, about, size, at, accepted, text, mend: kind.mend }
      })
      terminal.answer({ on, entries, stops: number, findings: told }, (_, language) =>
        gateText(result, language),
      )
      return number === 0 ? undefined : 'failed'
    },
  }
}

/** Lines of a screen; `--json` has all of them. */
const shown = 50

function gateText({ on, entries, findings, stops: number }: GateResult, language: 'vi' | 'en'): string {
  const vi = language === 'vi'
  const head = vi
    ? `Ngày ${on}: đã xem ${entries} đối tượng, ${findings.length} nội dung cần xử lý, ${number} nội dung chặn công bố.`
    : `${on}: ${entries} entries seen, ${findings.length} findings, ${number} of them stop the publication.`
  const lines = findings
    .slice(0, shown)
    .map((one) => `  ${one.id} ${stateOf(one, language)} ${textOf(one, language)}`)
  const more = findings.length - lines.length
  const rest = more > 0 ? [vi ? `  … và ${more} nội dung nữa (--json)` : `  … and ${more} more (--json)`] : []
  return [head, ...lines, ...rest].join('\n')
}

function stateOf(one: Found, language: 'vi' | 'en'): string {
  if (stops(one)) return language === 'vi' ? '[chặn]' : '[stops]'
  if (one.accepted) return language === 'vi' ? '[đã chấp nhận]' : '[accepted]'
  return language === 'vi' ? '[lưu ý]' : '[note]'
}

const textOf = (one: Found, language: 'vi' | 'en') =>
  findingText(one, gateKinds[one.code as GateCode], language)

function acceptCommand(version: string): Command {
  return {
    name: 'gate accept',
    summary: {
      vi: 'chấp nhận nội dung cần xử lý (từng nội dung, hoặc cả một loại), có lý do',
      en: 'accept findings (each by its id, or all of a kind) with a reason',
    },
    usage: 'ID|CODE… --why REASON [--json] [--post POST]',
    takes: [1, 500],
    json: true,
    options: { why: reasonOption, post: postOption },
    async run(terminal, { words, options: { why, post } }) {
      if (typeof why !== 'string') throw new Fault('gate-reason')
      const accepted = await withDothi(terminal, version, async (dothi) => {
        const author = await officerFor(
          dothi,
          'gate.accept',
          'chấp nhận nội dung cần xử lý',
          post,
          registersAgency(dothi),
        )
        const on = dayAt(dothi.clock.now())
        return acceptFindings(gateOf(dothi), author, { on, which: words, reason: why })
      })
      terminal.answer({ accepted }, (_, language) =>
        language === 'vi' ? `Đã chấp nhận ${accepted} nội dung.` : `${accepted} findings accepted.`,
      )
    },
  }
}

function takeBackCommand(version: string): Command {
  return {
    name: 'gate take-back',
    summary: { vi: 'rút lại một lần chấp nhận', en: 'take an acceptance back' },
    usage: 'ID --why REASON [--json] [--post POST]',
    takes: [1, 1],
    json: true,
    options: { why: reasonOption, post: postOption },
    async run(terminal, { words: [id = ''], options: { why, post } }) {
      if (typeof why !== 'string') throw new Fault('gate-reason')
      await withDothi(terminal, version, async (dothi) => {
        const author = await officerFor(
          dothi,
          'gate.accept',
          'rút lại chấp nhận',
          post,
          registersAgency(dothi),
        )
        await takeBackAcceptance(dothi, author, id, why)
      })
      terminal.answer({ takenBack: id }, (_, language) =>
        language === 'vi' ? `Đã rút lại chấp nhận ${id}.` : `Taken back: ${id}.`,
      )
    },
  }
}
