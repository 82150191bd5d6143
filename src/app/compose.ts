import { join } from 'node:path'
import { Editions, Keys } from '../features/editions/index.ts'
import type { Town } from '../features/office/index.ts'
import type { Law } from '../features/law/index.ts'
import { readPlanFile, type PlanServices } from '../features/plan/index.ts'
import {
  Extents,
  type ImportServices,
  type MapServices,
  type RecordPlane,
  type RegisterServices,
} from '../features/registers/index.ts'
import type { TerritoryServices } from '../features/territory/index.ts'
import { dayAt } from '../domain/day.ts'
import { systemClock, type Clock } from '../platform/clock/index.ts'
import type { Config } from '../platform/config/index.ts'
import { openRecord, type RecordPlace, type TownRecord } from '../platform/db/index.ts'
import { makeFolder, Objects } from '../platform/files/index.ts'
import { GeometryEngine } from '../platform/geometry/index.ts'
import { digestOfLaw, lawFiles, lawFolder, openLaw } from './law.ts'
import { townGround, townPlace } from './place.ts'
import { openRegisters } from './registers.ts'
import { exampleTown, readTown } from './town.ts'

/** Everything that the commands and the server work with, built once. */
export interface Dothi {
  readonly config: Config
  readonly clock: Clock
  /** Version of dothi itself. */
  readonly version: string
  readonly town: Town
  readonly law: Law
  /** SHA-256 of the law files, as editions name them. */
  readonly lawDigest: string
  readonly record: TownRecord
  /** Bytes of documents. */
  readonly files: Objects
  readonly editions: Editions
  /** By which they are sealed. */
  readonly keys: Keys
  /** What the use cases of plans stand on. */
  readonly plans: PlanServices
  /** What the use cases of units stand on. */
  readonly territory: TerritoryServices
  /** What the use cases of registers stand on. */
  readonly registers: RegisterServices & { readonly ground: RecordPlane }
  /** What importing maps stands on. */
  readonly imports: ImportServices
  /** What the maps of registers stand on besides. */
  readonly maps: MapServices
  close(): Promise<void>
}

export async function openDothi(config: Config, version: string, clock: Clock = systemClock): Promise<Dothi> {
  const town = await readTown(exampleTown(config.root))
  const law = await openLaw(config.root)
  await makeFolder(config.data)
  const catalogue = await openRegisters(config.root, law)
  const record = await openRecord(placeOf(config), () => clock.now())
  const folders = foldersOf(config)
  const files = new Objects(folders.files)
  const today = () => dayAt(clock.now())
  const sealing = town.plan?.agency ?? town.agencies[0]?.id ?? town.id
  const keys = new Keys(folders.editions, sealing, today, secretsOf(config))
  // A thread starts with the first question, another when there are two at once.
  const geometry = new GeometryEngine()
  const ground = townGround(law, town, dayAt(clock.now()))
  const registers = { record, catalogue, today, ground, extents: new Extents() }
  return {
    config,
    clock,
    version,
    town,
    law,
    lawDigest: digestOfLaw(await lawFiles(lawFolder(config.root))),
    record,
    files,
    editions: new Editions(folders.editions, keys),
    keys,
    plans: {
      record,
      files,
      read: readPlanFile,
      illustration: town.illustration,
    },
    territory: { record, survey: { geometry, plane: ground.plane, operation: ground.operation } },
    registers,
    imports: { ...registers, files, geometry, place: (on) => townPlace(record, law, town, on) },
    maps: { ...registers, geometry },
    close: async () => {
      await geometry[Symbol.asyncDispose]()
      await record.close()
    },
  }
}

export function placeOf({ databaseUrl, data }: Config): RecordPlace {
  return databaseUrl === null
    ? { kind: 'sqlite', file: join(data, 'record.sqlite') }
    : { kind: 'postgres', url: databaseUrl }
}

/** Folders of files that belong to the record, and go into its backup. */
export function foldersOf({ data }: Config) {
  return { files: join(data, 'files'), editions: join(data, 'editions') }
}

/** Private keys lie beside: no backup carries them about. */
const secretsOf = ({ data }: Config) => join(data, 'keys')
