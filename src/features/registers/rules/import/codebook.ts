import { z } from 'zod'
import type { Day } from '../../../../domain/day.ts'
import type { Law } from '../../../law/model.ts'
import { tableAt } from '../../../law/rules/at.ts'
import type { Definition, Field } from '../../model/definition.ts'
import { cadTermsAt } from '../text/names.ts'
import { aciColour } from './colour.ts'

/** A code that a CAD layer may stand for. */
export interface BookCode {
  readonly code: string
  readonly name: string
  /** Kind of plan that it is for; null where it is for all. */
  readonly plan: string | null
  /** Place of its list among those of the field: functions of plans before purposes of the cadastre. */
  readonly rank: number
  /** `#rrggbb` in which it may be drawn. */
  readonly colours: readonly string[]
}

/** A wording and the codes that it may stand for; none where the list as read has no code for it. */
export interface BookTerm {
  readonly term: string
  /** Its wordings: with tone marks the term itself, without them the short forms. */
  readonly forms: readonly string[]
  readonly codes: readonly string[]
}

/** What CAD layers and colours are read by: the codes of a register's field with the words that stand for them. */
export interface Codebook {
  readonly field: string
  readonly codes: ReadonlyMap<string, BookCode>
  readonly terms: readonly BookTerm[]
}

const row = z.looseObject({
  colour: z.string().optional(),
  aci: z.number().optional(),
  plan: z.string().optional(),
})

/** Null where the register has no field of codes from the law that tells what an area is. */
export function codebookOf(definition: Definition, law: Law, on: Day): Codebook | null {
  const key = 'field' in definition.style ? definition.style.field : 'code'
  const field = definition.fields.find((one) => one.key === key && one.codes?.kind === 'law')
  if (!field) return null
  const codes = codesOfField(field, law, on)
  if (codes.length === 0) return null
  const known = new Map(codes.map((code) => [code.code, code]))
  const own = codes.map(({ code, name }) => {
    const term = name.toLowerCase().replace(/^đất /, '')
    return { term, forms: [term], codes: [code] }
  })
  return { field: field.key, codes: known, terms: merged([...own, ...termsOf(law, on, known)]) }
}

function codesOfField(field: Field, law: Law, on: Day): BookCode[] {
  if (field.codes?.kind !== 'law') return []
  return field.codes.tables.flatMap(({ parameter, code, name }, rank) => {
    const found = law.parameters.has(parameter) ? tableAt(law, parameter, { on }, row) : null
    if (found?.state !== 'value') return []
    return found.value.map((one): BookCode => {
      const named = name === undefined ? undefined : one[name]
      const text = String(one[code])
      return {
        code: text,
        name: (named && typeof named === 'object' && 'vi' in named ? String(named.vi) : text).normalize(
          'NFC',
        ),
        plan: one.plan ?? null,
        rank,
        colours: coloursOf(one.colour, one.aci),
      }
    })
  })
}

const coloursOf = (colour: string | undefined, aci: number | undefined): readonly string[] => [
  ...new Set(
    [colour?.toLowerCase(), aci === undefined ? undefined : aciColour(aci)].filter(
      (one): one is string => typeof one === 'string',
    ),
  ),
]

function termsOf(law: Law, on: Day, known: ReadonlyMap<string, BookCode>): BookTerm[] {
  return cadTermsAt(law, on).flatMap(({ term, short, code }) => {
    // A word for a code of another register says nothing here.
    if (code !== '-' && !known.has(code)) return []
    const name = term.normalize('NFC').toLowerCase()
    return [{ term: name, forms: [name, ...(short?.split('|') ?? [])], codes: code === '-' ? [] : [code] }]
  })
}

/** Rows of one term together: where they name different codes, they compete. */
function merged(terms: readonly BookTerm[]): BookTerm[] {
  const byTerm = new Map<string, BookTerm>()
  for (const { term, forms, codes } of terms) {
    const before = byTerm.get(term)
    const all = [...new Set([...(before?.codes ?? []), ...codes])]
    byTerm.set(term, {
      term,
      forms: [...new Set([...(before?.forms ?? []), ...forms])],
      codes: all,
    })
  }
  return [...byTerm.values()]
}
