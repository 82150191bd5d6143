import type { Day } from '../../domain/day.ts'
import type { Version } from '../../domain/as-of.ts'
import { facts, jsonFact, type Commit, type Db } from '../../platform/db/index.ts'
import { checkId, type LawCheck } from './model/check.ts'

const checkKind = jsonFact<LawCheck>('law-check')

/** The checks of an agency on a day, as known, by parameter and day of effect. */
export async function checksOn(
  db: Db,
  agency: string,
  on: Day,
  known?: Day,
): Promise<ReadonlyMap<string, Version<LawCheck>>> {
  const versions = await facts(db, agency, checkKind).asOf({ on, known })
  return new Map(versions.map((version) => [version.id, version]))
}

/** Writes a check that holds from its day on, in place of any before it. */
export async function writeCheck(commit: Commit, check: LawCheck): Promise<void> {
  const id = checkId(check.parameter, check.from)
  await commit.facts(checkKind).correct(id, { from: check.on, to: null }, check)
}

/** Takes away the check that holds on `on`; false where there is none. The history keeps both. */
export async function endCheck(commit: Commit, id: string, on: Day): Promise<boolean> {
  const version = await facts(commit.db, commit.author.agency, checkKind).find(id, { on })
  if (!version) return false
  await commit.facts(checkKind).end(id, version.valid.from)
  return true
}
