import { drawAmong, editAmong, mergeAmong, splitAmong } from './among.ts'
import { coverageFaults, coverageSimplified } from './coverage.ts'
import { buffer, difference, pointsInside, union } from './edit.ts'
import type { Geos } from './geos.ts'
import { areasFromLines, pointsWithin } from './linework/index.ts'
import { sharedAreas } from './overlay.ts'
import { commonPieces, outside, uncovered } from './pieces.ts'
import { makeValid, validity } from './validity.ts'

/** What a thread can be asked for, by name. */
export const operations = {
  validity,
  makeValid,
  sharedAreas,
  coverageFaults,
  coverageSimplified,
  union,
  difference,
  splitAmong,
  mergeAmong,
  editAmong,
  drawAmong,
  buffer,
  pointsInside,
  areasFromLines,
  pointsWithin,
  commonPieces,
  outside,
  uncovered,
} as const

export type OperationName = keyof typeof operations
type Rest<F> = F extends (geos: Geos, ...rest: infer R) => unknown ? R : never
export type Arguments<N extends OperationName> = Rest<(typeof operations)[N]>
export type Result<N extends OperationName> = ReturnType<(typeof operations)[N]>
