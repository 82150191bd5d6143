import type { Strand } from '../../../domain/strand.ts'
import { likeness } from './similar.ts'
import type { StatedValue } from './target-line.ts'
import { markPattern } from './target-names.ts'
import type { Draft } from './target-drafts.ts'

export interface Note {
  readonly no: number
  /** Figures that the footnote states; none where it only names its source. */
  readonly facts: readonly StatedValue[]
}

/** `⁽¹⁾` as a plain digit; the brackets as nothing. */
const digit = (char: string) =>
  char === '!'
    ? '1'
    : /\d/.test(char)
      ? char
      : '⁰¹²³⁴⁵⁶⁷⁸⁹'.includes(char)
        ? String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(char))
        : ''

/**
 * Ties footnotes to the targets of their line. A mark belongs to the figure before it. Where the note tells of no
 * figure ("Lấy theo mức bình quân của cả nước") it holds for all since the mark before; where it does, for those
 * among them that it names.
 */
export function attachNotes(drafts: readonly Draft[], line: Strand, notes: readonly Note[]): void {
  let from = 0
  for (const match of line.text.matchAll(markPattern)) {
    const no = Number(match[0].replaceAll(/./gu, (char) => digit(char)))
    const note = notes.find((each) => each.no === no)
    const marked = drafts.filter((draft) =>
      draft.values.some((value) => value.end > from && value.end <= match.index),
    )
    const nearest = marked.toSorted((a, b) => lastEnd(a, match.index) - lastEnd(b, match.index)).at(-1)
    for (const draft of marked) {
      const fact = factFor(draft, note?.facts ?? [], marked.length)
      const general = (note?.facts.length ?? 0) === 0
      if (draft !== nearest && !general && !fact) continue
      if (!draft.notes.includes(no)) draft.notes.push(no)
      if (fact && draft.baselines.length === 0) draft.baselines.push(fact)
    }
    from = match.index
  }
}

const lastEnd = (draft: Draft, limit: number) =>
  Math.max(...draft.values.map((value) => value.end).filter((end) => end <= limit))

/** The figure of a note that tells of this indicator; the only one of a mark on a single figure needs less likeness. */
function factFor(draft: Draft, facts: readonly StatedValue[], marked: number): StatedValue | undefined {
  const measured = facts.filter((fact) => fact.unit === draft.unit)
  const ranked = measured
    .map((fact) => ({ fact, like: likeness(fact.indicator.text, draft.indicator.text) }))
    .toSorted((a, b) => b.like - a.like)
  const best = ranked[0]
  if (!best) return undefined
  if (marked > 1 || measured.length > 1) return best.like >= 0.4 ? best.fact : undefined
  // "Lũy kế đến hết năm 2025 là 03 công trình": a note on one figure need not name it again.
  const unnamed = best.fact.indicator.text.split(' ').length <= 2
  return best.like >= 0.2 || unnamed ? best.fact : undefined
}
