import { addDays, type Day } from '../../../domain/day.ts'
import type { Language } from '../../../domain/fault.ts'
import { formatDay } from '../../../ui/format.ts'
import { Chip } from '../../../ui/public/parts.tsx'
import { territoryWords } from '../messages/pages.ts'
import type { UnitVersion } from '../model.ts'
import { fullName } from '../rules/names.ts'
import { unitPath, unitPaths } from '../rules/paths.ts'

interface Spoken {
  readonly language: Language
}

/** The last day of a time whose end is exclusive, as it is written for people. */
export const lastDay = (to: Day | null): string | null => (to === null ? null : formatDay(addDays(to, -1)))

export function spanOf({ from, to, fromKnown }: UnitVersion, language: Language): string {
  return territoryWords(language).span(fromKnown ? formatDay(from) : null, lastDay(to))
}

export function UnitLink({ unit, language }: Spoken & { readonly unit: UnitVersion }) {
  return (
    <a href={unitPath(unit.id, language)} lang="vi">
      {fullName(unit)}
    </a>
  )
}

/** Several units in a line, each with its code. */
export function UnitLinks({ units, language }: Spoken & { readonly units: readonly UnitVersion[] }) {
  return (
    <>
      {units.map((unit, index) => (
        <span key={unit.id}>
          {index > 0 && '; '}
          <UnitLink unit={unit} language={language} /> ({unit.code})
        </span>
      ))}
    </>
  )
}

export function Decided({ decided, language }: Spoken & { readonly decided: boolean }) {
  return decided ? null : <Chip kind="open">{territoryWords(language).proposal}</Chip>
}

/** A form that works without a script: its answer is a page with an address of its own. */
export function FindForm({ language, query, on }: Spoken & { readonly query: string; readonly on: string }) {
  const words = territoryWords(language)
  return (
    <search>
      <form className="search" action={unitPaths[language].find} method="get">
        <label htmlFor="unit-q">{words.findLabel}</label>
        <input
          id="unit-q"
          name="q"
          type="search"
          defaultValue={query}
          maxLength={200}
          aria-describedby="unit-hint"
          autoComplete="off"
        />
        <button type="submit">{words.findButton}</button>
        <p id="unit-hint" className="small">
          {words.findHint}
        </p>
        <label htmlFor="unit-on">{words.onLabel}</label>
        <input id="unit-on" name="on" type="date" defaultValue={on} />
      </form>
    </search>
  )
}
