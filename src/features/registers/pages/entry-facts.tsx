import { Link } from 'react-router'
import type { Language } from '../../../domain/fault.ts'
import { formatDay, formatNumber } from '../../../ui/format.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import { cellText, statusText } from './cells.ts'
import type { FoundEntry } from './entry.tsx'

interface FactsProps {
  readonly t: RegisterMessages
  readonly language: Language
  readonly found: FoundEntry
  readonly to: (id: string) => string
}

type Line = readonly [name: string, value: React.ReactNode]

function Facts({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <dl className="facts">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Values, place and trace of the version shown. */
export function EntryFacts(props: FactsProps) {
  const { t, language, found } = props
  const { definition, value, names } = found
  const filled = definition.fields.filter(({ key }) => value.properties[key] !== undefined)
  return (
    <>
      <h2>{t.values}</h2>
      <Facts
        lines={[
          ...filled.map((field): Line => [
            field.name[language],
            cellText(field, value.properties[field.key], names, language, t),
          ]),
          [t.stage, t.stages[value.stage]],
          [t.status, statusText(value, names, language) || '–'],
          [t.accuracy, value.accuracy === null ? t.unknown : `±${formatNumber(value.accuracy, language)} m`],
          [t.disclosure, t.disclosures[value.disclosure]],
          ...released(props),
        ]}
      />
      <h2>{t.place}</h2>
      <Place {...props} />
      <h2>{t.trace}</h2>
      <Facts lines={trace(props)} />
    </>
  )
}

function released({ t, found }: FactsProps): Line[] {
  const by = found.value.releasedBy
  return by ? [[t.releasedBy, `${by.number}, ${by.issuer}, ${formatDay(by.issuedOn)}`]] : []
}

function trace({ t, found, to }: FactsProps): Line[] {
  const { source } = found.value
  const lines: readonly (readonly [string, string | number | undefined])[] = [
    [t.source, source.name],
    [t.made, t.mades[source.made]],
    [t.file, source.sha256 && `sha-256 ${source.sha256.slice(0, 16)}…`],
    [t.layer, source.layer],
    [t.feature, source.feature],
    [t.dataDay, source.day && formatDay(source.day)],
    [t.terms, source.terms],
    [t.operationUsed, source.operation],
    [t.tolerance, source.tolerance === undefined ? undefined : `${source.tolerance} m`],
    [t.note, source.note],
    [t.sourceKey, found.identity?.sourceKey],
  ]
  const told = lines.flatMap(([name, value]): Line[] =>
    value === undefined || value === '' ? [] : [[name, value]],
  )
  if (!source.madeFrom) return told
  const links = source.madeFrom.map((id) => (
    <span key={id}>
      <Link to={to(id)}>{id}</Link>{' '}
    </span>
  ))
  return [...told, [t.madeFrom, links]]
}

function Place({ t, language, found, to }: FactsProps) {
  const { place, neighbours } = found
  if (!place) return <p>{t.noPlace}</p>
  const metres = (value: number) => formatNumber(Math.round(value * 100) / 100, language)
  const { fault } = place
  return (
    <>
      {fault && (
        <p className="why">
          ⚠ {t.faults[fault.reason]}
          {fault.at && ` – X ${metres(fault.at[1])}, Y ${metres(fault.at[0])}`}
        </p>
      )}
      <Facts
        lines={[
          ...(place.area > 0 ? [[t.area, `${metres(place.area)} m²`] as const] : []),
          ...(place.length > 0 ? [[t.length, `${metres(place.length)} m`] as const] : []),
          [t.vertices, String(place.positions)],
          [
            t.neighbours,
            neighbours.length === 0
              ? t.noNeighbours
              : neighbours.map(({ id, label }) => (
                  <span key={id} className="one">
                    <Link to={to(id)}>{label}</Link>
                  </span>
                )),
          ],
        ]}
      />
      <details>
        <summary>{t.coordinates}</summary>
        <table className="entries coords">
          <thead>
            <tr>
              <th scope="col">{t.vertex}</th>
              <th scope="col">X (m)</th>
              <th scope="col">Y (m)</th>
            </tr>
          </thead>
          <tbody>
            {place.text.split('\n').map((line, i) => {
              const [sign, x, y] = line.split('\t')
              return (
                // A table of the same length in the same order: nothing moves in it.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={i}>
                  <th scope="row">{sign}</th>
                  <td className="number">{x}</td>
                  <td className="number">{y}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </details>
    </>
  )
}
