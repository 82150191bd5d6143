/** Pure reading of a map file into candidates of a register: propose a mapping, read by it, check, compare. */
export type { ImportContext } from './context.ts'
export { LayerProfiler, type ColumnProfile, type GroupProfile, type LayerProfile } from './profile.ts'
export { fingerprintOf, propose, type Proposal } from './propose.ts'
export { ImportReader } from './reader.ts'
export { candidateKey } from './keys.ts'
export { checkCandidates, safeMendShare, validityIssues, type MendMeasure } from './checks/index.ts'
export { buildAreas, type BuiltAreas, type LineGeos } from './linework.ts'
export { applied, difference, reversed } from './difference.ts'
