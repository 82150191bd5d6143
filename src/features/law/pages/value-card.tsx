import { Title } from '@mantine/core'
import type { Language } from '../../../domain/fault.ts'
import { formatDay } from '../../../ui/format.ts'
import type { LawMessages } from '../messages/staff.ts'
import { certaintyWords, readingText } from '../messages/value.ts'
import type { EntryView, ParameterView } from '../rules/view.ts'
import { CheckForm, TakeBackForm } from './check-form.tsx'
import { LawTable } from './law-table.tsx'
import { Source } from './source.tsx'

interface Shown {
  readonly view: ParameterView
  readonly t: LawMessages
  readonly language: Language
}

/** A value as it stands on the day asked for, where it comes from, and what held before and will hold after. */
export function ValueCard({ view, t, language }: Shown) {
  const { now } = view
  return (
    <article className="law-value" aria-labelledby={view.id}>
      <Title order={2} size="h4" id={view.id} tabIndex={-1}>
        {view.description[language]}
      </Title>
      {now ? <Entry entry={now} view={view} t={t} language={language} /> : <p>{t.none}</p>}
      <dl className="law-facts">
        <dt>{t.applies}</dt>
        <dd>{view.applies[language]}</dd>
      </dl>
      {view.others.length > 0 && (
        <details>
          <summary>
            {t.history} ({view.others.length})
          </summary>
          {view.others.map((entry) => (
            <Entry key={entry.from} entry={entry} view={view} t={t} language={language} />
          ))}
        </details>
      )}
      <p className="law-id">
        <code>law/{view.id}</code>
      </p>
    </article>
  )
}

interface EntryProps extends Shown {
  readonly entry: EntryView
}

function Entry({ entry, view, t, language }: EntryProps) {
  const { reading, standing, check, checked } = entry
  const unknown = reading.state === 'unknown'
  return (
    <div className="law-entry">
      <p className="law-reading">
        <strong>{readingText(reading, view, language)}</strong>{' '}
        <span className={`law-standing ${standing}`}>{unknown ? t.unknown : t[standing]}</span>
      </p>
      <dl className="law-facts">
        <dt>{t.from}</dt>
        <dd>{formatDay(entry.from)}</dd>
        <dt>{t.document}</dt>
        <dd>
          <Source document={entry.document} article={reading.article} t={t} language={language} />
        </dd>
        <dt>{t.certainty}</dt>
        <dd>
          {certaintyWords[language][reading.certainty]} · {t.recorded} {formatDay(reading.recorded)}
        </dd>
        <Fact name={t.lookUp} text={reading.lookUp?.[language]} />
        <Fact name={t.note} text={reading.note?.[language]} />
        <Fact name={t.checkedBy} text={checked ? `${checked.by}, ${formatDay(checked.on)}` : undefined} />
        <Fact
          name={t.checkedBy}
          text={
            check
              ? `${check.result === 'agrees' ? t.agrees : t.differsResult}: ${check.gazette} – ${t.post} ${check.post}, ${formatDay(check.on)}${check.note ? `. ${check.note}` : ''}`
              : undefined
          }
        />
        {entry.earlier.map((one) => (
          <Fact
            key={one.recorded}
            name={`${t.recorded} ${formatDay(one.recorded)} ${t.earlier}`}
            text={`${readingText(one, view, language)}. ${one.why?.[language] ?? ''}`}
          />
        ))}
      </dl>
      <LawTable view={view} reading={reading} from={entry.from} t={t} language={language} />
      {check ? (
        <TakeBackForm parameter={view.id} from={entry.from} t={t} />
      ) : (
        <CheckForm parameter={view.id} from={entry.from} t={t} />
      )}
    </div>
  )
}

function Fact({ name, text }: { readonly name: string; readonly text: string | undefined }) {
  if (!text) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  )
}
