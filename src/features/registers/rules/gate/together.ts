import type { Finding } from '../../../../domain/finding.ts'
import type { Definition } from '../../model/definition.ts'
import type { Entry } from '../../model/entry.ts'
import { personalColumns } from '../personal.ts'
import { finding } from './find.ts'

/** What shows only where the entries of a register are looked at together. */
export function togetherFindings(definition: Definition, entries: readonly Entry[]): Finding[] {
  return [...sameKeys(definition, entries), ...personalFindings(definition, entries)]
}

/** The second and further bearers of a key, each beside the first. */
function sameKeys({ key, givenCodes }: Definition, entries: readonly Entry[]): Finding[] {
  const keys = [...(key ? [key] : []), ...givenCodes.map((one) => [one])]
  return keys.flatMap((fields) => {
    const first = new Map<string, Entry>()
    return entries.flatMap((entry) => {
      const values = fields.map((field) => entry.properties[field])
      if (values.some((value) => value === undefined || value === '' || value === 0)) return []
      const said = values.join(' / ')
      const other = first.get(said)
      if (other === undefined) first.set(said, entry)
      return other === undefined ? [] : [finding('same-key', [entry, other], { found: said })]
    })
  })
}

/** Only what would be seen by everybody is searched; the values themselves are never repeated. */
function personalFindings({ fields }: Definition, entries: readonly Entry[]): Finding[] {
  const open = entries.filter(({ disclosure }) => disclosure === 'public')
  const texts = fields.filter(({ type }) => type === 'text' || type === 'integer')
  const found = personalColumns(
    texts.map(({ key }) => key),
    open.map(({ properties }) => properties),
  )
  return found
    .filter(({ by }) => by === 'content')
    .flatMap(({ column, rows }) => {
      const field = fields.find(({ key }) => key === column)?.name.vi ?? column
      return rows.flatMap((row) => {
        const entry = open[row]
        return entry ? [finding('personal-data', [entry], { field })] : []
      })
    })
}
