import { oneBracket, superscript } from '../superscript.ts'
import type { Placed, Segment } from './model.ts'

/** What is written in a segment: blanks from gaps, raised numbers with raised signs. */
export function segmentText(segment: Segment): string {
  const groups: { text: string; raised: boolean }[] = []
  let right: number | undefined
  for (const item of segment.items) {
    const blank =
      right !== undefined && needsBlank(groups.at(-1)?.text ?? '', item, item.x - right) ? ' ' : ''
    const last = groups.at(-1)
    if (last?.raised === item.raised) last.text += blank + item.text
    else groups.push({ text: blank + item.text, raised: item.raised })
    right = item.x + item.width
  }
  const text = groups.map((group) => (group.raised ? superscript(group.text) : group.text)).join('')
  return oneBracket(text.replaceAll(/[ \u00A0]+/g, ' ').trim())
}

/** A fifth of a letter's height is a blank; less is the space between letters. Marks join their letter. */
function needsBlank(before: string, item: Placed, gap: number): boolean {
  if (before.endsWith(' ') || /^[\s\p{M}]/u.test(item.text)) return false
  return gap > 0.18 * item.size
}

export interface LineLook {
  readonly bold: boolean
  readonly italic: boolean
}

export function lookOf(segments: readonly Segment[]): LineLook {
  const items = segments
    .flatMap((segment) => segment.items)
    .filter((item) => !item.raised && /[\p{L}\d]/u.test(item.text))
  return {
    bold: items.length > 0 && items.every((item) => item.bold),
    italic: items.length > 0 && items.every((item) => item.italic),
  }
}
