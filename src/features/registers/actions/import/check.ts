import type { GeometryEngine, Validity } from '../../../../platform/geometry/index.ts'
import type { Candidate } from '../../model/import/candidate.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import {
  buildAreas,
  EntryChecks,
  validityIssues,
  type BuiltAreas,
  type FinishedReading,
  type ImportContext,
  type MendMeasure,
} from '../../read/import/index.ts'
import { asideIn } from './kept.ts'

/** Areas of the file's line work; its own areas are taken into memory only where there is any. */
export async function built(
  reading: FinishedReading,
  aside: string,
  mapping: Mapping,
  context: ImportContext,
  engine: GeometryEngine,
): Promise<BuiltAreas> {
  if (context.register.geometry !== 'area' || reading.lines.length === 0)
    return { candidates: [], issues: [] }
  const candidates: Candidate[] = []
  for await (const { first, bodies } of asideIn(aside))
    candidates.push(...bodies.map((body, i) => reading.candidate(body, first + i)))
  return buildAreas({ ...reading, candidates }, mapping, context, engine)
}

/** Everything that is wrong with the entries of one block, and with them beside the blocks before. */
export function checker(context: ImportContext, engine: GeometryEngine) {
  const checks = new EntryChecks(context)
  return async (candidates: readonly Candidate[]): Promise<ImportIssue[]> => [
    ...checks.of(candidates),
    ...(await validity(candidates, engine)),
  ]
}

async function validity(candidates: readonly Candidate[], engine: GeometryEngine): Promise<ImportIssue[]> {
  const placed = candidates.flatMap(({ geometry }, index) => (geometry ? [{ geometry, index }] : []))
  const found = await engine.validity(placed.map(({ geometry }) => geometry))
  const all: (Validity | null)[] = candidates.map(() => null)
  placed.forEach(({ index }, i) => (all[index] = found[i] ?? null))
  const invalid = placed.filter(({ index }) => all[index]?.valid === false)
  const mends = await engine.makeValid(invalid.map(({ geometry }) => geometry))
  const measures = new Map<number, MendMeasure>()
  invalid.forEach(({ index }, i) => {
    const mend = mends[i]
    if (mend) measures.set(index, mend)
  })
  return validityIssues(candidates, all, measures)
}
