import { readInWorker } from '../../../platform/formats/index.ts'
import { sha256 } from '../../../platform/files/index.ts'
import { refuseSecret } from '../../documents/index.ts'
import type { PlanReading } from '../model.ts'
import { readPlan } from '../read/plan.ts'
import type { ReadingOptions } from './services.ts'

/**
 * Reads a file of any known format into a plan, in a thread with bounds. Nothing is kept; what cannot be read
 * is a `Fault`, and so is a secret document: of a scan no page after the first is read then.
 */
export async function readPlanFile(
  bytes: Uint8Array,
  name: string,
  { paged, afterPages }: ReadingOptions = {},
): Promise<PlanReading> {
  const source = await readInWorker(bytes, {
    name,
    afterFirstPage: (text, pages, scanned) => {
      refuseSecret(text)
      paged?.(pages, scanned)
    },
    ...(afterPages && { afterPages }),
  })
  refuseSecret(source.text)
  return readPlan(source, sha256(bytes))
}
