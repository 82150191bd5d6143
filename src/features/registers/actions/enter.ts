import type { Day } from '../../../domain/day.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import type { Release } from '../model/entry.ts'
import { demandFit, entryValue, type EntryDraft } from '../rules/entry.ts'
import { everReleased, knownEntries } from '../store/history.ts'
import { entryId, insertEntries, type NewEntry } from '../store/write.ts'
import { register } from './look.ts'
import { releaseEntries } from './release.ts'
import { authorOf, noEntry, seesRestricted, type RegisterServices } from './services.ts'

/** An entry that a town brings along, under the key that its file gives it. */
export interface BroughtEntry {
  readonly key: string
  readonly from: Day
  readonly draft: EntryDraft
}

/** Entries of one register, of one source. */
export interface BroughtRegister {
  readonly register: string
  /** A name of the source that never changes: with the key it makes the id. */
  readonly source: string
  readonly entries: readonly BroughtEntry[]
}

/** Entries a statement: below what either engine takes, and a batch's work is looked over in one piece. */
const atOnce = 200

/**
 * Enters the registers that a town brings along, all in one commit, with every entry checked as an officer's is. What
 * was entered before is left as it is: an office may have changed it since. Answers how many came in.
 */
export async function enterBrought(
  services: RegisterServices,
  actor: Actor,
  brought: readonly BroughtRegister[],
  reason: string,
): Promise<number> {
  demand(actor, 'register.import', ownDraft(actor), 'nhập lớp dữ liệu')
  const all = brought.map((one) => [one.register, valuesOf(services, actor, one)] as const)
  const { value } = await services.record.commit(authorOf(actor), reason, async (commit) => {
    let entered = 0
    for (const [id, entries] of all) {
      const known = await knownEntries(commit.db, actor.agency, id)
      const missing = entries.filter((entry) => !known.has(entry.id))
      for (let i = 0; i < missing.length; i += atOnce)
        await insertEntries(commit, id, missing.slice(i, i + atOnce))
      entered += missing.length
    }
    return entered
  })
  return value
}

function valuesOf(
  services: RegisterServices,
  actor: Actor,
  { register: id, source, entries }: BroughtRegister,
): NewEntry[] {
  const today = services.today()
  const definition = register(services, actor, id, today)
  return entries.map(({ key, from, draft }) => {
    const what = `${definition.id} ${key}`
    demandFit(definition, draft, services.catalogue.law, today, what)
    const value = entryValue(definition, draft)
    // Who may not see it could not find it again.
    if (value.disclosure === 'restricted' && !seesRestricted(actor)) throw noEntry(what)
    return { id: entryId(id, source, key), source, sourceKey: key, from, value }
  })
}

/** Releases whole registers by the document that a town brings along; one that was ever public is left as it is now. */
export async function releaseBrought(
  services: RegisterServices,
  actor: Actor,
  registers: readonly string[],
  document: Release,
): Promise<void> {
  for (const id of registers) {
    const before = await services.record.read((db) => everReleased(db, actor.agency, id))
    if (!before) await releaseEntries(services, actor, id, { all: true }, document)
  }
}
