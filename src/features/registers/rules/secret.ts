import { fold } from '../../../domain/fold.ts'
import type { EntryValue } from '../model/entry.ts'

/** Purposes of defence and security in the land statistics, with whatever a file adds to them: `CQP`, `CQP1`, `CAN-02`. */
const code = /^(cqp|can)([^a-z]|$)/
const words = /(^| )(quoc phong|an ninh|quan su|doanh trai|military|defence)( |$)/

/**
 * Defence and security land lies in zones and layers of other names too. What says so of itself is released only where a
 * document names it; a word too many keeps something back that can still be named, a word too few would give it away.
 */
export function saysSecret({ label, properties }: Pick<EntryValue, 'label' | 'properties'>): boolean {
  const texts = [label, ...Object.values(properties).filter((value) => typeof value === 'string')].map(fold)
  return texts.some((text) => code.test(text) || words.test(text.replaceAll(/[^a-z0-9]+/g, ' ')))
}
