import { readSource } from '../../../platform/formats/index.ts'
import { sha256 } from '../../../platform/files/index.ts'
import type { PlanReading } from '../model.ts'
import { readPlan } from '../read/plan.ts'

/** Reads a file of any known format into a plan. Nothing is kept; what cannot be read is a `Fault`. */
export async function readPlanFile(bytes: Uint8Array, name: string): Promise<PlanReading> {
  return readPlan(await readSource(bytes, { name }), sha256(bytes))
}
