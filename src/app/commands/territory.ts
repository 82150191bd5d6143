import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { dayAt, parseDay, type Day } from '../../domain/day.ts'
import { Fault } from '../../domain/fault.ts'
import {
  briefOf,
  crosswalkAnswer,
  crosswalkOf,
  crosswalkText,
  decideMoves,
  findingAnswer,
  findText,
  findUnits,
  importAnswer,
  importTerritory,
  importText,
  proposals,
  proposalsText,
  territoryOf,
  type DocumentRef,
  type Move,
  type Territory,
} from '../../features/territory/index.ts'
import type { Command, CommandArgs, CommandOption } from '../../platform/cli/index.ts'
import { publishUnits } from '../example-town.ts'
import { officerFor, postOption } from '../officer.ts'
import { withDothi } from '../with-dothi.ts'
import { refuseCommand } from './territory-refuse.ts'
import { releaseOf, releaseOptions } from './release.ts'

const dayOption = (vi: string, en: string): CommandOption => ({
  type: 'string',
  value: 'DAY',
  summary: { vi, en },
})
const documentOptions: Readonly<Record<string, CommandOption>> = {
  document: {
    type: 'string',
    value: 'NUMBER',
    summary: { vi: 'số của văn bản quyết định thay đổi', en: 'number of the act that decides the change' },
  },
  article: { type: 'string', value: 'TEXT', summary: { vi: 'điều, khoản của văn bản', en: 'its article' } },
}

const dayOf = (value: string | boolean | undefined): Day | null => {
  if (value === undefined) return null
  const day = parseDay(String(value))
  if (!day) throw new Fault('day-invalid', { text: String(value) })
  return day
}
const needed = (day: Day | null): Day => {
  if (!day) throw new Fault('day-invalid', { text: '' })
  return day
}

function documentOf({ options }: CommandArgs): DocumentRef | null {
  const { document, article } = options
  if (typeof document !== 'string') return null
  return {
    number: document,
    issuer: null,
    issuedOn: null,
    article: typeof article === 'string' ? article : null,
  }
}

export function territoryCommands(version: string): readonly Command[] {
  return [
    importCommand(version),
    findCommand(version),
    crosswalkCommand(version),
    proposalsCommand(version),
    decideCommand(version),
    refuseCommand(version),
    publishCommand(version),
  ]
}

function importCommand(version: string): Command {
  return {
    name: 'territory import',
    summary: {
      vi: 'nhập đơn vị hành chính, ranh giới, hoặc bảng đơn vị cũ – mới từ tệp',
      en: 'take in administrative units, boundaries, or a table of old and new units',
    },
    usage: 'FILE [--json] [--on DAY] [--document NUMBER] [--province CODE] [--replace] [--post POST]',
    takes: [1, 1],
    json: true,
    options: {
      on: dayOption('ngày các đơn vị trong tệp có hiệu lực', 'since when the units of the file stand'),
      ...documentOptions,
      province: {
        type: 'string',
        value: 'CODE',
        summary: { vi: 'tỉnh cần lấy trong tệp cả nước', en: 'province to take from a file of the nation' },
      },
      replace: {
        type: 'boolean',
        summary: { vi: 'nhận cả những gì khác với hồ sơ', en: 'take over what differs from the record' },
      },
      post: postOption,
    },
    async run(terminal, args) {
      const {
        words: [file = ''],
        options,
      } = args
      const on = dayOf(options['on'])
      const province = options['province']
      const imported = await withDothi(terminal, version, async (dothi) => {
        const actor = await officerFor(dothi, 'territory.import', 'nhập đơn vị hành chính', options['post'])
        return importTerritory(
          dothi.territory,
          actor,
          { name: basename(file), bytes: await bytesOf(file) },
          {
            today: dayAt(dothi.clock.now()),
            on,
            document: documentOf(args),
            replace: options['replace'] === true,
            provinces: typeof province === 'string' ? [province] : [],
          },
        )
      })
      terminal.answer(importAnswer(imported, terminal.language), importText)
    },
  }
}

