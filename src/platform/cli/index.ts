export type { Command, CommandArgs, CommandOption } from './command.ts'
export { openTerminal, type Streams, type Terminal } from './terminal.ts'
