import type { Day } from '../../../../domain/day.ts'
import type { Finding } from '../../../../domain/finding.ts'
import type { Entry, Property } from '../../model/entry.ts'
import { finding } from './find.ts'

/** Plans from the general one down to the layout of a site. */
export const planLevels = ['general', 'zoning', 'detailed', 'site'] as const
export type PlanLevel = (typeof planLevels)[number]

/** Which functions of a plan below fit into one of the plan above. Where it says nothing of a function, nothing is decided. */
export type LevelFit = ReadonlyMap<string, ReadonlySet<string>>

/** A plan as the others are held against it. */
export interface PlanOf {
  readonly entry: Entry
  readonly level: PlanLevel | null
}

/** Plans by their names, as zones refer to them. */
export function plansByName(plans: readonly Entry[]): ReadonlyMap<string, PlanOf> {
  return new Map(
    plans.map((entry) => [
      String(entry.properties['name'] ?? ''),
      { entry, level: planLevels.find((one) => one === entry.properties['level']) ?? null },
    ]),
  )
}

/** What of the plans themselves is not as it must be before they are shown. */
export function planFindings(plans: readonly Entry[]): Finding[] {
  return plans
    .filter(({ properties }) => blank(properties['decision']) || blank(properties['decidedOn']))
    .map((entry) => finding('no-decision', [entry]))
}

const blank = (value: Property | undefined) => value === undefined || value === ''

/** Zones that outlive their plan. `ended` are plans that held before the day and do not any more, with the day. */
export function endedPlans(zones: readonly Entry[], ended: ReadonlyMap<string, Day>): Finding[] {
  return zones.flatMap((zone) => {
    const plan = String(zone.properties['plan'] ?? '')
    const day = ended.get(plan)
    return day === undefined ? [] : [finding('plan-ended', [zone], { plan, day })]
  })
}

export type Overlap = 'overlap' | 'contradict' | 'disagree' | 'fits'

/** What it means that two zones lie on the same ground: `upper` and `lower` where their plans are of two levels. */
export function overlapOf(
  [a, b]: readonly [Entry, Entry],
  plans: ReadonlyMap<string, PlanOf>,
  fit: LevelFit,
): { readonly kind: Overlap; readonly pair: readonly [Entry, Entry] } {
  const [planA, planB] = [planOf(a), planOf(b)]
  if (planA === planB) return { kind: 'overlap', pair: [a, b] }
  const levels = [plans.get(planA)?.level ?? null, plans.get(planB)?.level ?? null] as const
  if (levels[0] === null || levels[1] === null) return { kind: 'fits', pair: [a, b] }
  if (levels[0] === levels[1]) return { kind: codeOf(a) === codeOf(b) ? 'fits' : 'contradict', pair: [a, b] }
  const aIsLower = planLevels.indexOf(levels[0]) > planLevels.indexOf(levels[1])
  const pair = aIsLower ? ([a, b] as const) : ([b, a] as const)
  const allowed = fit.get(codeOf(pair[1]))
  const fits = allowed === undefined || codeOf(pair[0]) === codeOf(pair[1]) || allowed.has(codeOf(pair[0]))
  return { kind: fits ? 'fits' : 'disagree', pair }
}

export const planOf = ({ properties }: Entry) => String(properties['plan'] ?? '')
const codeOf = ({ properties }: Entry) => String(properties['code'] ?? '')

/** Whether a writing settles between the plans of two zones, whichever of them it applies. */
export function settles(prevailing: Entry, [a, b]: readonly [Entry, Entry]): boolean {
  const { applied, setAside } = prevailing.properties
  const plans = [planOf(a), planOf(b)]
  return plans.includes(String(applied)) && (blank(setAside) || plans.includes(String(setAside)))
}
