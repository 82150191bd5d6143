import { resolve } from 'node:path'
import type { Language } from '../../domain/fault.ts'
import type { Command } from '../../platform/cli/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { backup, restore, type BackupSummary } from '../../platform/db/index.ts'
import { foldersOf, placeOf } from '../compose.ts'
import { officerFor, postOption } from '../officer.ts'
import { withDothi } from '../with-dothi.ts'

export function backupCommand(version: string): Command {
  return {
    name: 'backup',
    summary: {
      vi: 'sao lưu hồ sơ và tệp vào một tệp, cả khi máy chủ đang chạy',
      en: 'copy the record and its files into one file, also beside a running server',
    },
    usage: 'FILE [--json] [--post POST]',
    takes: [1, 1],
    json: true,
    options: { post: postOption },
    async run(terminal, { words: [file = ''], options }) {
      const summary = await withDothi(terminal, version, async (dothi) => {
        await officerFor(dothi, 'record.backup', 'sao lưu hồ sơ', options['post'])
        return backup(dothi.record, resolve(file), foldersOf(dothi.config))
      })
      terminal.answer(
        { file, ...summary },
        (_, language) => `${done[language]} ${file}\n${told(summary, language)}`,
      )
    },
  }
}

/** Needs no post: it makes a record where there is none, so that there is nobody yet to ask. */
export function restoreCommand(): Command {
  return {
    name: 'restore',
    summary: {
      vi: 'khôi phục hồ sơ từ tệp sao lưu vào thư mục dữ liệu còn trống',
      en: 'restore the record from a backup into an empty data folder',
    },
    usage: 'FILE [--json]',
    takes: [1, 1],
    json: true,
    async run(terminal, { words: [file = ''] }) {
      const config = readConfig(process.env)
      const summary = await restore(resolve(file), placeOf(config), foldersOf(config))
      terminal.answer(
        { file, ...summary },
        (_, language) => `${back[language]} ${file}\n${told(summary, language)}`,
      )
    },
  }
}

const done = { vi: 'Đã sao lưu vào', en: 'Copied to' }
const back = { vi: 'Đã khôi phục từ', en: 'Restored from' }

/** The digests are what a person compares: the same before and after. */
function told({ record, head, rows, files }: BackupSummary, language: Language): string {
  return language === 'vi'
    ? `  ${rows} dòng, ${files} tệp\n  mã kiểm tra hồ sơ  ${record}\n  chuỗi kiểm toán    ${head ?? '–'}`
    : `  ${rows} rows, ${files} files\n  digest of the record  ${record}\n  audit chain           ${head ?? '–'}`
}
