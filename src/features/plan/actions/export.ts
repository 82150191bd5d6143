import type { AsOf } from '../../../domain/as-of.ts'
import { xlsxType } from '../../../platform/formats/xlsx/index.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import type { AcceptedPlan } from '../model/accepted.ts'
import type { ExportName } from '../model/export.ts'
import { planWorkbook, targetsCsv, tasksCsv } from '../publish/tables.ts'
import { illustrationNotice, publishedTargets, publishedTasks } from '../rules/published.ts'
import { plan } from './look.ts'
import type { PlanServices } from './services.ts'

export interface Exported {
  readonly bytes: Uint8Array
  readonly type: string
}

/** Targets and tasks of a plan of the agency on a day, internal ones too, as a file to work on. */
export async function exportPlan(
  services: PlanServices,
  actor: Actor,
  key: string,
  at: AsOf & { readonly on: string },
  name: ExportName,
): Promise<Exported> {
  demand(actor, 'record.export', ownDraft(actor), 'xuất dữ liệu')
  const found = await plan(services, actor, key, at)
  const tabled = {
    targets: publishedTargets(found.targets),
    tasks: publishedTasks(found.tasks),
    notice: noticeOf(found),
  }
  if (name === 'ke-hoach.xlsx')
    return { bytes: await planWorkbook(tabled, aboutOf(found, at.on)), type: xlsxType }
  const text = name === 'chi-tieu.csv' ? targetsCsv(tabled) : tasksCsv(tabled)
  return { bytes: new TextEncoder().encode(text), type: 'text/csv; charset=utf-8' }
}

/** A file goes further than the page it was taken from: what the page says of its standing goes with it. */
function noticeOf({ illustration, disclosure }: AcceptedPlan): string | null {
  const said = [
    illustration ? illustrationNotice : '',
    disclosure === 'internal' ? 'NỘI BỘ, CHƯA CÔNG BỐ' : '',
  ]
  return said.filter(Boolean).join(' · ') || null
}

function aboutOf({ document, validFrom, source }: AcceptedPlan, on: string) {
  return [
    ['Kế hoạch', document.title ?? 'Văn bản không ghi'],
    ['Số, ký hiệu', document.number ?? 'Văn bản không ghi'],
    ['Cơ quan ban hành', document.issuer ?? 'Văn bản không ghi'],
    ['Hiệu lực từ ngày', validFrom],
    ['Theo hồ sơ tại ngày', on],
    ['Văn bản gốc (SHA-256)', source.sha256],
  ] as const
}
