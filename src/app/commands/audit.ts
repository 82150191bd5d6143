import type { Language } from '../../domain/fault.ts'
import type { Command } from '../../platform/cli/index.ts'
import { auditVerify, type Audit, type Finding } from '../../platform/db/index.ts'
import { officerFor, postOption } from '../officer.ts'
import { withDothi } from '../with-dothi.ts'

export function auditVerifyCommand(version: string): Command {
  return {
    name: 'audit verify',
    summary: {
      vi: 'kiểm tra chuỗi kiểm toán: một byte bị sửa cũng lộ ra',
      en: 'verify the audit chain: one altered byte shows',
    },
    usage: '[--json] [--post POST]',
    takes: [0, 0],
    json: true,
    options: { post: postOption },
    async run(terminal, { options }) {
      const audit = await withDothi(terminal, version, async (dothi) => {
        await officerFor(dothi, 'record.verify', 'kiểm tra chuỗi kiểm toán', options['post'])
        return auditVerify(dothi.record)
      })
      terminal.answer(audit, sentence)
      return audit.whole ? undefined : 'failed'
    },
  }
}

function sentence(audit: Audit, language: Language): string {
  const vi = language === 'vi'
  if (audit.whole)
    return vi
      ? `Chuỗi kiểm toán nguyên vẹn: ${audit.revisions} lần ghi, mã kiểm tra ${audit.digest ?? '–'}.`
      : `The audit chain is whole: ${audit.revisions} revisions, digest ${audit.digest ?? '–'}.`
  const told = vi
    ? 'Hồ sơ đã bị sửa ngoài hệ thống. Hãy giữ nguyên tệp, báo người quản trị và khôi phục từ bản sao lưu:'
    : 'The record was altered outside the system. Keep the file as it is, tell the administrator, restore from a backup:'
  return [told, ...audit.findings.map((finding) => `  - ${place(finding, vi)}`)].join('\n')
}

function place({ revision, what, table }: Finding, vi: boolean): string {
  const at = vi ? `lần ghi ${revision ?? '?'}` : `revision ${revision ?? '?'}`
  return [at, what, table].filter((part) => part !== null).join(', ')
}
