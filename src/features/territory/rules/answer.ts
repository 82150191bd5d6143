import type { Territory, UnitVersion } from '../model.ts'
import type { CrosswalkAnswer, FindingAnswer, UnitBrief } from '../model/answer.ts'
import type { Crosswalk } from './crosswalk.ts'
import type { Finding } from './find.ts'
import { formerUnits } from './lineage.ts'
import { fullName } from './names.ts'

export function briefOf(unit: UnitVersion): UnitBrief {
  const { id, code, kind, name, from, to, fromKnown } = unit
  return { id, code, kind, name, fullName: fullName(unit), from: fromKnown ? from : null, to }
}

/** What was found, in the one shape in which programs are told it. */
export function findingAnswer(territory: Territory, finding: Finding): FindingAnswer {
  const { query, on, choice, units, namesakes } = finding
  return {
    query,
    on,
    choice,
    units: units.map(({ unit, by, of, whole, decided }) => ({
      ...briefOf(unit),
      by,
      formerly: formerNames(territory, unit),
      of: of.map(briefOf),
      whole,
      decided,
      document: unit.document,
    })),
    namesakes: namesakes.map(({ unit, heirs }) => ({
      ...briefOf(unit),
      now: heirs.map((heir) => briefOf(heir.unit)),
    })),
  }
}

/** "Xã Phổ Nhơn", "Xã Phổ Phong": each once, without the name it bears itself. */
export function formerNames(territory: Territory, unit: UnitVersion): string[] {
  const names = formerUnits(territory, unit.id)
    .filter(({ from }) => from < unit.from)
    .map(fullName)
  return [...new Set(names)].filter((name) => name !== fullName(unit))
}

export function crosswalkAnswer({ rows, lost, found, ...rest }: Crosswalk): CrosswalkAnswer {
  return {
    from: rest.from,
    to: rest.to,
    tolerance: rest.tolerance,
    rows: rows.map((row) => ({
      ...row,
      from: briefOf(row.from),
      to: briefOf(row.to),
      documents: row.documents.map(({ number }) => number),
    })),
    lost: lost.map(briefOf),
    found: found.map(briefOf),
    disagreements: rest.disagreements.map((each) => ({ ...each, ...endsOf(each) })),
    slivers: rest.slivers.map((each) => ({ ...each, ...endsOf(each) })),
    uncovered: rest.uncovered.map(({ unit, share }) => ({ unit: briefOf(unit), share })),
  }
}

const endsOf = ({ from, to }: { readonly from: UnitVersion; readonly to: UnitVersion }) => ({
  from: briefOf(from),
  to: briefOf(to),
})
