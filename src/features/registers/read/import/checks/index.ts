import { decodeWkb } from '../../../../../domain/geometry/index.ts'
import type { Validity } from '../../../../../platform/geometry/index.ts'
import type { Candidate } from '../../../model/import/candidate.ts'
import type { ImportIssue } from '../../../model/import/issue.ts'
import type { ImportContext } from '../context.ts'
import { invalidReasons } from '../../../rules/invalid-reasons.ts'
import { candidateKey } from '../keys.ts'
import { outsideTown, place } from './place.ts'
import { areaIssue, sameGeometry, shapeIssues } from './shape.ts'
import { townIndex } from './town.ts'

/** What is wrong with entries beside each other and in their place. Nothing is changed or left out because of it. */
export function checkCandidates(
  candidates: readonly Candidate[],
  { register, town }: ImportContext,
): ImportIssue[] {
  const geometries = candidates.map(({ geometry }) => geometry && decodeWkb(geometry))
  const index = townIndex(town)
  const area = register.fields.find(({ type }) => type === 'area')?.key
  const issues = candidates.flatMap((candidate, i): ImportIssue[] => {
    const geometry = geometries[i]
    if (!geometry) return []
    const found = [
      index && outsideTown(candidate, geometry, index),
      candidate.made === 'file' ? areaIssue(candidate, geometry, area) : null,
    ]
    return [...shapeIssues(candidate, geometry), ...found.filter((issue) => issue !== null)]
  })
  return [...issues, ...sameGeometry(candidates, geometries)]
}

/** Area may change by this part when a geometry is made valid in one click: 1 %. */
export const safeMendShare = 0.01

/** The proposed mend of one invalid entry, as `makeValid` of `platform/geometry` measures it. */
export interface MendMeasure {
  readonly areaBefore: number
  readonly areaAfter: number
}

/**
 * What GEOS says of each candidate's geometry, in the same order; `null` where there is no geometry. A one-click mend
 * is offered where the area stays within 1 %; `mends` by the index of the candidate.
 */
export function validityIssues(
  candidates: readonly Candidate[],
  validity: readonly (Validity | null)[],
  mends: ReadonlyMap<number, MendMeasure> = new Map(),
): ImportIssue[] {
  return candidates.flatMap((candidate, i): ImportIssue[] => {
    const found = validity[i]
    if (!found || found.valid) return []
    const mend = mends.get(i)
    const safe = mend && Math.abs(mend.areaAfter - mend.areaBefore) <= safeMendShare * mend.areaBefore
    return [
      {
        code: 'geometry-invalid',
        at: { ...place(candidate), position: found.at ?? undefined },
        params: { reason: invalidReasons[found.reason] },
        count: 1,
        keys: [candidateKey(candidate)],
        ...(safe && { mend: { kind: 'make-valid' as const, within: safeMendShare * 100 } }),
      },
    ]
  })
}
