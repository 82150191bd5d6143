import type { PublishedState } from '../domain/published-state.ts'
import type { EditionMeta, Publication } from '../features/editions/index.ts'
import {
  mapArtefacts,
  publicVersions,
  publicRegisters,
  type Entry,
  type PublishedRegister,
} from '../features/registers/index.ts'
import type { Day } from '../domain/day.ts'
import type { Dothi } from './compose.ts'

/** Entries a question. */
const together = 5_000

/** What an edition of the map would be: all that documents released; null where nothing is. */
export async function mapPublication(
  dothi: Dothi,
  state: PublishedState,
  version: string,
): Promise<Publication | null> {
  const registers = await releasedRegisters(dothi, state)
  if (registers.length === 0) return null
  const meta: EditionMeta = {
    agency: state.agency.id,
    town: state.town,
    revision: state.revision,
    asOf: state.asOf,
    inputs: inputsOf(registers),
    software: { dothi: version },
    law: dothi.lawDigest,
    release: lastRelease(registers),
    illustration: state.illustration,
  }
  const files = mapArtefacts(registers, state, dothi.registers.ground)
  return { collection: 'map', meta, files }
}

async function releasedRegisters(dothi: Dothi, state: PublishedState): Promise<PublishedRegister[]> {
  const { catalogue } = dothi.registers
  return dothi.record.read(async (db) => {
    const registers: PublishedRegister[] = []
    for (const id of await publicRegisters(db, state.agency.id)) {
      const versions: Entry[] = []
      for (let last: Entry | undefined; ;) {
        const after = last ? { id: last.id, from: last.valid.from } : null
        const page = await publicVersions(db, state.agency.id, id, after, together)
        for (const one of page) versions.push(one)
        if (page.length < together) break
        last = page.at(-1)
      }
      registers.push({ definition: catalogue.find(id, state.asOf as Day), versions })
    }
    return registers
  })
}

/** The files that the entries came from, by name and digest. */
function inputsOf(registers: readonly PublishedRegister[]): Record<string, string> {
  const inputs: Record<string, string> = {}
  for (const { versions } of registers)
    for (const { source, releasedBy } of versions) {
      if (source.sha256) inputs[source.name] = source.sha256
      if (releasedBy?.sha256) inputs[releasedBy.number] = releasedBy.sha256
    }
  return inputs
}

/** The newest document that released anything of it; each entry names its own. */
function lastRelease(registers: readonly PublishedRegister[]): EditionMeta['release'] {
  const all = registers.flatMap(({ versions }) => versions.flatMap(({ releasedBy }) => releasedBy ?? []))
  const last = all.reduce<(typeof all)[number] | null>(
    (newest, one) =>
      !newest || `${one.issuedOn} ${one.number}` > `${newest.issuedOn} ${newest.number}` ? one : newest,
    null,
  )
  return (
    last && { kind: 'Văn bản công bố', number: last.number, issuer: last.issuer, issuedOn: last.issuedOn }
  )
}
