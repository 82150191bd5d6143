import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Editions } from '../features/editions/index.ts'
import type { Town } from '../features/office/index.ts'
import { readPlanFile, type PlanServices } from '../features/plan/index.ts'
import { systemClock, type Clock } from '../platform/clock/index.ts'
import type { Config } from '../platform/config/index.ts'
import { openRecord, type TownRecord } from '../platform/db/index.ts'
import { Objects } from '../platform/files/index.ts'
import { exampleTown, readTown } from './town.ts'

/** Everything that the commands and the server work with, built once. */
export interface Dothi {
  readonly config: Config
  readonly clock: Clock
  /** Version of dothi itself. */
  readonly version: string
  readonly town: Town
  readonly record: TownRecord
  /** Bytes of documents. */
  readonly files: Objects
  readonly editions: Editions
  /** What the use cases of plans stand on. */
  readonly plans: PlanServices
  close(): Promise<void>
}

export async function openDothi(config: Config, version: string, clock: Clock = systemClock): Promise<Dothi> {
  const town = await readTown(exampleTown(config.root))
  await mkdir(config.data, { recursive: true })
  const record = await openRecord(
    config.databaseUrl === null
      ? { kind: 'sqlite', file: join(config.data, 'record.sqlite') }
      : { kind: 'postgres', url: config.databaseUrl },
    () => clock.now(),
  )
  const files = new Objects(join(config.data, 'files'))
  return {
    config,
    clock,
    version,
    town,
    record,
    files,
    editions: new Editions(join(config.data, 'editions')),
    plans: {
      record,
      files,
      read: readPlanFile,
      illustration: town.illustration,
    },
    close: () => record.close(),
  }
}
