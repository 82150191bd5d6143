import { orRefuse } from '../../../../ui/refusal.ts'
import { issueTexts } from '../../model/import/issue-texts.ts'
import type { Headed } from './parts.tsx'
import type { ImportDesk } from './services.ts'

/** What every page of one import shows above: its state, and how much waits on the other pages. */
export async function loadImport({ imports, actor }: Pick<ImportDesk, 'imports' | 'actor'>, id: string) {
  const view = await orRefuse(imports.import(actor, id))
  const { counts: issueCounts } = await orRefuse(imports.issues(actor, id, { limit: 1 }))
  const { counts: changeCounts } = await orRefuse(imports.changes(actor, id, { limit: 1 }))
  const { name, state, progress, fault } = view
  const head: Headed = {
    id,
    name,
    state,
    progress,
    fault,
    // What is only to be known waits for nobody.
    open: issueCounts
      .filter(({ code }) => issueTexts[code].weight !== 'note')
      .reduce((sum, { count, mended }) => sum + count - mended, 0),
    differences: changeCounts.reduce((sum, { decision, count }) => sum + (decision === null ? count : 0), 0),
  }
  return { view, head, issueCounts, changeCounts }
}
