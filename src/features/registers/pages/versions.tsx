import { Button, TextInput } from '@mantine/core'
import { Form, Link, useLocation } from 'react-router'
import type { Language } from '../../../domain/fault.ts'
import { formatDay } from '../../../ui/format.ts'
import type { RegisterMessages } from '../messages/staff.ts'
import { cellText } from './cells.ts'
import type { Property } from '../model/entry.ts'
import type { FoundEntry } from './entry.tsx'
import { withQuery } from './query.ts'

interface VersionsProps {
  readonly t: RegisterMessages
  readonly language: Language
  readonly found: FoundEntry
}

/** All that was ever known: when it holds, when it was recorded, why, and what differs. */
export function Versions({ t, language, found }: VersionsProps) {
  const { versions, revisions, shown } = found
  const { search } = useLocation()
  const period = ({ from, to }: { from: string; to: string | null }) =>
    `${formatDay(from)} – ${to === null ? '…' : formatDay(to)}`
  const current = versions.filter(({ recorded }) => recorded.to === null).length
  return (
    <section aria-labelledby="lich-su">
      <h2 id="lich-su">{t.history(String(versions.length), String(current))}</h2>
      {found.differences.length > 0 && <Differences {...{ t, language, found }} />}
      <ScrollBox label={t.holds}>
        <table className="entries">
          <thead>
            <tr>
              <th scope="col">{t.holds}</th>
              <th scope="col">{t.recordedAt}</th>
              <th scope="col">{t.supersededAt}</th>
              <th scope="col">{t.disclosure}</th>
              <th scope="col">{t.reason}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((one) => (
              <tr key={one.key} className={one.key === shown.key ? 'chosen' : undefined}>
                <th scope="row">
                  <Link to={withQuery(search, { phien: one.key, xong: null })}>{period(one.valid)}</Link>
                  {one.key === shown.key && <span className="mark"> ◀ {t.shownVersion}</span>}
                </th>
                <td>{note(one.recorded.from)}</td>
                <td>{one.recorded.to === null ? t.stands : note(one.recorded.to)}</td>
                <td>{t.disclosures[one.disclosure]}</td>
                <td>{revisions.find(({ number }) => number === one.recorded.from)?.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {found.may.includes('register.undo') && !found.definition.copy && <Undo {...{ t, language, found }} />}
    </section>
  )

  function note(revision: number) {
    const found = revisions.find(({ number }) => number === revision)
    const instant = found && new Date(found.instant)
    return `${t.revision} ${revision}${instant ? `, ${timeText(instant, language)}` : ''}`
  }
}

const times = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })
const formats = { vi: times('vi-VN'), en: times('en-GB') } as const
const timeText = (instant: Date, language: Language) => formats[language].format(instant)

function Differences({ t, language, found }: VersionsProps) {
  const { definition, names } = found
  const said = (key: string, value: Property | null | undefined) => {
    const field = definition.fields.find((one) => one.key === key)
    if (value === undefined || value === null) return '–'
    return field ? cellText(field, value, names, language, t) : plain(key, String(value))
  }
  const plain = (key: string, value: string) => {
    if (key === 'status') return names['status']?.[value]?.[language] ?? value
    if (key === 'stage') return t.stages[value as 'planned'] ?? value
    return key === 'disclosure' ? (t.disclosures[value as 'public'] ?? value) : value
  }
  const nameOf = (key: string) =>
    definition.fields.find((one) => one.key === key)?.name[language] ??
    { stage: t.stage, status: t.status, disclosure: t.disclosure, accuracy: t.accuracy }[key] ??
    t.place
  return (
    <>
      <h3>{t.differs}</h3>
      <ul>
        {found.differences.map(({ key, before, after }) => (
          <li key={key}>
            {nameOf(key)}:{' '}
            {key === 'geometry' ? (
              t.placeChanged
            ) : (
              <>
                <del>{said(key, before)}</del> → <ins>{said(key, after)}</ins>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Undo({ t, found }: VersionsProps) {
  return (
    <details>
      <summary>{t.undo}</summary>
      <Form method="post" className="form">
        <input type="hidden" name="step" value="undo" />
        <p>{t.undoHint}</p>
        <TextInput
          name="revision"
          label={t.revision}
          defaultValue={String(found.latest)}
          required
          inputMode="numeric"
        />
        <TextInput name="reason" label={t.reason} required maxLength={1000} />
        <Button type="submit" variant="outline">
          {t.undo}
        </Button>
      </Form>
    </details>
  )
}

/** Wider than a phone: it scrolls by itself, and by keyboard. */
function ScrollBox({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
