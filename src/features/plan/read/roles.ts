import type { Strand } from '../../../domain/strand.ts'
import type { Body, Task } from '../model.ts'
import { readBodies } from './bodies.ts'

export type Role = 'directing' | 'lead' | 'implementing' | 'coordinating'
export type Roles = Pick<Task, Role>

const leads = /\s*,?\s*(?:là\s+(?:cơ quan|đơn vị)\s+)?(?:chủ trì|làm đầu mối)(?:\s+(?:thực hiện|tham mưu))?/u
const helps = /\s*,?\s*(?:cùng\s+)?phối hợp(?:\s+(?:thực hiện|chặt chẽ|cùng))?(?:\s+(?:với|cùng))?\s*:?\s*/u

/**
 * The bodies of one field by their part. A field may say more than its label: "Sở A chủ trì; Sở B, Sở C phối
 * hợp", "Sở A chủ trì, phối hợp với Sở B", "Sở A (chủ trì), Sở B".
 */
export function readRoles(field: Role, value: Strand): Roles {
  const roles: Roles = { directing: [], lead: [], implementing: [], coordinating: [] }
  const put = (role: Role, part: Strand) => {
    for (const { role: noted, ...body } of readBodies(part)) roles[noted ?? role].push(body)
  }
  for (const part of value.split(/[;\n]/g)) {
    const help = part.match(helps)?.[0]
    if (/\(\s*(?:cơ quan\s+|đơn vị\s+)?chủ trì\s*\)/iu.test(part.text)) put(field, part)
    else if (!help) put(leads.test(part.text) ? 'lead' : field, part.replace(new RegExp(leads, 'gu')))
    else splitHelp(part, help.text, field, put)
  }
  return roles
}

function splitHelp(part: Strand, help: string, field: Role, put: (role: Role, part: Strand) => void): void {
  const at = part.text.indexOf(help)
  const [before, after] = [part.slice(0, at), part.slice(at + help.length)]
  const lead = leads.test(before.text)
  if (!/\p{L}/u.test(after.text)) {
    // "Sở A chủ trì, Sở B phối hợp": each verb stands behind its own bodies.
    const led = before.match(leads)?.[0]
    const end = led ? before.text.indexOf(led.text) : 0
    if (led) put('lead', before.slice(0, end))
    return put('coordinating', before.slice(end + (led?.length ?? 0)))
  }
  put(lead ? 'lead' : field, before.replace(new RegExp(leads, 'gu')))
  put('coordinating', after)
}

/** Adds the bodies of one field to those read before, each body once a part. */
export function mergeRoles(into: Roles, more: Roles): Roles {
  const both = (a: Body[], b: Body[]) => [
    ...a,
    ...b.filter((body) => !a.some((each) => each.text === body.text)),
  ]
  return {
    directing: both(into.directing, more.directing),
    lead: both(into.lead, more.lead),
    implementing: both(into.implementing, more.implementing),
    coordinating: both(into.coordinating, more.coordinating),
  }
}

export const noRoles = (): Roles => ({ directing: [], lead: [], implementing: [], coordinating: [] })
