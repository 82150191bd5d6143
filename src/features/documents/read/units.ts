import type { ReadingIssue } from '../model.ts'

/** A square metre or kilometre whose raised 2 recognition took for a question mark: `8 m?/người`, `20 km?`. */
const lost = /(?<=\d\s?)(?:km|m)\?(?=\s*\/|[\s,.;)]|$)/gu

/** Units that scanning has spoilt, each with what was most likely meant. */
export function unitSlips(text: string): ReadingIssue[] {
  return [...text.matchAll(lost)].map((match) => ({
    code: 'unit-slip',
    found: match[0],
    suggest: match[0].replace('?', '²'),
    at: [[match.index, match.index + match[0].length]],
  }))
}
