import type { Command } from '../platform/cli/index.ts'
import { readCommand } from '../features/plan/index.ts'
import { serveCommand } from './serve-command.ts'

/** Every command of `npx dothi …`, in the order of the help. */
export function commandsOf(version: string): readonly Command[] {
  return [serveCommand(version), readCommand()]
}
