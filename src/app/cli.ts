import { dayAt } from '../domain/day.ts'
import { lawCheckCommand, lawShowCommand } from '../features/law/index.ts'
import { readCommand } from '../features/plan/index.ts'
import { systemClock } from '../platform/clock/index.ts'
import type { Command } from '../platform/cli/index.ts'
import { readConfig } from '../platform/config/index.ts'
import { auditVerifyCommand } from './commands/audit.ts'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { gateCommands } from './commands/gate.ts'
import { importCommand } from './commands/import.ts'
import { keysCommands } from './commands/keys.ts'
import { publishCommands } from './commands/publish.ts'
import { registersCommand } from './commands/registers.ts'
import { serveCommand } from './commands/serve.ts'
import { territoryCommands } from './commands/territory.ts'
import { lawFiles, lawFolder } from './law.ts'

/** Every command of `npx dothi …`, in the order of the help. */
export function commandsOf(version: string): readonly Command[] {
  return [
    serveCommand(version),
    readCommand(),
    registersCommand(),
    importCommand(version),
    ...territoryCommands(version),
    ...gateCommands(version),
    ...publishCommands(version),
    ...keysCommands(version),
    backupCommand(version),
    restoreCommand(),
    auditVerifyCommand(version),
    lawShowCommand(lawNeeds),
    lawCheckCommand(lawNeeds),
  ]
}

const lawNeeds = {
  files: (folder?: string) => lawFiles(folder ?? lawFolder(readConfig(process.env).root)),
  today: () => dayAt(systemClock.now()),
}
