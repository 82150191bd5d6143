import { Fault } from '../../domain/fault.ts'
import { parseDay } from '../../domain/day.ts'
import { proposals, refuseMove, territoryOf } from '../../features/territory/index.ts'
import type { Command } from '../../platform/cli/index.ts'
import { officerFor, postOption } from '../officer.ts'
import { withDothi } from '../with-dothi.ts'

/** `npx dothi territory refuse OLD [NEW] --on DAY`: no to what is proposed of a unit; what a document decided stays. */
export function refuseCommand(version: string): Command {
  return {
    name: 'territory refuse',
    summary: {
      vi: 'bỏ đề xuất về đơn vị kế thừa của một đơn vị cũ, kể cả đề xuất do máy tính ra',
      en: 'say no to the successor that is proposed for a former unit, computed or listed',
    },
    usage: 'OLD-CODE [NEW-CODE] --on DAY [--json] [--post POST]',
    takes: [1, 2],
    json: true,
    options: {
      on: {
        type: 'string',
        value: 'DAY',
        summary: { vi: 'ngày thay đổi', en: 'the day of the change' },
      },
      post: postOption,
    },
    async run(terminal, { words: [old = '', successor], options }) {
      const day = parseDay(String(options['on'] ?? ''))
      if (!day) throw new Fault('day-invalid', { text: String(options['on'] ?? '') })
      const refused = await withDothi(terminal, version, async (dothi) => {
        const what = 'bỏ đề xuất về đơn vị hành chính'
        const actor = await officerFor(dothi, 'territory.import', what, options['post'])
        const { units } = await dothi.record.read((db) => territoryOf(db))
        const codeOf = (id: string) => units.findLast((unit) => unit.id === id)?.code ?? ''
        const open = (await proposals(dothi.territory, day)).filter(
          ({ from, to }) => codeOf(from) === old && (successor === undefined || codeOf(to) === successor),
        )
        if (open.length === 0) throw new Fault('territory-no-proposal', { code: old, day })
        for (const move of open) await refuseMove(dothi.territory, actor, move)
        return open.map(({ from, to, part, basis }) => ({ from: codeOf(from), to: codeOf(to), part, basis }))
      })
      terminal.answer({ on: day, refused }, ({ refused: rows }, language) =>
        rows
          .map(({ from, to }) => `${language === 'vi' ? 'Đã bỏ đề xuất' : 'Refused'}: ${from} → ${to}`)
          .join('\n'),
      )
    },
  }
}
