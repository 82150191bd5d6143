import type { Day } from '../../domain/day.ts'
import { Fault } from '../../domain/fault.ts'
import type { TownRecord } from '../../platform/db/index.ts'
import type { Actor, Town } from './model.ts'
import { townFaults } from './rules.ts'
import { enterAgency, enterPeople, postsOn, type PostHeld } from './store.ts'

/** The one officer of a machine without sign-in of its own. */
export const localOfficer = 'can-bo-tai-may'

/** Puts a town's agencies, posts and people into the record; a second time changes nothing. */
export async function enterTown(record: TownRecord, town: Town): Promise<void> {
  const [fault] = townFaults(town)
  if (fault) throw new Fault('town-invalid', { town: town.id, fault })
  for (const agency of town.agencies) {
    // An agency's rows are its own: one commit each, in its own name, by the machine.
    const author = { agency: agency.id, post: 'he-thong', person: localOfficer }
    await record.commit(author, `Nhập danh mục cơ quan: ${agency.name}`, async (commit) => {
      await enterAgency(commit, town, agency)
      await enterPeople(commit, town)
    })
  }
}

/** Posts that the local officer may choose to act for, on a day. */
export async function posts(record: TownRecord, on: Day): Promise<PostHeld[]> {
  return record.read((db) => postsOn(db, { on }))
}

/** Who acts when a person acts for a post; null where there is no such post on that day. */
export async function actorAt(
  record: TownRecord,
  person: string,
  post: string,
  on: Day,
): Promise<Actor | null> {
  const held = (await posts(record, on)).find(({ id }) => id === post)
  return held ? { agency: held.agency, post, person, roles: held.roles } : null
}
