import type { Strand } from '../../../domain/strand.ts'
import { likeness, nameKey } from './similar.ts'
import type { StatedValue } from './target-line.ts'

/** A target while it is put together. `line` tells which sentences may be joined. */
export interface Draft {
  readonly clause: string | null
  readonly line: number
  readonly indicator: Strand
  readonly scope: Strand | null
  readonly unit: string | null
  readonly values: StatedValue[]
  readonly baselines: StatedValue[]
  readonly places: Strand[]
  readonly notes: number[]
}

/** Values of one line that are said of one indicator, joined: the same words, or others in another year. */
export function draftsOf(stated: readonly StatedValue[], clause: string | null, line: number): Draft[] {
  const drafts: Draft[] = []
  for (const value of stated) {
    const known = drafts.find((draft) => isSame(draft, value))
    const draft = known ?? {
      clause,
      line,
      indicator: value.indicator,
      scope: value.scope,
      unit: value.unit,
      values: [],
      baselines: [],
      places: [],
      notes: [],
    }
    if (!known) drafts.push(draft)
    ;(value.baseline ? draft.baselines : draft.values).push(value)
    draft.places.push(
      ...(known && nameKey(value.indicator.text) === nameKey(draft.indicator.text) ? [] : [value.indicator]),
      value.text,
    )
  }
  return drafts.filter((draft) => draft.values.length > 0)
}

function isSame(draft: Draft, value: StatedValue): boolean {
  const first = draft.values[0] ?? draft.baselines[0]
  if (!first) return false
  const met = (each: StatedValue) => each.comparator === 'meets'
  if (met(first) !== met(value)) return false
  const exact = nameKey(draft.indicator.text) === nameKey(value.indicator.text)
  const taken = draft.values.some((each) => each.year === value.year && each.text.start !== value.text.start)
  // One name told of the whole and of a part ("…, trong đó khu vực phía Đông") is two targets.
  if (exact && draft.indicator.start === value.indicator.start && draft.scope?.text !== value.scope?.text)
    return false
  if (exact) return value.baseline || !taken
  if (met(value)) return false
  const units =
    draft.unit === value.unit || value.comparator === 'universal' || first.comparator === 'universal'
  return units && !taken && likeness(draft.indicator.text, value.indicator.text) >= 0.6
}

/** "a) Đến năm 2025: … b) Đến năm 2030: …": one indicator told in two places is one target. */
export function joinOver(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = []
  const byName = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const key = nameKey(draft.indicator.text)
    const known = byName.get(key)?.find((each) => goesOn(each, draft))
    if (!known) {
      joined.push(draft)
      byName.set(key, byName.get(key) ?? [])
      byName.get(key)?.push(draft)
      continue
    }
    known.values.push(...draft.values)
    known.baselines.push(...draft.baselines)
    known.places.push(...draft.places)
    known.notes.push(...draft.notes.filter((no) => !known.notes.includes(no)))
  }
  return joined
}

/** Another line of the same unit that sets other years. */
function goesOn(known: Draft, draft: Draft): boolean {
  const years = new Set(known.values.map((value) => value.year))
  const met = ({ values }: Draft) => values[0]?.comparator === 'meets'
  return (
    known.line !== draft.line &&
    known.unit === draft.unit &&
    met(known) === met(draft) &&
    !years.has(null) &&
    draft.values.every(({ year }) => year !== null && !years.has(year))
  )
}
