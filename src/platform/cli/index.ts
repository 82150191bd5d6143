export type { Command, CommandArgs, CommandOption } from './command.ts'
export { runCommandLine } from './run.ts'
export { openTerminal, type Streams, type Terminal } from './terminal.ts'
