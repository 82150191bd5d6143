import { describe, expect, test } from 'vitest'
import { lawFiles, lawFolder } from '../../app/law.ts'
import { projectRoot } from '../../../test/support/law.ts'
import type { Day } from '../../domain/day.ts'
import { runCommandLine } from '../../platform/cli/index.ts'
import { lawCheckCommand, lawShowCommand } from './cli.ts'
import type { LawFile } from './read/law.ts'

const shipped = await lawFiles(lawFolder(projectRoot))

async function dothi(argv: readonly string[], files: readonly LawFile[] = shipped) {
  const needs = { files: () => Promise.resolve(files), today: () => '2026-11-22' as Day }
  const told = { out: '', err: '' }
  const streams = {
    out: { write: (text: string) => (told.out += text) },
    err: { write: (text: string) => (told.err += text) },
  }
  const commands = [lawShowCommand(needs), lawCheckCommand(needs)]
  return { code: await runCommandLine(commands, argv, streams, 'test'), ...told }
}

describe('law show', () => {
  test('says the value, where it stands, and that nobody has verified it', async () => {
    const { code, out } = await dothi([
      'law',
      'show',
      'qcvn-01/service-radius/kindergarten',
      '--on',
      '2027-01-01',
    ])
    expect(code).toBe(0)
    expect(out).toContain('≤ 1.000 m')
    expect(out).toContain('46/2026/TT-BXD')
    expect(out).toContain('chưa kiểm chứng')
  })

  test('says where the document was seen and when, or how it is found in the national database', async () => {
    const shown = async (id: string, ...rest: string[]) => (await dothi(['law', 'show', id, ...rest])).out
    expect(await shown('land-use/codes', '--on', '2020-01-01')).toMatch(
      /https:\/\/thukyluat\.vn\/\S+ \(đã thấy tại thukyluat\.vn ngày 23\/11\/2026\)/,
    )
    expect(await shown('qcvn-01/service-radius/kindergarten', '--on', '2026-11-22')).toContain(
      'Tìm tại Cơ sở dữ liệu quốc gia về pháp luật (vbpl.vn) theo 01/2021/TT-BXD: https://vbpl.vn',
    )
  })

  test('gives a program the value with its trace, and takes the path of the file as the name', async () => {
    const { out } = await dothi(['law', 'show', 'law/deadlines/permit/consulted-body.yaml', '--json'])
    expect(JSON.parse(out)).toMatchObject({
      state: 'value',
      value: { count: 2, of: 'working-day', silenceConsents: true },
      use: { document: 'nd-217-2026-nd-cp', article: 'điều 54', certainty: 'seen', from: '2026-07-01' },
      asked: { on: '2026-11-22' },
    })
  })

  test('says what to look up where the value is unknown, and nothing more than was known on a day', async () => {
    const asked = ['law', 'show', 'dossier/functions']
    expect((await dothi(asked)).out).toContain('Cần tra cứu: Phụ lục I')
    expect((await dothi([...asked, '--known', '01/11/2026'])).out).toContain(
      'Chưa có giá trị vào ngày 22/11/2026',
    )
  })

  test('refuses a day that is none and a value that is not there, with different exit codes', async () => {
    expect(await dothi(['law', 'show', 'dossier/functions', '--on', '31/02/2026'])).toMatchObject({ code: 2 })
    const gone = await dothi(['law', 'show', 'dossier/gone'])
    expect(gone).toMatchObject({ code: 1, out: '' })
    expect(gone.err).toContain('law/dossier/gone')
  })
})

describe('law check', () => {
  test('counts what it read and ends well', async () => {
    const { code, out } = await dothi(['law', 'check', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ faults: [] })
  })

  test('lists every fault with its line, and fails', async () => {
    const broken = shipped.map((file) =>
      file.path === 'qcvn-01/isolation-belt.yaml'
        ? { ...file, text: file.text.replace('unit: metre', 'unit: mile') }
        : file,
    )
    const { code, out } = await dothi(['law', 'check'], broken)
    expect(code).toBe(1)
    expect(out).toMatch(/law\/qcvn-01\/isolation-belt\.yaml, dòng \d+, "unit": không có đơn vị "mile"/)
  })

  test('lists a case that comes out otherwise', async () => {
    const wrong = shipped.map((file) =>
      file.path === 'cases/selectors.yaml'
        ? { ...file, text: file.text.replace('value: 500', 'value: 501') }
        : file,
    )
    const { code, out } = await dothi(['law', 'check', '--json'], wrong)
    expect(code).toBe(1)
    expect((JSON.parse(out) as { faults: { code: string }[] }).faults).toEqual([
      expect.objectContaining({ code: 'law-case', file: 'law/cases/selectors.yaml' }),
    ])
  })
})
