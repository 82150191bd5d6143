import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Fault, type Language } from '../../domain/fault.ts'
import type { Command } from '../../platform/cli/index.ts'
import { limits } from '../../platform/formats/index.ts'
import { readPlanFile } from './actions/read.ts'
import { summaryOf } from './messages/summary.ts'
import type { PlanReading } from './model.ts'

/** `npx dothi read FILE`: what a document says, as a page of text or, for a program, as JSON (docs/reading.md). */
export function readCommand(
  read: (bytes: Uint8Array, name: string) => Promise<PlanReading> = readPlanFile,
): Command {
  return {
    name: 'read',
    summary: {
      vi: 'đọc một văn bản: chỉ tiêu, nhiệm vụ, phân công và điều còn chưa rõ; không lưu gì',
      en: 'read a document: targets, tasks, assignments and what is unclear; nothing is kept',
    },
    usage: 'FILE [--json]',
    takes: [1, 1],
    json: true,
    async run(terminal, { words: [file = ''] }) {
      const name = basename(file)
      terminal.tell({ vi: `Đang đọc ${name}…`, en: `Reading ${name}…` })
      terminal.answer(await read(await bytesOf(file), name), (reading, language: Language) =>
        summaryOf(reading, language),
      )
    },
  }
}

/** The size is asked before the bytes are: a file over the limit never comes into memory. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Fault('file-access', { path: file, code: found ? 'EISDIR' : 'ENOENT' })
  if (found.size > limits.fileBytes)
    throw new Fault('file-too-large', {
      name: basename(file),
      size: Math.ceil(found.size / 1048576),
      limit: limits.fileBytes / 1048576,
    })
  return readFile(file)
}
