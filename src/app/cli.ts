import { readCommand } from '../features/plan/index.ts'
import type { Command } from '../platform/cli/index.ts'
import { auditVerifyCommand } from './commands/audit.ts'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { serveCommand } from './commands/serve.ts'

/** Every command of `npx dothi …`, in the order of the help. */
export function commandsOf(version: string): readonly Command[] {
  return [
    serveCommand(version),
    readCommand(),
    backupCommand(version),
    restoreCommand(),
    auditVerifyCommand(version),
  ]
}
