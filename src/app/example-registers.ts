import { glob, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { dayAt, type Day } from '../domain/day.ts'
import { Fault } from '../domain/fault.ts'
import { encodeWkb, geometryFromJson } from '../domain/geometry/index.ts'
import { actorAt, localOfficer, type Actor } from '../features/office/index.ts'
import { registerUseCases, type BroughtEntry, type BroughtRegister } from '../features/registers/index.ts'
import type { Dothi } from './compose.ts'
import { exampleTown } from './town.ts'

/** A file of `towns/<town>/registers`: GeoJSON in the record's plane, with what holds for all of its entries. */
interface RegisterFile {
  readonly name: string
  readonly notice: string
  readonly stage: 'existing' | 'planned'
  readonly status: string
  readonly from: Day
  readonly features: readonly {
    readonly id: string
    readonly stage?: 'existing' | 'planned'
    readonly status?: string
    readonly from?: Day
    readonly properties: BroughtEntry['draft']['properties']
    readonly geometry: unknown
  }[]
}

/**
 * Puts the entries that the town brings along into its registers, and releases those that its document names. A second
 * time changes nothing: neither what an office made of them since, nor a release that was taken back.
 */
export async function enterRegisters(dothi: Dothi): Promise<void> {
  const { registers, notice } = dothi.town
  if (!registers) return
  const folder = exampleTown(dothi.config.root)
  const cases = registerUseCases(dothi.registers)
  const brought = await readRegisterFiles(join(folder, registers.folder))
  await cases.enter(
    await posted(dothi, registers.post),
    brought,
    `Nhập ${notice?.vi ?? 'dữ liệu của thị xã'}`,
  )
  const { document, post, registers: released, number, issuer, issuedOn } = registers.release
  const sha256 = await dothi.files.put(await readFile(join(folder, document)))
  await cases.releaseBrought(await posted(dothi, post), released, { number, issuer, issuedOn, sha256 })
}

async function posted({ record, town, clock }: Dothi, post: string): Promise<Actor> {
  const actor = await actorAt(record, localOfficer, post, dayAt(clock.now()))
  if (!actor) throw new Fault('town-invalid', { town: town.id, fault: `registers: ${post}` })
  return actor
}

/** What the files of a folder hold, each under the register of its name. */
export async function readRegisterFiles(folder: string): Promise<BroughtRegister[]> {
  const names: string[] = []
  for await (const name of glob('*.geojson', { cwd: folder })) names.push(basename(name, '.geojson'))
  return Promise.all(
    names.toSorted().map(async (register) => {
      const path = join(folder, `${register}.geojson`)
      const file = JSON.parse(await readFile(path, 'utf8')) as RegisterFile
      return { register, source: 'minh-hoa', entries: file.features.map((feature) => entryOf(file, feature)) }
    }),
  )
}

function entryOf(file: RegisterFile, feature: RegisterFile['features'][number]): BroughtEntry {
  const { stage = file.stage, status = file.status, from = file.from, geometry, properties, id } = feature
  const source = {
    made: 'file',
    name: `${file.notice}: dothi tự vẽ`,
    layer: file.name,
    feature: id,
    terms: 'Chỉ để minh họa; không phải bản đồ của cơ quan nào',
  } as const
  const place = geometry === null ? null : encodeWkb(geometryFromJson(geometry))
  return { key: id, from, draft: { stage, status, source, geometry: place, properties } }
}
