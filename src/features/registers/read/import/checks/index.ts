import { decodeWkb } from '../../../../../domain/geometry/index.ts'
import type { Validity } from '../../../../../platform/geometry/index.ts'
import { shapeArea } from '../../../model/definition.ts'
import type { Candidate } from '../../../model/import/candidate.ts'
import type { ImportIssue } from '../../../model/import/issue.ts'
import type { ImportContext } from '../context.ts'
import { invalidReasons } from '../../../rules/invalid-reasons.ts'
import { candidateKey } from '../keys.ts'
import { outsideTown, place } from './place.ts'
import { areaIssue, SameShapes, shapeIssues } from './shape.ts'
import { townIndex, type TownIndex } from './town.ts'

/**
 * What is wrong with entries beside each other and in their place, asked in blocks: of those that went before a digest
 * is kept, not the shape. Nothing is changed or left out because of it.
 */
export class EntryChecks {
  private readonly town: TownIndex | null
  private readonly area: string | undefined
  private readonly shapes: SameShapes

  constructor({ register, town, digest }: Pick<ImportContext, 'register' | 'town' | 'digest'>) {
    this.town = townIndex(town)
    this.area = shapeArea(register)
    this.shapes = new SameShapes(digest)
  }

  of(candidates: readonly Candidate[]): ImportIssue[] {
    return candidates.flatMap((candidate): ImportIssue[] => {
      const geometry = candidate.geometry && decodeWkb(candidate.geometry)
      if (!geometry) return []
      const found = [
        this.town && outsideTown(candidate, geometry, this.town),
        candidate.made === 'file' ? areaIssue(candidate, geometry, this.area) : null,
        this.shapes.double(candidate, geometry),
      ]
      return [...shapeIssues(candidate, geometry), ...found.filter((issue) => issue !== null)]
    })
  }
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
