import type { AsOf } from '../../../domain/as-of.ts'
import { documentBytes } from '../../documents/index.ts'
import type { Actor } from '../../office/index.ts'
import type { ExportName } from '../model/export.ts'
import type { Kind, Step } from '../model/proposal.ts'
import type { ReviewQuery } from '../rules/view.ts'
import { exportPlan } from './export.ts'
import { importDocument } from './import.ts'
import { dismissImport, imports, retryImport } from './imports.ts'
import { plan, plans, proposal, proposals, savePreview } from './look.ts'
import { review, reviewKind, undo, type At } from './review.ts'
import { savePlan, unsavePlan } from './save.ts'
import type { PlanServices } from './services.ts'

/** Every use case of plans with its services bound: what pages and the API are handed. Each asks for the actor. */
export function planUseCases(services: PlanServices) {
  return {
    import: (actor: Actor, bytes: Uint8Array, name: string) => importDocument(services, actor, bytes, name),
    imports: (actor: Actor) => imports(services, actor),
    retryImport: (actor: Actor, sha256: string) => retryImport(services, actor, sha256),
    dismissImport: (actor: Actor, sha256: string) => dismissImport(services, actor, sha256),
    proposals: (actor: Actor) => proposals(services, actor),
    proposal: (actor: Actor, sha256: string, query: ReviewQuery) => proposal(services, actor, sha256, query),
    review: (actor: Actor, at: At, step: Step) => review(services, actor, at, step),
    reviewKind: (actor: Actor, at: At, kind: Kind, decision: Parameters<typeof reviewKind>[4]) =>
      reviewKind(services, actor, at, kind, decision),
    undo: (actor: Actor, at: At) => undo(services, actor, at),
    preview: (actor: Actor, sha256: string) => savePreview(services, actor, sha256),
    save: (actor: Actor, at: Parameters<typeof savePlan>[2]) => savePlan(services, actor, at),
    unsave: (actor: Actor, at: Parameters<typeof unsavePlan>[2]) => unsavePlan(services, actor, at),
    plans: (actor: Actor, at: AsOf) => plans(services, actor, at),
    plan: (actor: Actor, key: string, at: AsOf) => plan(services, actor, key, at),
    export: (actor: Actor, key: string, at: Parameters<typeof exportPlan>[3], name: ExportName) =>
      exportPlan(services, actor, key, at, name),
    file: (actor: Actor, sha256: string) => documentBytes(services, actor, sha256),
  }
}

export type PlanUseCases = ReturnType<typeof planUseCases>
