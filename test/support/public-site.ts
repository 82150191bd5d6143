import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPages } from '../../src/app/build.ts'
import { openPages } from '../../src/app/pages.ts'
import { PlanViews } from '../../src/app/plan-view.ts'
import { publishPlan } from '../../src/app/publish-plan.ts'
import { publishTerritory, TerritoryViews, territoryServices } from '../../src/app/publish-territory.ts'
import { readAssets } from '../../src/app/site/assets.ts'
import { createSite } from '../../src/app/site/site.ts'
import { editionApi, Editions, Keys, type Edition } from '../../src/features/editions/index.ts'
import { addPlanApi, type AcceptedPlan, type PublishedState } from '../../src/features/plan/index.ts'
import { isUnitPath } from '../../src/features/territory/index.ts'
import { systemClock } from '../../src/platform/clock/index.ts'
import { listen } from '../../src/platform/http/index.ts'
import { openLog } from '../../src/platform/log/index.ts'
import { ducPho } from './duc-pho-units.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export interface PublicSite {
  /** Without a slash at the end. */
  readonly address: string
  readonly edition: Edition
  close(): Promise<void>
}

/** The public side alone, without a record: an edition in a folder of its own, and the server before it. */
export async function publicSite(plan: AcceptedPlan, state: PublishedState): Promise<PublicSite> {
  await buildPages(root, () => undefined)
  const folder = await mkdtemp(join(tmpdir(), 'dothi-public-'))
  const editions = new Editions(folder, new Keys(folder, 'a', () => '2026-02-03'))
  const [render, assets] = [await openPages(root), await readAssets(root)]
  const origin = 'https://thi-du.example'
  const edition = await publishPlan({ editions, render, assets, origin, version: '0' }, plan, state, null)
  const view = await new PlanViews().of(edition)
  const publishing = { editions, render, assets, origin, version: '0' }
  const unitsEdition = await publishTerritory(
    publishing,
    { territory: ducPho, boundaries: [], areas: null, release: null },
    state,
  )
  const units = territoryServices(await new TerritoryViews().of(unitsEdition))
  const site = createSite({
    log: openLog('silent'),
    clock: systemClock,
    version: '0',
    assets,
    origin,
    edition: () => Promise.resolve(edition),
    others: () => Promise.resolve([unitsEdition]),
    checks: [],
    render,
    services: (request) => ({ origin, plan: view, ...(isUnitPath(new URL(request.url).pathname) && units) }),
    api(app, { file }) {
      app.route(
        '/',
        editionApi((collection) => editions.current(collection)),
      )
      addPlanApi(app, { file, view: () => Promise.resolve(view) })
    },
  })
  const listening = await listen(site.app, { host: '127.0.0.1', port: 0 })
  return {
    address: `http://127.0.0.1:${listening.port}`,
    edition,
    async close() {
      await listening.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
