import type { AsOf } from '../../../domain/as-of.ts'
import type { Day } from '../../../domain/day.ts'
import type { Box } from '../../../domain/geometry/index.ts'
import type { Actor } from '../../office/index.ts'
import type { Release } from '../model/entry.ts'
import type { EntryDraft } from '../rules/entry.ts'
import type { ReleaseScope } from '../rules/release.ts'
import type { Selection } from '../store/query.ts'
import type { PageQuery } from '../store/read.ts'
import { changeEntry, endEntry, insertEntry, type Change, type When } from './edit.ts'
import { enterBrought, releaseBrought, type BroughtRegister } from './enter.ts'
import { entries, entriesIn, entry, extent, keys, register, registers } from './look.ts'
import { releaseEntries, undoRevision } from './release.ts'
import type { RegisterServices } from './services.ts'

/** Every use case of registers with its services bound: what pages and the API are handed. Each asks for the actor. */
export function registerUseCases(services: RegisterServices) {
  return {
    registers: (actor: Actor, at: AsOf) => registers(services, actor, at),
    register: (actor: Actor, id: string, on: Day) => register(services, actor, id, on),
    entries: (actor: Actor, id: string, at: AsOf, query: PageQuery) =>
      entries(services, actor, id, at, query),
    extent: (actor: Actor, id: string, at: AsOf, selection: Selection) =>
      extent(services, actor, id, at, selection),
    entriesIn: (actor: Actor, box: Box, at: AsOf, limit: number) =>
      entriesIn(services, actor, box, at, limit),
    keys: (actor: Actor, id: string, at: AsOf, limit: number) => keys(services, actor, id, at, limit),
    entry: (actor: Actor, registerId: string, id: string) => entry(services, actor, registerId, id),
    insert: (actor: Actor, registerId: string, given: Parameters<typeof insertEntry>[3], change: Change) =>
      insertEntry(services, actor, registerId, given, change),
    change: (actor: Actor, registerId: string, id: string, when: When, draft: EntryDraft, change: Change) =>
      changeEntry(services, actor, registerId, id, when, draft, change),
    end: (actor: Actor, registerId: string, id: string, day: Day, change: Change) =>
      endEntry(services, actor, registerId, id, day, change),
    enter: (actor: Actor, brought: readonly BroughtRegister[], reason: string) =>
      enterBrought(services, actor, brought, reason),
    releaseBrought: (actor: Actor, registers: readonly string[], document: Release) =>
      releaseBrought(services, actor, registers, document),
    release: (actor: Actor, registerId: string, scope: ReleaseScope, document: Release) =>
      releaseEntries(services, actor, registerId, scope, document),
    undo: (actor: Actor, registerId: string, revision: number, reason: string) =>
      undoRevision(services, actor, registerId, revision, reason),
  }
}

export type RegisterUseCases = ReturnType<typeof registerUseCases>
