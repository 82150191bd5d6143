import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Editions } from '../features/editions/index.ts'
import { systemClock, type Clock } from '../platform/clock/index.ts'
import type { Config } from '../platform/config/index.ts'
import { openRecord, type TownRecord } from '../platform/db/index.ts'
import { Objects } from '../platform/files/index.ts'

/** Everything that the commands and the server work with, built once. */
export interface Dothi {
  readonly config: Config
  readonly clock: Clock
  readonly record: TownRecord
  /** Bytes of documents. */
  readonly files: Objects
  readonly editions: Editions
  close(): Promise<void>
}

export async function openDothi(config: Config, clock: Clock = systemClock): Promise<Dothi> {
  await mkdir(config.data, { recursive: true })
  const record = await openRecord(
    config.databaseUrl === null
      ? { kind: 'sqlite', file: join(config.data, 'record.sqlite') }
      : { kind: 'postgres', url: config.databaseUrl },
    () => clock.now(),
  )
  return {
    config,
    clock,
    record,
    files: new Objects(join(config.data, 'files')),
    editions: new Editions(join(config.data, 'editions')),
    close: () => record.close(),
  }
}
