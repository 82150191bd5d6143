import { canonical } from '../../../domain/canonical.ts'
import { Fault } from '../../../domain/fault.ts'
import type { Law, Use } from '../model.ts'
import type { LawCase } from '../model/case.ts'
import { lawAt } from './at.ts'
import { calendarOf } from './calendar.ts'
import { dueOf } from './deadline.ts'
import { landUseOf } from './land-use.ts'
import { checkNorm, normsDayOf } from './norms.ts'

type Answer = Readonly<Record<string, unknown>>

/** What of a case came out otherwise than expected: the empty list where it holds. */
export function runCase(law: Law, one: LawCase): string[] {
  const answer = answerOf(law, one)
  return Object.entries(one.expect)
    .filter(([name, wanted]) => canonical(answer[name] ?? null) !== canonical(wanted))
    .map(([name, wanted]) => `${name}: ${canonical(answer[name] ?? null)}, not ${canonical(wanted)}`)
}

function answerOf(law: Law, one: LawCase): Answer {
  try {
    return ask(law, one)
  } catch (error) {
    if (error instanceof Fault) return { fault: error.code }
    throw error
  }
}

function ask(law: Law, one: LawCase): Answer {
  const { known } = one
  switch (one.rule) {
    case 'value': {
      const { use, ...found } = lawAt(law, one.parameter, { on: one.on, known })
      return { ...found, ...traceOf(use) }
    }
    case 'norm': {
      const { use, ...check } = checkNorm(law, one.parameter, one.measured, { on: one.on, known })
      return { ...check, ...traceOf(use) }
    }
    case 'deadline':
      return { ...dueOf(law, { deadline: one.deadline, start: one.start, on: one.on, known }) }
    case 'working-day': {
      const { works, name } = calendarOf(law, known).on(one.on)
      return { works, name: name?.vi ?? null }
    }
    case 'land-use': {
      const { landUse, groups, use } = landUseOf(law, one.code, { on: one.on, known })
      const { vi = null } = landUse?.name ?? {}
      const { colour = null } = landUse ?? {}
      return {
        ...traceOf(use),
        found: landUse !== null,
        name: vi,
        colour,
        groups: groups.map(({ code }) => code),
      }
    }
    case 'norms-day':
      return { ...normsDayOf(one) }
  }
}

const traceOf = ({ from, document, article, certainty }: Use) => ({ from, document, article, certainty })
