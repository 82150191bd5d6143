import { parseDay } from '../../domain/day.ts'
import { Fault } from '../../domain/fault.ts'
import type { EditionMeta } from '../../features/editions/index.ts'
import type { CommandArgs, CommandOption } from '../../platform/cli/index.ts'

/** How a command is told which document releases what it publishes. */
export const releaseOptions: Readonly<Record<string, CommandOption>> = {
  document: {
    type: 'string',
    value: 'NUMBER',
    summary: {
      vi: 'số của văn bản cho phép công bố; bắt buộc khi dữ liệu là thật',
      en: 'number of the document that releases it; needed where the data is real',
    },
  },
  issuer: {
    type: 'string',
    value: 'NAME',
    summary: { vi: 'cơ quan ban hành văn bản đó', en: 'who issued it' },
  },
  issued: { type: 'string', value: 'DAY', summary: { vi: 'ngày ban hành', en: 'the day it was issued' } },
}

export function releaseOf(options: CommandArgs['options']): EditionMeta['release'] {
  const { document, issuer, issued } = options
  if (document === undefined && issuer === undefined) return null
  if (typeof document !== 'string' || typeof issuer !== 'string') throw new Fault('territory-release')
  const day = issued === undefined ? null : parseDay(String(issued))
  if (issued !== undefined && !day) throw new Fault('day-invalid', { text: String(issued) })
  return { kind: 'Văn bản công bố', number: document, issuer, issuedOn: day }
}
