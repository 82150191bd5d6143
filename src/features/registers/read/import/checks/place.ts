import { runsOf, type Geometry, type Position } from '../../../../../domain/geometry/index.ts'
import type { Candidate } from '../../../model/import/candidate.ts'
import type { ImportIssue } from '../../../model/import/issue.ts'
import { candidateKey } from '../keys.ts'
import type { TownIndex } from './town.ts'

/** Nearer than this counts as within: operations between WGS 84 and VN-2000 differ by up to 0.74 m. */
const doubt = 1

/**
 * Entries that lie outside the town, whole or in part. A part outside may be the sea, where a town's boundary ends
 * at the coast; nothing is cut.
 */
export function outsideTown(candidate: Candidate, geometry: Geometry, town: TownIndex): ImportIssue | null {
  const outside: Position[] = []
  let within = 0
  for (const run of runsOf(geometry))
    for (const position of run)
      if (town.holds(position)) within++
      else outside.push(position)
  if (outside.length === 0) return null
  // Some positions, not all: the border is asked edge by edge. What lies wholly outside needs no more than one.
  const step = Math.max(1, within === 0 ? outside.length : Math.floor(outside.length / 8))
  const asked = outside.filter((_, i) => i % step === 0)
  const distances = asked.map((position) => town.distance(position))
  const metres = within === 0 ? Math.min(...distances) : Math.max(...distances)
  if (metres < doubt) return null
  return {
    code: within === 0 ? 'outside-town' : 'partly-outside',
    at: { ...place(candidate), position: asked[distances.indexOf(metres)] },
    params: { metres: Math.round(metres) },
    count: 1,
    keys: [candidateKey(candidate)],
  }
}

export const place = ({ origin }: Pick<Candidate, 'origin'>) => ({
  layer: origin.layer,
  cad: origin.cad,
  ...(origin.fid !== '' && { fid: origin.fid }),
})
