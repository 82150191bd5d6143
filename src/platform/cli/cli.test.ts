import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../domain/fault.ts'
import { runCommandLine, type Command } from './index.ts'

const count: Command = {
  name: 'plan count',
  summary: { vi: 'đếm nhiệm vụ', en: 'count tasks' },
  usage: 'FILE [--json] [--group N]',
  takes: [1, 1],
  json: true,
  options: { group: { type: 'string', value: 'N', summary: { vi: 'nhóm', en: 'group' } } },
  async run(terminal, { words, options }) {
    if (words[0] === 'absent') await readFile('/no-such-folder/a')
    if (words[0] === 'secret') throw new Fault('not-found', { what: 'secret' })
    if (words[0] === 'broken') throw new TypeError('x is undefined')
    terminal.tell({ vi: 'đang đếm', en: 'counting' })
    terminal.answer({ file: words[0], group: options['group'] ?? null }, ({ file }) => `tệp ${file}`)
  },
}

async function run(...argv: string[]) {
  const said = { out: '', err: '' }
  const streams = {
    out: { write: (text: string) => (said.out += text) },
    err: { write: (text: string) => (said.err += text) },
  }
  const code = await runCommandLine([count], argv, streams, '1.2.3')
  return { code, ...said }
}

describe('what a person types', () => {
  test('a command of two words gets its words and options, whatever their order', async () => {
    expect(await run('plan', 'count', '--group', '2', 'a.docx')).toMatchObject({
      code: 0,
      out: 'tệp a.docx\n',
    })
  })

  test('a mistyped flag is refused with the nearest one, so that no wish is silently dropped', async () => {
    const { code, err } = await run('plan', 'count', 'a', '--gruop', '2')
    expect(code).toBe(2)
    expect(err).toContain('--group')
  })

  test.each([
    [['plan', 'cuont'], 'plan count'],
    [['plan'], 'plan count'],
    [['plan', 'count'], 'plan count FILE'],
    [['plan', 'count', 'a', 'b'], 'plan count FILE'],
    [['plan', 'count', 'a', '--group'], '--group N'],
    [['plan', 'count', 'a', '--json=yes'], '--json'],
    [['plan', 'count', 'a', '--lang', 'fr'], 'vi|en'],
  ])('%j is refused and says how to write it', async (argv, hint) => {
    const { code, out, err } = await run(...argv)
    expect(code).toBe(2)
    expect(err).toContain(hint)
    if (!argv.includes('--json')) expect(out).toBe('')
  })

  test('help and version are answers on stdout, in either language', async () => {
    expect((await run()).out).toContain('đếm nhiệm vụ')
    expect((await run('help', 'plan', 'count', '--lang', 'en')).out).toContain('--group N')
    expect((await run('plan', 'count', '--help', '--lang=en')).out).toContain('count tasks')
    expect(await run('--version')).toMatchObject({ code: 0, out: '1.2.3\n', err: '' })
  })
})

describe('what a program reads', () => {
  test('stdout is one line of JSON; progress is on stderr', async () => {
    const { out, err } = await run('plan', 'count', 'a', '--json')
    expect(out).toBe('{"file":"a","group":null}\n')
    expect(err).toBe('đang đếm\n')
  })

  test('a refusal is one JSON document too, with the sentence on stderr and exit code 1', async () => {
    const { code, out, err } = await run('plan', 'count', 'secret', '--json', '--lang', 'en')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ fault: 'not-found' })
    expect(err).toContain('There is no secret here')
  })

  test('what the disk refuses is told with its path, as something that the user can mend', async () => {
    const { code, out } = await run('plan', 'count', 'absent', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      fault: 'file-access',
      detail: expect.stringContaining(`${join('no-such-folder', 'a')} (ENOENT)`),
    })
  })

  test('a mistake of ours is a sentence, not a stack trace', async () => {
    const { code, err } = await run('plan', 'count', 'broken')
    expect(code).toBe(1)
    expect(err).not.toContain('    at ')
  })
})
