import { dayAt, type Day } from '../domain/day.ts'
import { Fault } from '../domain/fault.ts'
import { gate, type Edition, type EditionMeta, type GateServices } from '../features/editions/index.ts'
import { tableAt, valueOf, type Law } from '../features/law/index.ts'
import { gateKinds, lookOver, type LevelFit } from '../features/registers/index.ts'
import { GeometryEngine } from '../platform/geometry/index.ts'
import { z } from 'zod'
import type { Dothi } from './compose.ts'
import { mapDraft, momentNow, planDraft, unitsDraft, type Draft } from './publications.ts'

/** The gate with everything that it looks at and by. */
export function gateOf(dothi: Dothi): GateServices {
  const { record, registers, imports, law } = dothi
  return {
    record,
    kinds: gateKinds,
    async look(agency, on) {
      // Both cores for a few seconds, and then none.
      await using geometry = new GeometryEngine(2)
      const services = { ...registers, geometry, place: imports.place, fit: (day: Day) => levelFit(law, day) }
      return await lookOver(services, agency, on)
    },
  }
}

/** Which functions of a plan fit into which of the plan above, as the law table says on a day. */
function levelFit(law: Law, on: Day): LevelFit {
  const row = z.object({ above: z.string(), below: z.string() })
  const found = tableAt(law, 'dossier/level-fit', { on }, row)
  const fit = new Map<string, Set<string>>()
  for (const { above, below } of found.state === 'value' ? valueOf(found) : [])
    fit.set(above, (fit.get(above) ?? new Set()).add(below))
  return fit
}

export interface Published {
  readonly edition: Edition
  /** False where the edition in force says the same already. */
  readonly changed: boolean
}

/**
 * An edition of each collection that says something new. Nothing is made before the gate lets all of it through; the plan
 * and the units of a real town come along once a document releases them.
 */
export async function publishAll(
  dothi: Dothi,
  agency: string,
  version: string,
  release: EditionMeta['release'],
): Promise<readonly Published[]> {
  const { stops } = await gate(gateOf(dothi), agency, dayAt(dothi.clock.now()))
  if (stops > 0) throw new Fault('gate-stops', { stops })
  const asked = { version, release }
  const released = dothi.town.illustration || release !== null
  const drafts = [
    ...(released ? [await planDraft(dothi, asked), await unitsDraft(dothi, asked)] : []),
    mapDraft(dothi, agency, version),
  ]
  const published: Published[] = []
  for (const draft of drafts) {
    const one = await publishChanged(dothi, draft)
    if (one) published.push(one)
  }
  return published
}

/**
 * Made first as of what the edition in force was made from: where that says the same, nothing that concerns it was
 * written since, and it stays.
 */
async function publishChanged(dothi: Dothi, { collection, make }: Draft): Promise<Published | null> {
  const { editions } = dothi
  const before = await editions.current(collection)
  const then = before && (await make(momentOf(before)))
  const same = then && (await editions.saying(then))
  if (same) return { edition: same, changed: false }
  const now = await make(await momentNow(dothi))
  return now && { edition: await editions.publish(now), changed: true }
}

const momentOf = ({ manifest: { revision, asOf } }: Edition) => ({ revision, asOf })
