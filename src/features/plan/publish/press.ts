import type { PlanView } from '../pages/public/view.ts'

/** A file to be published, in the shape in which editions take it. */
export interface PlanFile {
  readonly bytes: Uint8Array
  readonly type: string
}

/** What turns the plan into pages; whoever publishes hands it in, so that nothing here knows of the build. */
export interface Press {
  /** The page at an address, whole. Refuses what does not answer with 200. */
  readonly page: (path: string, view: PlanView) => Promise<string>
  /** A style, font or picture of the build by its address (`/assets/…`); null where there is none. */
  readonly asset: (path: string) => Promise<PlanFile | null>
}
