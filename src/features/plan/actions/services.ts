import type { DocumentServices } from '../../documents/index.ts'
import type { PlanReading } from '../model.ts'

export interface ReadingOptions {
  /**
   * Told how many pages a scan or a PDF has, and whether they are pictures, once the first bears no secrecy mark and
   * before the others are read; may end it by throwing.
   */
  readonly paged?: (pages: number, scanned: boolean) => void
  /** Told how many pages of it are read, and of how many; may end it by throwing. */
  readonly afterPages?: (done: number, pages: number) => Promise<void>
}

/** What the use cases of plans stand on; composed once by the app. */
export interface PlanServices extends DocumentServices {
  /**
   * Reads a file, in a worker with a memory limit and a deadline. Throws where it bears a secrecy mark, before
   * anything of it is kept.
   */
  readonly read: (bytes: Uint8Array, name: string, options?: ReadingOptions) => Promise<PlanReading>
  /** True where everything of this town is made up: it is then said on whatever is made from it. */
  readonly illustration: boolean
}
