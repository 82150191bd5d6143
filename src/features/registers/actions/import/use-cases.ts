import type { Actor } from '../../../office/index.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import type { ChangeChoice, ImportOptions, MendChoice } from '../../model/import/run.ts'
import type { ChangeQuery } from '../../store/imports/changes.ts'
import type { IssueQuery } from '../../store/imports/issues.ts'
import { acceptChanges, refuseChanges, undoImport } from './decide.ts'
import { importChanges, importIssues, mapImport, mapImports, mapMappings } from './look.ts'
import { mendIssues } from './mend.ts'
import { readAgain, type AnotherWay } from './again.ts'
import { receiveMap } from './receive.ts'
import { saveMapping } from './save-mapping.ts'
import type { ImportServices } from './services.ts'
import { changeShapes, issueShapes } from './shapes.ts'

/** Every use case of importing maps with its services bound. Each asks for the actor. */
export function importUseCases(services: ImportServices) {
  return {
    receive: (
      actor: Actor,
      register: string,
      files: Parameters<typeof receiveMap>[3],
      options: ImportOptions,
    ) => receiveMap(services, actor, register, files, options),
    readAgain: (actor: Actor, id: string, how: AnotherWay) => readAgain(services, actor, id, how),
    mappings: (actor: Actor, register?: string) => mapMappings(services, actor, register),
    /** The reference systems and operations that coordinates may be read by, and the town's own. */
    place: () => services.place(services.today()),
    issueShapes: (actor: Actor, id: string, query: IssueQuery) => issueShapes(services, actor, id, query),
    changeShapes: (actor: Actor, id: string, query: ChangeQuery) => changeShapes(services, actor, id, query),
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
