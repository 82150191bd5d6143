import { isSyllable } from '../../../domain/syllable.ts'
import { Strand } from '../../../domain/strand.ts'

/**
 * Whether a line of a narrow cell ends inside a word or a number that the next line ends: "phườn | g", "30/6/2 | 027",
 * "1. | 1". Of words only where one half can be no syllable and the whole can.
 */
export function isBroken(before: string, after: string): boolean {
  return breaksWord(before, after) || breaksNumber(before, after)
}

function breaksWord(before: string, after: string): boolean {
  const head = /(?<![\p{L}\p{M}])[\p{L}\p{M}]+$/u.exec(before)?.[0]
  const tail = /^[\p{Ll}\p{M}]+(?![\p{L}\p{M}])/u.exec(after)?.[0]
  if (head === undefined || tail === undefined) return false
  return isSyllable(head + tail) && !(isSyllable(head) && isSyllable(tail))
}

function breaksNumber(before: string, after: string): boolean {
  if (!/^\d/.test(after)) return false
  if (/^\d{1,3}(?:\.\d+)*\.$/.test(before)) return /^\d{1,3}(?:\.\d+)*\.?$/.test(after)
  const joint = `${/\S*$/.exec(before)?.[0] ?? ''}${/^\S*/.exec(after)?.[0] ?? ''}`
  if (before.endsWith('/')) return /^\S+\/\d/.test(joint)
  const year = /(?:^|\/)((?:19|20)\d{2})(?!\d)/.exec(joint)?.[1]
  return year !== undefined && /\d$/.test(before) && (joint.includes('/') || /năm\s+\d{1,3}$/iu.test(before))
}

/** Two parts of one cell, a broken word or number made whole. */
export function together(above: Strand, below: Strand): Strand {
  return Strand.join([above, below], isBroken(above.text, below.text) ? '' : ' ')
}
