import type { ImportIssue } from '../../model/import/issue.ts'
import { fontOfTexts, repairLossless } from '../../rules/text/lossless.ts'
import { proposeLost, vocabularyOf } from '../../rules/text/lossy.ts'
import { namesOfLaw } from '../../rules/text/names.ts'
import type { ImportContext } from './context.ts'

/** What is made of a text of the file. */
export interface TextReading {
  /** As it goes on: repaired, proposed, or as it stands. */
  readonly text: string
  readonly state: 'whole' | 'repaired' | 'doubt' | 'proposed' | 'lost'
}

/** Texts of one file, repaired where they came broken, with a list of what was done. */
export interface Texts {
  of(given: string): TextReading
  issues(): ImportIssue[]
}

/** `seen`: texts of the file that show in which font it was typed. */
export function textsOf(
  seen: Iterable<string>,
  { law, on, register }: Pick<ImportContext, 'law' | 'on' | 'register'>,
): Texts {
  const font = fontOfTexts(seen)
  const names = [...namesOfLaw(law, on), ...register.fields.map(({ name }) => name.vi)]
  const vocabulary = vocabularyOf(names)
  const known = new Map<string, { reading: TextReading; issue: ImportIssue | null; count: number }>()
  const read = (given: string): { reading: TextReading; issue: ImportIssue | null } => {
    const lossless = repairLossless(given, font)
    const lossy = proposeLost(lossless.text, vocabulary)
    const from = given
    if (lossy.kind === 'proposed')
      return {
        reading: { text: lossy.text, state: 'proposed' },
        issue: told('text-proposed', { from, to: lossy.text }),
      }
    if (lossy.kind === 'lost')
      return { reading: { text: given, state: 'lost' }, issue: told('text-lost', { from }) }
    if (lossless.kind === 'whole') return { reading: { text: given, state: 'whole' }, issue: null }
    const { how, text } = lossless
    if (lossless.kind === 'doubt')
      return {
        reading: { text: given, state: 'doubt' },
        issue: told('text-doubt', { from, how, to: lossless.other }),
      }
    return { reading: { text, state: 'repaired' }, issue: told('text-repaired', { from, how, to: text }) }
  }
  return {
    of(given) {
      const before = known.get(given)
      if (before) {
        before.count++
        return before.reading
      }
      // Nearly all texts are plain: they are not kept.
      if (/^[\p{ASCII}--[?]]*$/v.test(given)) return { text: given, state: 'whole' }
      const found = read(given)
      known.set(given, { ...found, count: 1 })
      return found.reading
    },
    issues: () =>
      [...known.values()].flatMap(({ issue, count }) =>
        issue ? [{ ...issue, count, params: { ...issue.params, number: count } }] : [],
      ),
  }
}

const told = (code: ImportIssue['code'], params: ImportIssue['params']): ImportIssue => ({
  code,
  at: {},
  params,
  count: 1,
})
