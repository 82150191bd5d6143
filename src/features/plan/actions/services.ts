import type { DocumentServices } from '../../documents/index.ts'
import type { PlanReading } from '../model.ts'

/** What the use cases of plans stand on; composed once by the app. */
export interface PlanServices extends DocumentServices {
  /**
   * Reads a file, in a worker with a memory limit and a deadline. Throws where it bears a secrecy mark, before
   * anything of it is kept.
   */
  readonly read: (bytes: Uint8Array, name: string) => Promise<PlanReading>
  /** True where everything of this town is made up: it is then said on whatever is made from it. */
  readonly illustration: boolean
}
