import type { Day } from '../../../domain/day.ts'
import type { ReadIssue, ReadUnit } from '../read/model.ts'
import { drawnTolerance } from '../rules/crosswalk.ts'
import { measure, type Survey } from './measure.ts'

/** A boundary beside the area that law or the statistics office declares. */
export interface AreaCheck {
  readonly code: string
  readonly declared: number
  /** km² of the boundary, in the plane of the record. */
  readonly drawn: number
}

/** The rings of a file's boundaries, and their areas beside the declared ones. All are taken in; what is wrong is told. */
export async function checkBoundaries(
  survey: Survey,
  units: readonly ReadUnit[],
): Promise<{ readonly issues: ReadIssue[]; readonly areas: AreaCheck[] }> {
  const valid = { from: '1900-01-01' as Day, to: null }
  const about = { source: '', illustration: false, disclosure: 'internal' } as const
  const versions = units.flatMap(({ at, geometry }) =>
    geometry ? [{ id: at, valid, value: { geometry, ...about } }] : [],
  )
  const { boundaries, broken } = await measure(survey, versions)
  const drawn = new Map(boundaries.map(({ unit, m2 }) => [unit, m2 / 1_000_000]))
  const areas = units.flatMap(({ at, code, km2 }) => {
    const measured = drawn.get(at)
    return km2 === null || measured === undefined ? [] : [{ at, code, declared: km2, drawn: measured }]
  })
  const rings = broken.map(({ unit, reason, at }): ReadIssue => ({
    code: 'ring-invalid',
    at: unit,
    found: [reason, ...(at ?? []).map((degrees) => degrees.toFixed(6))].join(' '),
  }))
  const otherwise = areas
    .filter((each) => offBy(each) > drawnTolerance)
    .map((each): ReadIssue => ({
      code: 'area-otherwise',
      at: each.at,
      found: `${each.drawn.toFixed(2)} ≠ ${each.declared}`,
    }))
  return {
    issues: [...rings, ...otherwise],
    areas: areas.map(({ code, declared, drawn: km2 }) => ({ code, declared, drawn: km2 })),
  }
}

/** By how much of the declared area the drawn one differs. */
export const offBy = ({ declared, drawn }: AreaCheck): number => Math.abs(drawn - declared) / declared
