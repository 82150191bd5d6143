import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayAt } from '../domain/day.ts'
import { Fault } from '../domain/fault.ts'
import type { Edition, EditionMeta } from '../features/editions/index.ts'
import { actorAt, enterTown, localOfficer, type Town } from '../features/office/index.ts'
import { acceptTownPlan, planInRecord, type PublishedState } from '../features/plan/index.ts'
import { boundariesOf, enterTerritory, measure, territoryOf } from '../features/territory/index.ts'
import { head } from '../platform/db/index.ts'
import { sha256 } from '../platform/files/index.ts'
import { buildPages } from './build.ts'
import type { Dothi } from './compose.ts'
import { enterRegisters } from './example-registers.ts'
import { openPages } from './pages.ts'
import { publishPlan } from './publish-plan.ts'
import { publishTerritory } from './publish-territory.ts'
import { readAssets } from './site/assets.ts'
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
  const lock = join(dothi.config.data, 'example.lock')
  await once(lock, 'dựng thị xã minh họa / making the example town', done, async () => {
    tell('dothi: đang dựng thị xã minh họa… / making the example town…')
    await enterUnits(dothi)
    const key = (await publishedKey(dothi)) ?? (await enter(dothi))
    await enterRegisters(dothi)
    // Units first: the plan's edition, made last, tells that all is done.
    if (dothi.town.illustration) await publishUnits(dothi, version)
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

/** Only the plan of an illustration is published without a gate; any other stays in the record. */
async function publish(dothi: Dothi, key: string, version: string): Promise<void> {
  const { config, town, record, editions } = dothi
  const state = await stateOf(dothi)
  const agency = town.plan?.agency ?? ''
  const plan = await planInRecord(record, agency, { key, on: dayAt(new Date(state.revision.at)) })
  if (!plan || plan.disclosure !== 'public' || !town.illustration) return
  const render = await openPages(config.root)
  const assets = await readAssets(config.root)
  const origin = config.origin ?? ''
  await publishPlan({ editions, render, assets, origin, version }, plan, state, null)
}

/** The units as the record has them now. Only an illustration goes out without a document that releases it. */
export async function publishUnits(
  dothi: Dothi,
  version: string,
  release: EditionMeta['release'] = null,
): Promise<Edition | null> {
  const { config, town, record, editions } = dothi
  if (!town.illustration && release === null) throw new Fault('territory-release')
  const state = await stateOf(dothi)
  const { territory, boundaries } = await record.read(async (db) => ({
    territory: await territoryOf(db),
    boundaries: await boundariesOf(db),
  }))
  if (territory.units.length === 0) return null
  // What is internal stays so in every figure too: shares are measured on public boundaries alone.
  const open = boundaries.filter(({ value }) => value.disclosure === 'public')
  const areas = open.length > 0 ? await measure(dothi.territory.survey, open) : null
  const [render, assets] = [await openPages(config.root), await readAssets(config.root)]
  const publishing = { editions, render, assets, origin: config.origin ?? '', version }
  return publishTerritory(publishing, { territory, boundaries, areas, release }, state)
}

/** All of it from the record and the town's file, so that the same record gives the same edition. */
async function stateOf({ town, record }: Dothi): Promise<PublishedState> {
  const revision = await record.read((db) => head(db))
  if (!revision) throw new Fault('town-invalid', { town: town.id, fault: 'no revision' })
  return {
    town: town.name.vi,
    agency: agencyOf(town),
    contact: town.office ? `${town.office.vi}. ${town.office.hours.vi}` : null,
    asOf: dayAt(new Date(revision.instant)),
    revision: { number: revision.number, at: revision.instant, digest: revision.digest },
    illustration: town.illustration,
  }
}

function agencyOf({ plan, agencies }: Town): PublishedState['agency'] {
  const found = agencies.find(({ id }) => id === plan?.agency)
  return { id: found?.id ?? '', name: found?.name ?? '' }
}
