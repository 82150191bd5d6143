import { Fault, type Language } from '../../domain/fault.ts'
import type { Command } from './command.ts'
import { helpText } from './help.ts'
import { findCommand, languageOf, parseCommand } from './parse.ts'
import { openTerminal, type Streams } from './terminal.ts'

export const exit = { done: 0, refused: 1, usage: 2 } as const

/** Runs one command line to its exit code; whatever is thrown becomes a sentence, never a stack trace. */
export async function runCommandLine(
  commands: readonly Command[],
  argv: readonly string[],
  streams: Streams,
  version: string,
): Promise<number> {
  const all = [...commands, helpCommand(commands), versionCommand(version)]
  let language: Language = 'vi'
  // Read from the words alone: a refusal must be one JSON document too, even where parsing fails.
  const json = argv.includes('--json')
  try {
    language = languageOf(argv)
    const { command, rest } = findCommand(all, normal(argv))
    const args = parseCommand(command, rest)
    const terminal = openTerminal(streams, { language, json })
    if (!args.options['help'])
      return (await command.run(terminal, args)) === 'failed' ? exit.refused : exit.done
    terminal.answer(null, () => helpText(commands, command, language))
    return exit.done
  } catch (error) {
    const fault = asFault(error)
    refuse(fault, streams, { language, json })
    return fault.code.startsWith('usage') ? exit.usage : exit.refused
  }
}

/** What the file system refuses is the user's to mend: a folder that is not there, a full disk, a missing right. */
function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error
  const { code = '', path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string }
  return fileCodes.has(code)
    ? new Fault('file-access', { path: dest ?? path ?? '–', code }, error)
    : new Fault('internal', { request: '-' }, error)
}

const fileCodes: ReadonlySet<string> = new Set([
  'EACCES',
  'EEXIST',
  'EISDIR',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
])

function refuse(
  fault: Fault,
  streams: Streams,
  { language, json }: { readonly language: Language; readonly json: boolean },
): void {
  streams.err.write(`dothi: ${fault.sentence(language)}\n`)
  // What was not thrown on purpose is our mistake; whoever mends it needs the place, the user the sentence above.
  if (fault.code === 'internal') streams.err.write(`${cause(fault)}\n`)
  if (json) streams.out.write(`${JSON.stringify({ fault: fault.code, detail: fault.sentence(language) })}\n`)
}

const cause = ({ cause: error }: Fault) =>
  error instanceof Error && process.env['DOTHI_LOG'] === 'debug' ? (error.stack ?? '') : String(error)

/** The command's name comes first; `--help`, `--version` and no word at all are commands too. */
function normal(argv: readonly string[]): readonly string[] {
  const rest = argv.filter((word, index) => word !== '--lang' && argv[index - 1] !== '--lang')
  const words = rest.filter((word) => !word.startsWith('--lang='))
  const [first] = words
  if (first === undefined || first === '--help' || first === '-h') return ['help']
  return first === '--version' ? ['version', ...words.slice(1)] : words
}

function helpCommand(commands: readonly Command[]): Command {
  return {
    name: 'help',
    summary: { vi: 'xem các lệnh', en: 'show the commands' },
    usage: '[COMMAND]',
    takes: [0, 2],
    run(terminal, { words }) {
      const command = words.length > 0 ? findCommand(commands, words).command : null
      terminal.answer(null, (_, language) => helpText(commands, command, language))
      return Promise.resolve()
    },
  }
}

function versionCommand(version: string): Command {
  return {
    name: 'version',
    summary: { vi: 'xem phiên bản', en: 'show the version' },
    usage: '[--json]',
    takes: [0, 0],
    json: true,
    run(terminal) {
      terminal.answer({ version }, () => version)
      return Promise.resolve()
    },
  }
}
