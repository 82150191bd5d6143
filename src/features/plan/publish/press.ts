import type { Press as PressOf, PublishedFile } from '../../../platform/press/index.ts'
import type { PlanView } from '../pages/public/view.ts'

/** A file to be published, in the shape in which editions take it. */
export type PlanFile = PublishedFile

/** What turns the plan into pages. */
export type Press = PressOf<PlanView>
