import { canonical } from '../../../domain/canonical.ts'
import type { Author } from '../../../domain/author.ts'
import { Fault } from '../../../domain/fault.ts'
import type { TownRecord } from '../../../platform/db/index.ts'
import type { Boundary, Territory } from '../model.ts'
import { readBoundaries } from '../read/geojson.ts'
import { boundariesOf, territoryOf, write, type Writing } from '../store.ts'

/** The boundaries that a town brings along, each with the id of its unit in its properties. */
export interface TownBoundaries {
  readonly features: readonly { readonly properties: { readonly unit: string } }[]
}

/** Puts a town's units, their succession and drawn boundaries into the record; a second time changes nothing. */
export async function enterTerritory(
  record: TownRecord,
  author: Author,
  town: Territory,
  drawn: TownBoundaries,
): Promise<void> {
  const boundaries = boundariesFrom(town, drawn)
  await record.commit(author, 'Nhập đơn vị hành chính kèm theo thị xã', async (commit) => {
    const now = await territoryOf(commit.db)
    // What stands there already is left as it is: an officer may have corrected it since.
    const units = new Set(now.units.map(({ id }) => id))
    const moves = new Set(now.moves.map(({ from, to, day }) => canonical([from, to, day])))
    const known = new Set((await boundariesOf(commit.db)).map(({ id }) => id))
    await write(commit, {
      units: town.units.filter(({ id }) => !units.has(id)),
      moves: town.moves.filter(({ from, to, day }) => !moves.has(canonical([from, to, day]))),
      boundaries: boundaries.filter(({ id }) => !known.has(id)),
    })
  })
}

function boundariesFrom({ units }: Territory, drawn: TownBoundaries): Writing['boundaries'] {
  // Codes stand twice over the years; here it is the id that tells units apart.
  const { units: read, issues } = readBoundaries(drawn.features, { codesOnce: false })
  const [issue] = issues
  if (issue) throw new Fault('territory-file', { name: 'boundaries', why: `${issue.at}: ${issue.code}` })
  return read.map(({ geometry, code }, index) => {
    const id = drawn.features[index]?.properties.unit
    const unit = units.find((each) => each.id === id)
    if (!unit || !geometry) throw new Fault('territory-file', { name: 'boundaries', why: `${id} ${code}` })
    const boundary: Boundary = { geometry, source: 'dothi', illustration: true, disclosure: 'public' }
    return { ...boundary, id: unit.id, from: unit.from, to: unit.to }
  })
}
