import type { FindingKind } from '../../../../domain/finding.ts'
import { kindsOfPlaces } from './kinds-places.ts'
import { kindsOfValues } from './kinds-values.ts'

/** Everything that is looked for in the registers before a map is published. */
export const gateKinds = { ...kindsOfPlaces, ...kindsOfValues } as const satisfies Record<string, FindingKind>

export type GateCode = keyof typeof gateKinds
