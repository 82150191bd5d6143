import type { Language } from '../../../domain/fault.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import type { Legend } from '../rules/legend.ts'

interface LegendProps {
  readonly t: RegisterMessages
  readonly language: Language
  readonly legend: Legend
  /** The codes on the map now: colours of what is not there are left out. */
  readonly codes: ReadonlySet<string>
}

/** Each colour with its code in words, and how sure we are that the law gives it. */
export function LegendList({ t, language, legend, codes }: LegendProps) {
  const rows = legend.rows.filter(({ code }) => codes.has(code))
  const known = new Set(legend.rows.map(({ code }) => code))
  const others = [...codes].filter((code) => !known.has(code))
  if (legend.field === null || codes.size === 0) return null
  return (
    <section aria-labelledby="chu-giai">
      <h2 id="chu-giai" className="legend-title">
        {t.legend}
      </h2>
      <ul className="legend">
        {rows.map(({ code, name, colour, certainty }) => (
          <li key={code}>
            <svg width="22" height="14" aria-hidden>
              <rect width="22" height="14" fill={colour} stroke="#3d4b4c" />
            </svg>{' '}
            <strong>{code}</strong> {name[language]} <small>({t.certainties[certainty]})</small>
          </li>
        ))}
        {others.length > 0 && (
          <li>
            <svg width="22" height="14" aria-hidden>
              <rect width="22" height="14" fill={legend.plain} stroke="#3d4b4c" />
              <path d="M0 14L14 0M8 14L22 0" stroke="#18282b" />
            </svg>{' '}
            {t.otherColour}: {others.map((code) => code || t.noCode).join(', ')}
          </li>
        )}
      </ul>
    </section>
  )
}