/** The size is asked before the bytes are: a file over the limit never comes into memory. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Fault('file-access', { path: file, code: found ? 'EISDIR' : 'ENOENT' })
  const mega = 1024 * 1024
  if (found.size > 256 * mega)
    throw new Fault('file-too-large', {
      name: basename(file),
      size: Math.ceil(found.size / mega),
      limit: 256,
    })
  return readFile(file)
}

function findCommand(version: string): Command {
  return {
    name: 'territory find',
    summary: {
      vi: 'tìm đơn vị hành chính theo mã hoặc tên, vào một ngày, cả theo tên cũ',
      en: 'find an administrative unit by code or name, on a day, also by former names',
    },
    usage: 'TEXT [--on DAY] [--json]',
    takes: [1, 12],
    json: true,
    options: {
      on: dayOption('vào ngày nào; không ghi thì mọi thời gian', 'on which day; without it, at any time'),
    },
    async run(terminal, { words, options }) {
      const on = dayOf(options['on'])
      const answer = await withDothi(terminal, version, async ({ record }) => {
        const territory = await record.read((db) => territoryOf(db))
        return findingAnswer(territory, findUnits(territory, words.join(' '), on))
      })
      terminal.answer(answer, findText)
    },
  }
}

function crosswalkCommand(version: string): Command {
  return {
    name: 'territory crosswalk',
    summary: {
      vi: 'đối chiếu đơn vị của hai ngày: phần diện tích, dân số, cách tính và độ chắc chắn',
      en: 'shares between the units of two days, by area and population, with method and certainty',
    },
    usage: '--from DAY --to DAY [--json]',
    takes: [0, 0],
    json: true,
    options: {
      from: dayOption('ngày thứ nhất', 'the first day'),
      to: dayOption('ngày thứ hai', 'the second day'),
    },
    async run(terminal, { options }) {
      const [from, to] = [needed(dayOf(options['from'])), needed(dayOf(options['to']))]
      const made = await withDothi(terminal, version, (dothi) => crosswalkOf(dothi.territory, from, to))
      terminal.answer(crosswalkAnswer(made), crosswalkText)
    },
  }
}

function proposalsCommand(version: string): Command {
  return {
    name: 'territory proposals',
    summary: {
      vi: 'những thay đổi đơn vị mới là đề xuất, chưa có văn bản',
      en: 'changes of units that are proposed and not decided by a document',
    },
    usage: '--on DAY [--json]',
    takes: [0, 0],
    json: true,
    options: { on: dayOption('ngày thay đổi', 'the day of the change') },
    async run(terminal, { options }) {
      const on = needed(dayOf(options['on']))
      const rows = await withDothi(terminal, version, async (dothi) => {
        const territory = await dothi.record.read((db) => territoryOf(db))
        return (await proposals(dothi.territory, on)).flatMap((move) => shown(territory, move))
      })
      terminal.answer({ on, proposals: rows }, (_, language) => proposalsText(rows, language))
    },
  }
}

function shown({ units }: Territory, move: Move) {
  const [from, to] = [move.from, move.to].map((id) => units.findLast((unit) => unit.id === id))
  if (!from || !to) return []
  return [{ from: briefOf(from), to: briefOf(to), part: move.part, basis: move.basis, day: move.day }]
}

function decideCommand(version: string): Command {
  return {
    name: 'territory decide',
    summary: {
      vi: 'ghi văn bản quyết định cho những thay đổi đang đề xuất của một đơn vị',
      en: 'name the act that decides the proposed changes of a unit',
    },
    usage: 'CODE --on DAY --document NUMBER [--article TEXT] [--json] [--post POST]',
    takes: [1, 1],
    json: true,
    options: {
      on: dayOption('ngày thay đổi', 'the day of the change'),
      ...documentOptions,
      post: postOption,
    },
    async run(terminal, args) {
      const {
        words: [code = ''],
        options,
      } = args
      const [day, document] = [needed(dayOf(options['on'])), documentOf(args)]
      if (!document) throw new Fault('territory-document')
      const moves = await withDothi(terminal, version, async (dothi) => {
        const actor = await officerFor(
          dothi,
          'territory.import',
          'ghi văn bản cho đơn vị hành chính',
          options['post'],
        )
        const decided = await decideMoves(dothi.territory, actor, { code, day, document })
        const territory = await dothi.record.read((db) => territoryOf(db))
        return decided.flatMap((move) => shown(territory, move))
      })
      terminal.answer({ decided: moves }, (_, language) => proposalsText(moves, language))
    },
  }
}

/** The act that lets the units out: its number and who issued it, both or neither. */
function publishCommand(version: string): Command {
  return {
    name: 'territory publish',
    summary: {
      vi: 'công bố đơn vị hành chính như hồ sơ đang có',
      en: 'publish the administrative units as the record has them',
    },
    usage: '[--document NUMBER --issuer NAME [--issued DAY]] [--json] [--post POST]',
    takes: [0, 0],
    json: true,
    options: { ...releaseOptions, post: postOption },
    async run(terminal, { options }) {
      const release = releaseOf(options)
      const edition = await withDothi(terminal, version, async (dothi) => {
        await officerFor(dothi, 'territory.publish', 'công bố đơn vị hành chính', options['post'])
        const made = (await dothi.editions.current('plan'))?.manifest.software['dothi']
        return publishUnits(dothi, made ?? version, release)
      })
      if (!edition) throw new Fault('territory-not-published')
      terminal.answer(
        { edition: edition.id, files: Object.keys(edition.manifest.files).length },
        ({ edition: id, files }, language) =>
          `${language === 'vi' ? 'Bản công bố' : 'Edition'} ${id} (${files})`,
      )
    },
  }
}
