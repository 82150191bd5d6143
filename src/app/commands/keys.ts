import { Fault } from '../../domain/fault.ts'
import type { PublicKey } from '../../features/editions/index.ts'
import type { Command } from '../../platform/cli/index.ts'
import type { Dothi } from '../compose.ts'
import { officerFor, postOption } from '../officer.ts'
import { withDothi } from '../with-dothi.ts'

/** The keys by which the agency seals: who sees a strange id in a copy compares it with these. */
export function keysCommands(version: string): readonly Command[] {
  const run = async (
    terminal: Parameters<Command['run']>[0],
    post: string | boolean | undefined,
    work: (dothi: Dothi) => Promise<unknown>,
  ) => {
    const keys = await withDothi(terminal, version, async (dothi) => {
      await officerFor(dothi, 'edition.keys', 'quản lý khóa niêm phong', post)
      await work(dothi)
      return dothi.keys.list()
    })
    terminal.answer({ keys }, (_, language) => keys.map((key) => keyText(key, language)).join('\n'))
  }
  const common = { json: true, takes: [0, 0] } as const
  return [
    {
      ...common,
      name: 'keys',
      summary: { vi: 'liệt kê khóa niêm phong bản công bố', en: 'list the keys that seal editions' },
      usage: '[--json] [--post POST]',
      options: { post: postOption },
      run: (terminal, { options }) => run(terminal, options['post'], () => Promise.resolve()),
    },
    {
      ...common,
      name: 'keys renew',
      summary: {
        vi: 'tạo khóa mới từ hôm nay; bản đã niêm phong bằng khóa cũ vẫn đúng',
        en: 'make a new key from today on; what the old one sealed stays good',
      },
      usage: '[--json] [--post POST]',
      options: { post: postOption },
      run: (terminal, { options }) =>
        run(terminal, options['post'], async ({ keys, editions }) => {
          await keys.renew()
          await editions.reseal()
        }),
    },
    {
      ...common,
      name: 'keys revoke',
      takes: [1, 1],
      summary: {
        vi: 'thu hồi khóa bị lộ hoặc mất, có lý do; khóa mới được tạo ngay',
        en: 'revoke a key that was lost or stolen, with the reason; a new one is made at once',
      },
      usage: 'KEY --why REASON [--json] [--post POST]',
      options: {
        why: { type: 'string', value: 'REASON', summary: { vi: 'lý do', en: 'the reason' } },
        post: postOption,
      },
      run: (terminal, { words: [id = ''], options: { why, post } }) =>
        run(terminal, post, async ({ keys, editions }) => {
          if (typeof why !== 'string' || why.trim() === '') throw new Fault('gate-reason')
          await keys.revoke(id, why.trim())
          await editions.reseal()
        }),
    },
  ]
}

function keyText({ id, from, to, revoked }: PublicKey, language: 'vi' | 'en'): string {
  const vi = language === 'vi'
  const until = to ? `${vi ? 'đến trước' : 'until'} ${to}` : vi ? 'đang dùng' : 'in use'
  const gone = revoked ? ` – ${vi ? 'thu hồi' : 'revoked'} ${revoked.on}: ${revoked.why}` : ''
  return `${id}  ${vi ? 'từ' : 'from'} ${from}, ${until}${gone}`
}
