import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { systemsOn } from '../../src/app/place.ts'
import type { Day } from '../../src/domain/day.ts'
import { mapPositions, type Geometry } from '../../src/domain/geometry/index.ts'
import { operationOf, planeOf, toPlane } from '../../src/domain/plane.ts'
import type { Actor } from '../../src/features/office/index.ts'
import {
  importUseCases,
  mapImportJob,
  registerUseCases,
  type ImportOptions,
  type ImportServices,
  type ImportView,
} from '../../src/features/registers/index.ts'
import type { TownRecord } from '../../src/platform/db/index.ts'
import { GeometryEngine } from '../../src/platform/geometry/index.ts'
import { Objects } from '../../src/platform/files/index.ts'
import { workUntilIdle } from '../../src/platform/jobs/index.ts'
import { shippedLaw, shippedRegisters } from './law.ts'

export const engineer: Actor = { agency: 'uy-ban', post: 'ban-do', person: 'p', roles: ['engineer'] }
export const today = '2026-11-22' as Day

/** A square of 100 m in the town, in longitude and latitude. */
export function zone(id: number, code: string, over: object = {}) {
  const [x, y] = [108.95 + (id % 100) * 0.001, 14.78 + Math.floor(id / 100) * 0.001]
  const ring = [
    [x, y],
    [x + 0.0009, y],
    [x + 0.0009, y + 0.0009],
    [x, y + 0.0009],
    [x, y],
  ]
  return {
    type: 'Feature' as const,
    properties: { id, code, name: `Ô ${id}` } as Record<string, unknown>,
    geometry: { type: 'Polygon', coordinates: [ring] } as unknown,
    ...over,
  }
}

/** One for a test file, as the app has one for its process. */
const geometry = new GeometryEngine()

interface Bring extends ImportOptions {
  readonly name?: string
  readonly register?: string
}

export type Brought = ImportView & { readonly again: boolean }

/** Services of imports over a record, with the files in a folder of their own, as a worker has them, and the town's ground. */
export async function importServices(
  record: TownRecord,
  folder: string,
  ground: readonly Geometry[] = [],
): Promise<ImportServices> {
  const law = await shippedLaw()
  const systems = systemsOn(law, today)
  const plane = planeOf(systems, 'vn2000-tm3-108-00')
  const operation = operationOf(systems, 'official')
  return {
    record,
    catalogue: await shippedRegisters(),
    today: () => today,
    files: new Objects(join(folder, 'files')),
    geometry,
    place: async () => ({
      plane,
      systems,
      operation,
      box: [108.8, 14.6, 109.1, 14.9],
      areas: ground.map((area) => mapPositions(area, toPlane(plane, operation).apply)),
    }),
  }
}

/** An office that imports maps, with the worker at hand; `ground`: its town in longitude and latitude. */
export async function importDesk(
  record: TownRecord,
  ground: readonly Geometry[] = [],
  bounds?: ImportServices['bounds'],
) {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-import-desk-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const services = { ...(await importServices(record, folder, ground)), bounds }
  const files = new Objects(join(folder, 'files'))
  const cases = importUseCases(services)
  const work = () =>
    workUntilIdle(record, [mapImportJob(services)], (error) => {
      throw error
    })
  const bringBytes = async (
    bytes: Uint8Array,
    { name = 'quy-hoach.geojson', register = 'planning-zones', ...options }: Bring = {},
  ) => {
    const { id, again } = await cases.receive(engineer, register, [{ name, bytes: stream(bytes) }], options)
    await work()
    return { ...(await cases.import(engineer, id)), again }
  }
  return {
    record,
    services,
    cases,
    files,
    work,
    bringBytes,
    bring: (features: readonly object[], options: Bring = {}): Promise<Brought> =>
      bringBytes(Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })), options),
    labels: async (register = 'planning-zones') =>
      (await registerUseCases(services).entries(engineer, register, { on: today }, { limit: 1000 })).entries
        .map(({ label }) => label)
        .toSorted(),
  }
}

export type ImportDesk = Awaited<ReturnType<typeof importDesk>>

async function* stream(bytes: Uint8Array) {
  yield bytes
}
