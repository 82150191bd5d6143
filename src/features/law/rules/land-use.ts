import { z } from 'zod'
import type { Found, Law, LawAt, Use } from '../model.ts'
import { certaintySchema } from '../model/file.ts'
import { tableAt, valueOf } from './at.ts'

const landUseRow = z.object({
  code: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  parent: z.string().optional(),
  colour: z.string(),
  certainty: certaintySchema.optional(),
})

export type LandUse = z.infer<typeof landUseRow>

/** Land-use codes of the cadastre with their colours, as in force on a day. */
export const landUsesAt = (law: Law, at: LawAt): Found<readonly LandUse[]> =>
  tableAt(law, 'land-use/codes', at, landUseRow)

export interface LandUseFound {
  /** Null where the code is not one of that day: it may have been one before. */
  readonly landUse: LandUse | null
  /** The groups it belongs to, nearest first. */
  readonly groups: readonly LandUse[]
  readonly use: Use
}

/** What a code means on a day, whatever its case. */
export function landUseOf(law: Law, code: string, at: LawAt): LandUseFound {
  const found = landUsesAt(law, at)
  const byCode = new Map(valueOf(found).map((row) => [row.code, row]))
  const landUse = byCode.get(code.trim().toUpperCase()) ?? null
  const groups: LandUse[] = []
  let next = landUse?.parent
  while (next !== undefined) {
    const group = byCode.get(next)
    if (!group || groups.includes(group)) break
    groups.push(group)
    next = group.parent
  }
  const use = landUse?.certainty ? { ...found.use, certainty: landUse.certainty } : found.use
  return { landUse, groups, use }
}
