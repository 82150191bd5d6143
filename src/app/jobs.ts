import { importJob } from '../features/plan/index.ts'
import { mapImportJob } from '../features/registers/index.ts'
import type { JobKind } from '../platform/jobs/index.ts'
import type { Dothi } from './compose.ts'

/** Every kind of job, for the server's worker and for commands that work the queue off themselves. */
export const jobKinds = ({ plans, imports }: Pick<Dothi, 'plans' | 'imports'>): readonly JobKind[] => [
  importJob(plans),
  mapImportJob(imports),
]
