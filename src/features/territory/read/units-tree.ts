import { z } from 'zod'
import { codeSchema } from '../model.ts'
import { splitFullName } from '../rules/names.ts'
import type { ReadIssue, ReadUnit, TerritoryReading } from './model.ts'

const named = { Code: z.string(), FullName: z.string() }

/** Provinces with their wards, as lists of the nation's units in use are written (`Code`, `FullName`, `Wards`). */
export const unitsTreeSchema = z
  .array(z.object({ ...named, Wards: z.array(z.object(named)).max(2_000) }))
  .min(1)
  .max(100)

export function readUnitsTree(
  tree: z.infer<typeof unitsTreeSchema>,
  wanted: (province: string) => boolean,
): TerritoryReading {
  const issues: ReadIssue[] = []
  const units = tree.flatMap((province): ReadUnit[] => {
    if (!wanted(province.Code)) {
      issues.push({ code: 'province-skipped', at: province.Code, found: province.FullName })
      return []
    }
    const own = unitOf(province, province.Code, null, issues)
    const wards = province.Wards.map((ward) =>
      unitOf(ward, `${province.Code}/${ward.Code}`, province.Code, issues),
    )
    return [own, ...wards].filter((unit) => unit !== null)
  })
  return { form: 'units', units, moves: [], issues }
}

function unitOf(
  { Code: code, FullName: full }: { readonly Code: string; readonly FullName: string },
  at: string,
  province: string | null,
  issues: ReadIssue[],
): ReadUnit | null {
  const name = splitFullName(full)
  if (!codeSchema.safeParse(code).success) issues.push({ code: 'code-invalid', at, found: code })
  else if (!name) issues.push({ code: 'kind-unknown', at, found: full })
  else return { at, code, ...name, province, km2: null, geometry: null }
  return null
}
