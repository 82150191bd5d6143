import type { Position } from './geometry/index.ts'
import type { Words } from './words.ts'

/** `stop`: nothing is published before it is mended, or accepted with a reason by who may. `note`: to be looked at. */
export type Severity = 'stop' | 'note'

/** A kind of fault that is looked for before anything is published. Braces are filled from a finding's `params`. */
export interface FindingKind extends Words {
  readonly severity: Severity
  readonly mend: Words
  /** What it looks like in a plan. */
  readonly example: Words
  /** The clause that asks for it; null where no law does, and the trade alone. */
  readonly clause: Words | null
}

/** An entry that a finding is about. */
export interface About {
  readonly register: string
  readonly id: string
  readonly label: string
}

/** One fault found before publishing: which, where, how large. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  /** The entries concerned; none where it is about the ground between them. */
  readonly about: readonly About[]
  readonly size: { readonly value: number; readonly unit: 'm²' | 'm' } | null
  /** In the record's plane. */
  readonly at: Position | null
  /** What is drawn on the map: WKB in the record's plane; null where the entries themselves are. */
  readonly shape: Uint8Array | null
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * What makes a finding the same one tomorrow: its kind, whom it concerns, and about where and how large. Who accepted it
 * accepted that much: another place or another size is another finding.
 */
export function findingKey({ code, about, size, at, params }: Finding): string {
  const place = about.length > 0 || at === null ? '' : at.map(Math.round).join(' ')
  const large = size === null ? '' : `${size.value.toPrecision(3)} ${size.unit}`
  const said = Object.entries(params)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
  const whom = about.map(({ register, id }) => `${register}/${id}`).toSorted()
  return [code, ...whom, place, large, ...said].join('|')
}

/** The sentence of a finding, or how to mend it, in one language. */
export function findingText(
  { params }: Pick<Finding, 'params'>,
  words: Words,
  language: 'vi' | 'en',
): string {
  return words[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '…'))
}
