import { editionApi } from '../features/editions/index.ts'
import { addPlanApi } from '../features/plan/index.ts'
import { addTerritoryApi, isUnitPath, type TerritoryView } from '../features/territory/index.ts'
import { makeFromDefinitions } from '../features/registers/index.ts'
import { environmentOf, type Config } from '../platform/config/index.ts'
import { listen } from '../platform/http/index.ts'
import { supervise } from '../platform/jobs/index.ts'
import { openLog } from '../platform/log/index.ts'
import { openDothi } from './compose.ts'
import { makeExampleTown } from './example-town.ts'
import { openPages } from './pages.ts'
import { PlanViews } from './plan-view.ts'
import { TerritoryViews, territoryServices } from './publish-territory.ts'
import { readAssets } from './site/assets.ts'
import { CurrentEdition } from './site/current-edition.ts'
import { signInPath } from './site/sign-in.ts'
import { createSite } from './site/site.ts'
import { addStaffApi } from './staff-api.ts'
import { staffServices } from './staff.ts'

export interface Serving {
  /** Address of the public pages. */
  readonly public: string
  /** One-time link for the officer of this machine. */
  readonly staff: string
  /** Finishes what is under way, closes the record, and gives the port and the record back. */
  stop(): Promise<void>
}

export async function serve(config: Config, version: string, tell: (line: string) => void): Promise<Serving> {
  const log = openLog(config.logLevel)
  const dothi = await openDothi(config, version)
  try {
    const claim = await dothi.record.claimServer()
    await makeExampleTown(dothi, tell)
    const { catalogue, today, ground } = dothi.registers
    const kept = await makeFromDefinitions(dothi.record, catalogue.on(today()), ground)
    if (kept.length > 0)
      log.warn({ views: kept }, 'views of the database stand on these: they were not renewed')
    const edition = new CurrentEdition(dothi.editions, 'plan', dothi.clock)
    const views = new PlanViews()
    const view = async () => {
      const current = await edition.get()
      return current && views.of(current)
    }
    const unitsEdition = new CurrentEdition(dothi.editions, 'territory', dothi.clock)
    const mapEdition = new CurrentEdition(dothi.editions, 'map', dothi.clock)
    const unitViews = new TerritoryViews()
    const units = async () => {
      const current = await unitsEdition.get()
      return current && unitViews.of(current)
    }
    const origin = { public: config.origin ?? '' }
    const site = createSite({
      log,
      clock: dothi.clock,
      version,
      assets: await readAssets(config.root),
      origin: config.origin,
      edition: () => edition.get(),
      others: async () =>
        (await Promise.all([unitsEdition.get(), mapEdition.get()])).filter((each) => each !== null),
      checks: [
        async () => ({
          name: 'record',
          fault: await fault(() => dothi.record.read(() => Promise.resolve())),
        }),
        async () => ({ name: 'schema', fault: await fault(() => dothi.record.demandSchema()) }),
        async () => ({
          name: 'edition',
          fault: await fault(async () => {
            if ((await edition.get()) === null) throw new Error('none in force')
          }),
        }),
      ],
      render: await openPages(config.root),
      services: async (request, officer) => ({
        origin: origin.public,
        plan: await view(),
        ...(isUnitPath(new URL(request.url).pathname) && unitServices(await units())),
        ...staffServices(dothi, officer),
      }),
      api(app, { file, officer }) {
        app.route(
          '/',
          editionApi((collection) => dothi.editions.current(collection)),
        )
        addPlanApi(app, { file, view })
        addTerritoryApi(app, { file, view: units })
        addStaffApi(app, dothi, version, officer)
      },
    })
    const listening = await listen(site.app, config)
    const local = `http://127.0.0.1:${listening.port}`
    origin.public ||= local
    const worker = supervise(
      new URL('./jobs.worker.ts', import.meta.url),
      (exit) => log.error({ exit }, 'worker ended; it is started again'),
      { args: [version], env: { ...process.env, ...environmentOf(config) } },
    )
    log.info({ port: listening.port, host: config.host, version }, 'serving')
    return {
      public: `${local}/`,
      staff: `${local}${signInPath}?ma=${site.ticket()}`,
      async stop() {
        await Promise.all([listening.stop(), worker.stop()])
        await claim.release()
        await dothi.close()
        log.info('stopped')
      },
    }
  } catch (error) {
    await dothi.close()
    throw error
  }
}

const unitServices = (view: TerritoryView | null) => (view ? territoryServices(view) : {})

async function fault(check: () => Promise<unknown>): Promise<string | null> {
  try {
    await check()
    return null
  } catch (error) {
    return String(error)
  }
}
