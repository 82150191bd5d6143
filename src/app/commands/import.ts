import { setTimeout as sleep } from 'node:timers/promises'
import { parseDay } from '../../domain/day.ts'
import { Fault } from '../../domain/fault.ts'
import type { Actor } from '../../features/office/index.ts'
import {
  importAnswerOf,
  importText,
  importUseCases,
  type ImportOptions,
  type ImportOutcome,
  type ImportUseCases,
  type ImportView,
  type ListedIssue,
} from '../../features/registers/index.ts'
import type { Command, CommandArgs, Terminal } from '../../platform/cli/index.ts'
import { workUntilIdle } from '../../platform/jobs/index.ts'
import type { Dothi } from '../compose.ts'
import { jobKinds } from '../jobs.ts'
import { officerFor, postOption, registersAgency } from '../officer.ts'
import { withDothi } from '../with-dothi.ts'
import { incomingFrom, mappingFrom } from './import-files.ts'

/** `npx dothi import FILE --register ID`: a map file into a register, beside a running server too. */
export function importCommand(version: string): Command {
  return {
    name: 'import',
    summary: {
      vi: 'nhập bản đồ (Shapefile, GeoPackage, GeoJSON, DXF, DGN, bảng tọa độ…) vào một lớp dữ liệu',
      en: 'take a map (Shapefile, GeoPackage, GeoJSON, DXF, DGN, coordinate table …) into a register',
    },
    usage:
      'FILE --register ID [--crs CRS] [--mapping FILE|NAME] [--from DAY] [--accept] [--json] [--post POST]',
    takes: [1, 1],
    json: true,
    options: {
      register: option(
        'ID',
        'lớp dữ liệu, ví dụ planning-zones hoặc parcels',
        'the register, such as planning-zones or parcels',
      ),
      crs: option(
        'CRS',
        'hệ tọa độ của tệp: vn2000-tm3-108-00, EPSG:5899, crs84…; nếu không ghi, lấy theo tệp hoặc đề nghị',
        'how coordinates are read: vn2000-tm3-108-00, EPSG:5899, crs84 …; else by the file, or proposed',
      ),
      mapping: option(
        'FILE|NAME',
        'ánh xạ đã lưu, theo tên hoặc tệp JSON',
        'a saved mapping by name, or a JSON file',
      ),
      from: option(
        'DAY',
        'ngày các đối tượng bắt đầu đúng như tệp (mặc định: hôm nay)',
        'since when the entries hold so (today by default)',
      ),
      source: option(
        'NAME',
        'nguồn của tệp, khi tên tệp không cho biết',
        'whose file it is, where its name does not tell',
      ),
      accept: {
        type: 'boolean',
        summary: {
          vi: 'nhận ngay mọi khác biệt, không chờ xem',
          en: 'take every difference without a review',
        },
      },
      post: postOption,
    },
    async run(terminal, args) {
      const outcome = await withDothi(terminal, version, (dothi) => importFile(dothi, terminal, args))
      const answer = importAnswerOf(outcome, terminal.language)
      terminal.answer(answer, (_, language) => importText(outcome, language))
    },
  }
}

const option = (value: string, vi: string, en: string) =>
  ({ type: 'string', value, summary: { vi, en } }) as const

async function importFile(
  dothi: Dothi,
  terminal: Terminal,
  { words: [file = ''], options }: CommandArgs,
): Promise<ImportOutcome> {
  const register = options['register']
  if (typeof register !== 'string')
    throw new Fault('usage-value', { name: '--register', expected: '--register ID' })
  // Of the agency that keeps the registers: what another brought in is neither looked over nor published with them.
  const keeper = registersAgency(dothi)
  const actor = await officerFor(dothi, 'register.import', 'nhập bản đồ', options['post'], keeper)
  const cases = importUseCases(dothi.imports)
  const { id, again } = await cases.receive(actor, register, await incomingFrom(file), await chosen(options))
  const view = await finished(dothi, terminal, cases, actor, id)
  const issues = await allIssues(cases, actor, id)
  const { summary, state, name } = view
  const changed = again && state === 'taken' ? 0 : (summary?.changed ?? 0)
  return { register, id, name, state, entries: summary?.entries ?? 0, changed, issues }
}

async function chosen(options: CommandArgs['options']): Promise<ImportOptions> {
  const { crs, mapping, from, source, accept } = options
  const day = typeof from === 'string' ? parseDay(from) : undefined
  if (day === null) throw new Fault('day-invalid', { text: String(from) })
  return {
    ...(typeof crs === 'string' && { crs }),
    ...(typeof source === 'string' && { source }),
    ...(typeof mapping === 'string' && (await mappingFrom(mapping))),
    ...(day && { from: day }),
    ...(accept === true && { accept: true }),
  }
}

/** Waits until the step is done: by the worker of a running server, else in this process. */
async function finished(
  dothi: Dothi,
  terminal: Terminal,
  cases: ImportUseCases,
  actor: Actor,
  id: string,
): Promise<ImportView> {
  let told = ''
  let working: Promise<void> | undefined
  const failure: { error?: unknown } = {}
  for (;;) {
    const view = await cases.import(actor, id)
    if (view.fault) throw new Fault(view.fault.code, view.fault.params)
    if (view.state !== 'waiting') {
      await working
      return view
    }
    if (failure.error) throw failure.error
    told = tell(terminal, view, told)
    working ??= work(dothi).then(
      () => (working = undefined),
      (error: unknown) => {
        working = undefined
        // Another worker is at it: the server's own.
        if (!(error instanceof Fault && error.code === 'record-served')) failure.error = error
      },
    )
    await sleep(200)
  }
}

const work = (dothi: Dothi) =>
  workUntilIdle(dothi.record, jobKinds(dothi), (error) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  })

const stages: Readonly<Record<string, { vi: string; en: string }>> = {
  read: { vi: 'Đang đọc', en: 'Reading' },
  write: { vi: 'Đang ghi vào hồ sơ', en: 'Writing to the record' },
}

function tell(terminal: Terminal, { progress }: ImportView, told: string): string {
  const stage = progress && stages[progress.message]
  if (!progress || !stage) return told
  const count = progress.total === null ? `${progress.done}` : `${progress.done}/${progress.total}`
  const line = `${stage.vi} ${count}`
  if (line !== told) terminal.tell({ vi: `${line}…`, en: `${stage.en} ${count}…` })
  return line
}

async function allIssues(cases: ImportUseCases, actor: Actor, id: string): Promise<ListedIssue[]> {
  const all: ListedIssue[] = []
  for (;;) {
    const { issues } = await cases.issues(actor, id, { after: all.at(-1)?.seq ?? 0, limit: 1000 })
    all.push(...issues)
    if (issues.length < 1000) return all
  }
}
