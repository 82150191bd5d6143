import { resolve } from 'node:path'
import { dayAt } from '../../domain/day.ts'
import { Fault } from '../../domain/fault.ts'
import {
  copyEditions,
  verifyCopy,
  type Collection,
  type CopyFault,
  type Verified,
} from '../../features/editions/index.ts'
import type { Command } from '../../platform/cli/index.ts'
import { officerFor, postOption, registersAgency } from '../officer.ts'
import { publishAll } from '../publish-all.ts'
import { withDothi } from '../with-dothi.ts'
import { releaseOf, releaseOptions } from './release.ts'

/** Publishing, and what proves it: `publish`, `verify`, `withdraw`. */
export function publishCommands(version: string): readonly Command[] {
  return [publishCommand(version), verifyCommand(), withdrawCommand(version)]
}

const collections: Readonly<Record<Collection, { readonly vi: string; readonly en: string }>> = {
  plan: { vi: 'kế hoạch', en: 'plan' },
  territory: { vi: 'đơn vị hành chính', en: 'units' },
  map: { vi: 'bản đồ', en: 'map' },
  figures: { vi: 'số liệu', en: 'figures' },
  duties: { vi: 'nhiệm vụ', en: 'duties' },
  documents: { vi: 'văn bản', en: 'documents' },
}

function publishCommand(version: string): Command {
  return {
    name: 'publish',
    summary: {
      vi: 'kiểm tra rồi công bố những phần có thay đổi; --out chép mọi bản đang có hiệu lực ra thư mục',
      en: 'look over, then publish what changed; --out copies all that is in force into a folder',
    },
    usage: '[--out DIR] [--document NUMBER --issuer NAME [--issued DAY]] [--json] [--post POST]',
    takes: [0, 0],
    json: true,
    options: {
      out: {
        type: 'string',
        value: 'DIR',
        summary: { vi: 'thư mục nhận bản sao đầy đủ', en: 'folder for a full copy' },
      },
      ...releaseOptions,
      post: postOption,
    },
    async run(terminal, { options }) {
      const release = releaseOf(options)
      const done = await withDothi(terminal, version, async (dothi) => {
        const { agency } = await officerFor(
          dothi,
          'edition.publish',
          'công bố',
          options['post'],
          registersAgency(dothi),
        )
        terminal.tell({ vi: 'Đang kiểm tra trước khi công bố…', en: 'Looking over before publishing…' })
        // The version that made the pages in force: the same pages are the same edition.
        const made = (await dothi.editions.current('plan'))?.manifest.software['dothi'] ?? version
        const published = await publishAll(dothi, agency, made, release)
        const { out } = options
        const copied =
          typeof out === 'string' ? await copyEditions(dothi.editions, dothi.keys, resolve(out)) : null
        return { published, copied }
      })
      const editions = done.published.map(({ edition, changed }) => ({
        collection: edition.manifest.collection,
        id: edition.id,
        changed,
        files: Object.keys(edition.manifest.files).length,
      }))
      const answer = {
        editions,
        out: done.copied && { folder: done.copied.folder, bytes: done.copied.bytes },
      }
      terminal.answer(answer, (_, language) => {
        const vi = language === 'vi'
        const lines = editions.map(({ collection, id, changed, files }) => {
          const state = changed ? (vi ? 'bản mới' : 'new edition') : vi ? 'không đổi' : 'unchanged'
          return `${collections[collection][language]}: ${state}, ${files} ${vi ? 'tệp' : 'files'}, ${id}`
        })
        const out = answer.out ? [`${vi ? 'Bản sao đầy đủ' : 'Full copy'}: ${answer.out.folder}`] : []
        return [...lines, ...out].join('\n')
      })
    },
  }
}

const faultTexts: Readonly<Record<CopyFault['code'], { readonly vi: string; readonly en: string }>> = {
  missing: { vi: 'thiếu', en: 'missing' },
  altered: { vi: 'đã bị sửa', en: 'altered' },
  extra: { vi: 'không thuộc bản công bố', en: 'belongs to no edition' },
  unsealed: { vi: 'không có mã kiểm tra toàn vẹn', en: 'bears no seal' },
  'seal-broken': { vi: 'mã kiểm tra toàn vẹn không đúng', en: 'its seal does not hold' },
  'key-unknown': { vi: 'khóa niêm phong lạ', en: 'sealed by an unknown key' },
  'key-revoked': {
    vi: 'khóa niêm phong đã bị thu hồi trước ngày niêm phong',
    en: 'sealed by a key revoked before',
  },
  'key-out-of-time': { vi: 'khóa niêm phong ngoài thời hạn', en: 'sealed by a key out of its time' },
}

/** Needs no record: the copy proves itself. */
function verifyCommand(): Command {
  return {
    name: 'verify',
    summary: {
      vi: 'kiểm tra một bản sao công bố tới từng byte, không cần hồ sơ',
      en: 'check a copy of what is published to the last byte, without the record',
    },
    usage: 'DIR [--json]',
    takes: [1, 1],
    json: true,
    async run(terminal, { words: [folder = ''] }) {
      const verified = await verifyCopy(resolve(folder))
      terminal.answer(verified, verifiedText)
      return verified.whole ? undefined : 'failed'
    },
  }
}

function verifiedText({ whole, editions, faults }: Verified, language: 'vi' | 'en'): string {
  const vi = language === 'vi'
  const lines = editions.map(
    ({ collection, id, files, asOf, key }) =>
      `${collections[collection][language]}: ${id}, ${files} ${vi ? 'tệp, theo dữ liệu đến ngày' : 'files, as of'} ${asOf}, ${vi ? 'khóa' : 'key'} ${key ?? '–'}`,
  )
  const told = faults.map(({ path, code }) => `  - ${path}: ${faultTexts[code][language]}`)
  const end = whole
    ? vi
      ? 'Nguyên vẹn. Hãy so mã khóa với mã mà cơ quan đã công bố.'
      : 'Whole. Compare the id of the key with the one that the agency made known.'
    : vi
      ? 'KHÔNG nguyên vẹn:'
      : 'NOT whole:'
  return [...lines, end, ...told].join('\n')
}

function withdrawCommand(version: string): Command {
  return {
    name: 'withdraw',
    summary: {
      vi: 'rút một bản công bố sai: từ đó chỉ trả lời bằng lý do',
      en: 'withdraw a wrong edition: it answers with the reason from then on',
    },
    usage: 'COLLECTION ID --why REASON [--json] [--post POST]',
    takes: [2, 2],
    json: true,
    options: {
      why: { type: 'string', value: 'REASON', summary: { vi: 'sai ở đâu', en: 'what is wrong with it' } },
      post: postOption,
    },
    async run(terminal, { words: [name = '', id = ''], options: { why, post } }) {
      const collection = (Object.keys(collections) as Collection[]).find((one) => one === name)
      if (!collection) throw new Fault('not-found', { what: name })
      if (typeof why !== 'string' || why.trim() === '') throw new Fault('gate-reason')
      await withDothi(terminal, version, async (dothi) => {
        await officerFor(dothi, 'edition.withdraw', 'rút bản công bố', post)
        await dothi.editions.withdraw(collection, id, dayAt(dothi.clock.now()), why.trim())
      })
      terminal.answer({ collection, edition: id, reason: why.trim() }, (_, language) =>
        language === 'vi' ? `Đã rút: ${id}` : `Withdrawn: ${id}`,
      )
    },
  }
}
