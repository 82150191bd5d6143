import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayAt } from '../domain/day.ts'
import { Fault } from '../domain/fault.ts'
import type { Edition, EditionMeta } from '../features/editions/index.ts'
import { actorAt, enterTown, localOfficer } from '../features/office/index.ts'
import { acceptTownPlan } from '../features/plan/index.ts'
import { enterTerritory } from '../features/territory/index.ts'
import { sha256 } from '../platform/files/index.ts'
import { buildPages } from './build.ts'
import type { Dothi } from './compose.ts'
import { enterRegisters } from './example-registers.ts'
import { registersAgency } from './officer.ts'
import { mapDraft, momentNow, planDraft, unitsDraft } from './publications.ts'
import { exampleTown, readTownUnits } from './town.ts'
import { once } from './turn.ts'

/**
 * Makes the example town in a record that has none: its offices, its plan read and accepted, the first edition
 * of it. Every step may be done again, so that one cut short is finished by the next start; and an edition whose
 * pages were made by an older dothi is followed by one with the pages of today.
 */
export async function makeExampleTown(dothi: Dothi, tell: (line: string) => void): Promise<void> {
  const pages = await buildPages(dothi.config.root, tell)
  const { origin } = dothi.config
  const made = `${dothi.version}+${pages.slice(0, 12)}`
  const version = origin === null ? made : `${made}.${sha256(Buffer.from(origin)).slice(0, 8)}`
  const done = async () => {
    const current = (await dothi.editions.current('plan'))?.manifest.software['dothi']
    // A command that was told no address leaves the one that the server published under.
    return current === version || (origin === null && (current?.startsWith(made) ?? false))
  }
  const lock = join(dothi.config.data, 'example.turn')
  await once(lock, 'dựng thị xã minh họa / making the example town', done, async () => {
    tell('dothi: đang dựng thị xã minh họa… / making the example town…')
    await enterUnits(dothi)
    const key = (await publishedKey(dothi)) ?? (await enter(dothi))
    await enterRegisters(dothi)
    // Units first: the plan's edition, made last, tells that all is done.
    if (dothi.town.illustration) await publishUnits(dothi, version)
    if (dothi.town.illustration) await publishFirstMap(dothi, version)
    if (key !== null) await publish(dothi, key, version)
  })
}

/** The plan that was published before. It is not accepted again: an officer may have taken it back since. */
async function publishedKey({ editions }: Dothi): Promise<string | null> {
  const before = await editions.current('plan')
  return Object.keys(before?.manifest.inputs ?? {})[0] ?? null
}

async function enter(dothi: Dothi): Promise<string | null> {
  await enterTown(dothi.record, dothi.town)
  return acceptPlan(dothi)
}

/** The units of a town made by an older dothi come in later; those that stand there are left as they are. */
async function enterUnits({ config, town, record }: Dothi): Promise<void> {
  const [agency] = town.agencies
  const found = await readTownUnits(exampleTown(config.root), town)
  if (!found || !agency) return
  const author = { agency: agency.id, post: 'he-thong', person: localOfficer }
  await enterTerritory(record, author, found.territory, found.boundaries)
}

async function acceptPlan(dothi: Dothi): Promise<string | null> {
  const { plan } = dothi.town
  if (!plan) return null
  const now = dothi.clock.now()
  const actor = await actorAt(dothi.record, localOfficer, plan.post, dayAt(now))
  if (!actor) throw new Fault('town-invalid', { town: dothi.town.id, fault: `plan.post: ${plan.post}` })
  const bytes = await readFile(join(exampleTown(dothi.config.root), plan.document))
  const { document: name, validFrom, publish } = plan
  return acceptTownPlan(dothi.plans, actor, { bytes, name, validFrom, publish })
}

/** Only an illustration is published without a document that releases it. */
async function publish(dothi: Dothi, key: string, version: string): Promise<void> {
  if (!dothi.town.illustration) return
  const draft = await planDraft(dothi, { version, release: null }, key)
  const plan = await draft.make(await momentNow(dothi))
  if (plan) await dothi.editions.publish(plan)
}

/** The first edition of the map as the example ships, which passes the gate; every later one goes through it. */
async function publishFirstMap(dothi: Dothi, version: string): Promise<void> {
  const agency = registersAgency(dothi)
  if (agency === undefined || (await dothi.editions.current('map')) !== null) return
  const map = await mapDraft(dothi, agency, version).make(await momentNow(dothi))
  if (map) await dothi.editions.publish(map)
}

/** The units as the record has them now. Only an illustration goes out without a document that releases it. */
export async function publishUnits(
  dothi: Dothi,
  version: string,
  release: EditionMeta['release'] = null,
): Promise<Edition | null> {
  if (!dothi.town.illustration && release === null) throw new Fault('territory-release')
  const draft = await unitsDraft(dothi, { version, release })
  const units = await draft.make(await momentNow(dothi))
  return units && dothi.editions.publish(units)
}
