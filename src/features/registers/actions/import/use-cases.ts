import type { Actor } from '../../../office/index.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import type { ChangeChoice, ImportOptions } from '../../model/import/run.ts'
import type { ChangeQuery } from '../../store/imports/changes.ts'
import type { IssueQuery } from '../../store/imports/issues.ts'
import { acceptChanges, refuseChanges, undoImport } from './decide.ts'
import { importChanges, importIssues, mapImport, mapImports } from './look.ts'
import { mendIssues, type MendChoice } from './mend.ts'
import { receiveMap, type Incoming } from './receive.ts'
import { saveMapping } from './save-mapping.ts'
import type { ImportServices } from './services.ts'

/** Every use case of importing maps with its services bound. Each asks for the actor. */
export function importUseCases(services: ImportServices) {
  return {
    receive: (actor: Actor, register: string, files: readonly Incoming[], options: ImportOptions) =>
      receiveMap(services, actor, register, files, options),
    imports: (actor: Actor, register?: string) => mapImports(services, actor, register),
    import: (actor: Actor, id: string) => mapImport(services, actor, id),
    issues: (actor: Actor, id: string, query: IssueQuery) => importIssues(services, actor, id, query),
    changes: (actor: Actor, id: string, query: ChangeQuery) => importChanges(services, actor, id, query),
    accept: (actor: Actor, id: string, choice: ChangeChoice) => acceptChanges(services, actor, id, choice),
    refuse: (actor: Actor, id: string, choice: ChangeChoice) => refuseChanges(services, actor, id, choice),
    mend: (actor: Actor, id: string, choice: MendChoice) => mendIssues(services, actor, id, choice),
    saveMapping: (actor: Actor, id: string, name: string, mapping?: Mapping) =>
      saveMapping(services, actor, id, name, mapping),
    undo: (actor: Actor, id: string, reason: string) => undoImport(services, actor, id, reason),
  }
}

export type ImportUseCases = ReturnType<typeof importUseCases>
