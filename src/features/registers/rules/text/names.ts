import { z } from 'zod'
import type { Day } from '../../../../domain/day.ts'
import type { Law } from '../../../law/model.ts'
import { tableAt } from '../../../law/rules/at.ts'

const named = z.object({ name: z.object({ vi: z.string() }) })
const termRow = z.object({ term: z.string(), short: z.string().optional(), code: z.string() })
export type CadTerm = z.infer<typeof termRow>

/** Words of CAD layers and the codes they stand for: our own judgement, dated, with its certainty. */
export function cadTermsAt(law: Law, on: Day): readonly CadTerm[] {
  if (!law.parameters.has('dossier/cad-terms')) return []
  const found = tableAt(law, 'dossier/cad-terms', { on }, termRow)
  return found.state === 'value' ? found.value : []
}

/** Names that texts of a planning map are likely to hold: land uses, functions, layers of the dossier. */
export function namesOfLaw(law: Law, on: Day): readonly string[] {
  const names = ['land-use/codes', 'dossier/cad-layers', 'dossier/layer-names'].flatMap((parameter) => {
    if (!law.parameters.has(parameter)) return []
    const found = tableAt(law, parameter, { on }, named)
    return found.state === 'value' ? found.value.map(({ name }) => name.vi) : []
  })
  const terms = cadTermsAt(law, on).flatMap(({ term }) => [term, `Đất ${term}`])
  return [...new Set([...names, ...terms].map((name) => name.normalize('NFC')))]
}
