import { GeometryEngine, type Validity } from '../../../../platform/geometry/index.ts'
import type { Candidate, ImportReading } from '../../model/import/candidate.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import {
  buildAreas,
  checkCandidates,
  validityIssues,
  type ImportContext,
  type MendMeasure,
} from '../../read/import/index.ts'

/** The reading with areas built of its lines, and everything that is wrong with its entries. GEOS lives only so long. */
export async function checked(
  reading: ImportReading,
  mapping: Mapping,
  context: ImportContext,
): Promise<ImportReading> {
  await using engine = new GeometryEngine()
  const areas = context.register.geometry === 'area'
  const built = areas ? await buildAreas(reading, mapping, context, engine) : { candidates: [], issues: [] }
  const candidates = [...reading.candidates, ...built.candidates]
  const issues = [
    ...reading.issues,
    ...built.issues,
    ...checkCandidates(candidates, context),
    ...(await validity(candidates, engine)),
  ]
  return { ...reading, candidates, issues, sums: { ...reading.sums, built: built.candidates.length } }
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
