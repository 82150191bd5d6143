import { parseArgs } from 'node:util'
import { Fault, type Language } from '../../domain/fault.ts'
import type { Command, CommandArgs, CommandOption } from './command.ts'
import { nearest } from './nearest.ts'

/** Flags that every command knows. */
export const commonOptions: Readonly<Record<string, CommandOption>> = {
  lang: {
    type: 'string',
    value: 'vi|en',
    summary: { vi: 'ngôn ngữ của thông báo', en: 'language of messages' },
  },
  help: { type: 'boolean', summary: { vi: 'xem cách dùng', en: 'show how to use it' } },
}
const jsonOption: CommandOption = {
  type: 'boolean',
  summary: { vi: 'in kết quả là một dòng JSON', en: 'print the answer as one line of JSON' },
}

export function optionsOf(command: Command): Readonly<Record<string, CommandOption>> {
  return { ...command.options, ...(command.json && { json: jsonOption }), ...commonOptions }
}

/** The command that the words begin with (the longest name wins), and what stands after its name. */
export function findCommand(
  commands: readonly Command[],
  argv: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } {
  const fits = commands.filter(({ name }) => name.split(' ').every((word, index) => argv[index] === word))
  const command = fits.toSorted((a, b) => b.name.length - a.name.length)[0]
  if (command) return { command, rest: argv.slice(command.name.split(' ').length) }
  const name = argv
    .slice(0, 2)
    .filter((word) => !word.startsWith('-'))
    .join(' ')
  const names = commands.map((command) => command.name)
  const near = nearest(name, [...names, ...names.map(firstWord)])
  // "audit" alone is no command: what can be typed is the whole name.
  const whole = names.find((each) => each === near) ?? names.find((each) => firstWord(each) === near)
  throw new Fault('usage-command', { name, nearest: whole ?? near })
}

const firstWord = (name: string) => name.split(' ')[0] ?? ''

/** Reads what follows the command's name; an unknown flag is refused, never ignored. */
export function parseCommand(command: Command, rest: readonly string[]): CommandArgs {
  const options = optionsOf(command)
  const types = Object.entries(options).map(([name, { type }]) => [name, { type }] as const)
  const parsed = parseArgs({
    args: [...rest],
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of parsed.tokens)
    if (token.kind === 'option') checkOption(command, options, token.name, token.rawName, token.value)
  const [least, most] = command.takes
  const given = parsed.positionals.length
  if (!parsed.values['help'] && (given < least || given > most))
    throw new Fault('usage-arguments', { command: command.name, usage: command.usage })
  return { words: parsed.positionals, options: parsed.values }
}

function checkOption(
  command: Command,
  options: Readonly<Record<string, CommandOption>>,
  name: string,
  rawName: string,
  value: string | undefined,
): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (!option) {
    const known = Object.keys(options).map((each) => `--${each}`)
    throw new Fault('usage-option', {
      command: command.name,
      name: rawName,
      nearest: nearest(rawName, known),
    })
  }
  if (option.type === 'string' && value === undefined)
    throw new Fault('usage-value', { name: rawName, expected: `${rawName} ${option.value ?? 'TEXT'}` })
  if (option.type === 'boolean' && value !== undefined)
    throw new Fault('usage-value', { name: rawName, expected: rawName })
}

/** The language asked for anywhere in the words, so that even a refusal to parse speaks it. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const value = argv[at]?.split('=')[1] ?? argv[at + 1]
  if (at < 0 || value === 'vi') return 'vi'
  if (value === 'en') return 'en'
  throw new Fault('usage-value', { name: '--lang', expected: '--lang vi|en' })
}
