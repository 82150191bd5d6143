import type { Words } from '../../domain/words.ts'
import type { Terminal } from './terminal.ts'

/** One command of `npx dothi …`. A refusal is thrown as a `Fault`. */
export interface Command {
  /** As typed; two words where commands belong together (`audit verify`). */
  readonly name: string
  readonly summary: Words
  /** What follows the name: `FILE [--json]`. */
  readonly usage: string
  /** How many arguments without a flag it takes, least and most. */
  readonly takes: readonly [least: number, most: number]
  /** True where a program would read the answer: `--json` is then accepted, and `terminal.answer` obeys it. */
  readonly json?: boolean
  readonly options?: Readonly<Record<string, CommandOption>>
  /** Ends with `failed` where it did its work and what it answered is bad news: exit code 1, no more words. */
  run(terminal: Terminal, args: CommandArgs): Promise<'failed' | void>
}

export interface CommandOption {
  readonly type: 'string' | 'boolean'
  /** What a string stands for in the help: `DAY`, `PORT`. */
  readonly value?: string
  readonly summary: Words
}

export interface CommandArgs {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}
