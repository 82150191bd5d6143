import type { Version } from '../../../../domain/as-of.ts'
import { decodeWkb, dimensionOf } from '../../../../domain/geometry/index.ts'
import type { Batch, Db } from '../../../../platform/db/index.ts'
import type { GeometryEngine } from '../../../../platform/geometry/index.ts'
import type { Definition } from '../../model/definition.ts'
import type { EntryValue, Property } from '../../model/entry.ts'
import type { Mend } from '../../model/import/issue.ts'
import { sameBytes } from '../../rules/import-difference.ts'
import { mended, withoutRepeated } from '../../rules/import/mend.ts'
import { versionsNow } from '../../store/history.ts'
import { entryKind } from '../../store/kind.ts'
import type { Task } from './mend-tasks.ts'

/** What a mend does to an entry: `done` where it needs none any more, `left` where it may not be touched so. */
export type MendOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'left' }
  | {
      readonly kind: 'write'
      readonly version: Version<EntryValue>
      /** Null where the entry goes. */
      readonly value: EntryValue | null
    }

const [done, left] = [{ kind: 'done' }, { kind: 'left' }] as const

export interface Mending {
  readonly agency: string
  /** Whether the one who mends sees restricted entries. */
  readonly restricted: boolean
  /** What a person chose. */
  readonly value: Property | undefined
}

/** Tells of entries what their mend is. */
export function mender(
  engine: GeometryEngine,
  definition: Definition,
  { agency, restricted, value }: Mending,
) {
  const outcome = async (db: Db, { id, mend }: Task): Promise<MendOutcome> => {
    const version = (await versionsNow(db, agency, definition.id, id)).at(-1)
    if (!version) return done
    if (version.value.disclosure === 'restricted' && !restricted) return left
    const after = await mendOne(definition, version.value, mend, engine, value)
    return after === 'done' || after === 'left' ? { kind: after } : { kind: 'write', version, value: after }
  }
  return {
    outcomes: async (db: Db, tasks: readonly Task[]): Promise<MendOutcome[]> => {
      const all: MendOutcome[] = []
      for (const task of tasks) all.push(await outcome(db, task))
      return all
    },
  }
}

/** A correction of the entry; the version before stays to be read. */
export async function writeMend(
  batch: Batch,
  register: string,
  { id }: Task,
  outcome: MendOutcome,
): Promise<void> {
  if (outcome.kind !== 'write') return
  const { version, value } = outcome
  const writer = batch.facts(entryKind(register))
  if (value) await writer.correct(id, version.valid, value)
  else await writer.end(id, version.valid.from)
}

/** The value after the mend; null where the entry goes. */
async function mendOne(
  definition: Definition,
  before: EntryValue,
  { kind, field, within = 0 }: Mend,
  engine: GeometryEngine,
  value: Property | undefined,
): Promise<EntryValue | null | 'done' | 'left'> {
  const { geometry } = before
  switch (kind) {
    case 'drop-copy':
      return null
    case 'set-code':
    case 'set-value': {
      if (field === undefined || value === undefined) return 'left'
      if (before.properties[field] === value) return 'done'
      return mended(definition, before, { properties: { ...before.properties, [field]: value } }, kind)
    }
    case 'drop-repeated': {
      if (!geometry) return 'left'
      const clean = withoutRepeated(geometry)
      return sameBytes(clean, geometry) ? 'done' : mended(definition, before, { geometry: clean }, kind)
    }
    case 'make-valid':
      return geometry ? madeValid(definition, before, geometry, within, engine) : 'left'
    // These are another reading of the file.
    case 'close-rings':
    case 'swap-axes':
    case 'set-crs':
      return 'left'
  }
}

/** Only where the area hardly changes and an area stays an area. */
async function madeValid(
  definition: Definition,
  before: EntryValue,
  geometry: Uint8Array,
  within: number,
  engine: GeometryEngine,
): Promise<EntryValue | 'done' | 'left'> {
  const [found] = await engine.validity([geometry])
  if (found?.valid) return 'done'
  const [mend] = await engine.makeValid([geometry])
  if (!mend || Math.abs(mend.areaAfter - mend.areaBefore) * 100 > within * mend.areaBefore) return 'left'
  const kept = dimensionOf(decodeWkb(mend.wkb).type) === dimensionOf(decodeWkb(geometry).type)
  return kept ? mended(definition, before, { geometry: mend.wkb }, 'make-valid') : 'left'
}
