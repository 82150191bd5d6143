import type { Author } from '../../../domain/author.ts'
import { dayAt, type Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import { findingKey, findingText, type Finding, type FindingKind } from '../../../domain/finding.ts'
import { facts, jsonFact, type TownRecord } from '../../../platform/db/index.ts'
import { sha256 } from '../../../platform/files/index.ts'
import type { Acceptance, Found, GateResult } from '../model/gate.ts'
import { inOrder, stops } from '../rules/gate.ts'

/** What looks for faults, and what it knows: handed in by whoever composes, for this feature knows no other. */
export interface GateServices {
  readonly record: TownRecord
  readonly kinds: Readonly<Record<string, FindingKind>>
  readonly look: (
    agency: string,
    on: Day,
  ) => Promise<{ readonly entries: number; readonly findings: readonly Finding[] }>
}

const acceptanceKind = jsonFact<Acceptance>('gate-acceptance')

/** Looks a town over as it stands on a day, with what was accepted of it. */
export async function gate({ record, look }: GateServices, agency: string, on: Day): Promise<GateResult> {
  const today = dayAt(record.now())
  const accepted = await record.read((db) => facts(db, agency, acceptanceKind).asOf({ on: today }))
  const byId = new Map(accepted.map(({ id, value }) => [id, value]))
  const { entries, findings } = await look(agency, on)
  const found = findings.map((finding): Found => {
    const id = idOf(finding)
    return { ...finding, id, accepted: byId.get(id) ?? null }
  })
  return { on, entries, findings: inOrder(found), stops: found.filter(stops).length }
}

const idOf = (finding: Finding) => sha256(findingKey(finding)).slice(0, 16)

/** Accepts findings with a reason: those named, or all of a kind. What nobody found cannot be accepted. */
export async function acceptFindings(
  services: GateServices,
  author: Author,
  asked: { readonly on: Day; readonly which: readonly string[]; readonly reason: string },
): Promise<number> {
  const reason = asked.reason.trim()
  if (reason === '') throw new Fault('gate-reason')
  const { findings } = await gate(services, author.agency, asked.on)
  const chosen = asked.which.flatMap((name) => {
    const meant = findings.filter(({ id, code }) => id === name || code === name)
    if (meant.length === 0) throw new Fault('gate-no-finding', { name })
    return meant
  })
  const open = [...new Map(chosen.filter(stops).map((one) => [one.id, one])).values()]
  if (open.length === 0) return 0
  const today = dayAt(services.record.now())
  await services.record.commit(author, reason, async (commit) => {
    const writer = commit.facts(acceptanceKind)
    for (const one of open) {
      const said = findingText(one, services.kinds[one.code] ?? { vi: one.code, en: one.code }, 'vi')
      await writer.insert({
        id: one.id,
        from: today,
        value: { code: one.code, said, reason, post: author.post },
      })
    }
  })
  return open.length
}

/** Takes an acceptance back: what it covered stops again. */
export async function takeBackAcceptance(
  { record }: Pick<GateServices, 'record'>,
  author: Author,
  id: string,
  reason: string,
): Promise<void> {
  if (reason.trim() === '') throw new Fault('gate-reason')
  const today = dayAt(record.now())
  await record.commit(author, reason.trim(), (commit) => commit.facts(acceptanceKind).end(id, today))
}
