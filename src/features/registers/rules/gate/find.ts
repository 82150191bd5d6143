import type { Finding } from '../../../../domain/finding.ts'
import type { Position } from '../../../../domain/geometry/index.ts'
import { gateKinds, type GateCode } from '../../model/gate/kinds.ts'
import type { Entry } from '../../model/entry.ts'

/** What a finding is told about: an entry, or two. */
export type Of = Pick<Entry, 'register' | 'id' | 'label' | 'disclosure'>

interface Place {
  readonly size?: Finding['size']
  readonly at?: Position | null
  readonly shape?: Uint8Array | null
}

/** A finding about entries. What is not going to be public stops nothing: it is noted. */
export function finding(
  code: GateCode,
  about: readonly Of[],
  params: Finding['params'] = {},
  { size = null, at = null, shape = null }: Place = {},
): Finding {
  const [first, second] = about
  const open = about.length === 0 || about.some(({ disclosure }) => disclosure === 'public')
  return {
    code,
    severity: open ? gateKinds[code].severity : 'note',
    about: about.map(({ register, id, label }) => ({ register, id, label })),
    size,
    at,
    shape,
    params: {
      ...(first && { label: first.label }),
      ...(second && { other: second.label }),
      ...(size && { size: rounded(size.value), unit: size.unit }),
      ...params,
    },
  }
}

/** As it is read in a sentence: three digits, and no more than centimetres. */
const rounded = (value: number): number => {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(value, 0.01))))
  return Number(value.toFixed(Math.min(2, digits)))
}
