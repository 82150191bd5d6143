import type { Language } from '../../../../domain/fault.ts'
import { PathChart } from '../../../../ui/public/chart.tsx'
import { formatNumber } from '../../../../ui/format.ts'
import { Chip } from '../../../../ui/public/parts.tsx'
import { publicWords } from '../../messages/public.ts'
import { comparatorWord, valueWords } from '../../messages/values.ts'
import type { PublishedTarget, PublishedValue } from '../../model/published.ts'
import { slugOf } from '../../rules/address.ts'
import { pointsOf } from '../../rules/targets.ts'
import { sentenceCase } from './document-title.ts'
import { clausePath } from './paths.ts'

interface CardProps {
  readonly target: PublishedTarget
  readonly language: Language
}

/** Where a target stands on the page of targets. */
export function targetAnchor(key: string): string {
  return `chi-tieu-${slugOf(key)}`
}

/** One target with its path from the baseline; what is not known is said in the place where it would stand. */
export function TargetCard({ target, language }: CardProps) {
  const words = publicWords(language)
  const points = pointsOf(target)
  const { undrawn, baselineUndrawn } = notDrawn(target)
  return (
    <article className="card target">
      <h3 lang="vi">{sentenceCase(target.indicator)}</h3>
      <p className="small soft">
        {target.scope && <span lang="vi">{target.scope}</span>}
        {target.scope && target.unit && ' · '}
        {target.unit && words.unit(target.unit)}
      </p>
      {points.length > 0 ? (
        <PathChart
          label={targetSentence(target, language)}
          unknown={target.baseline ? null : words.noBaseline}
          points={points.map((point) => ({
            year: point.year,
            value: point.value,
            said: comparatorWord(point.comparator, language),
            number: formatNumber(point.value, language) + (target.unit === '%' ? '%' : ''),
            hollow: point.known === 'baseline',
          }))}
        />
      ) : null}
      {(undrawn.length > 0 || baselineUndrawn) && (
        <ul className="small">
          {baselineUndrawn && target.baseline && (
            <li>
              {words.baseline}: <b>{valueWords(target.baseline, target.unit, language)}</b> (
              {words.baselineYear(target.baseline.year)})
            </li>
          )}
          {undrawn.map((value) => (
            <li key={`${value.year} ${value.text}`}>
              {value.year === null ? words.noYear : words.toYear(value.year)}:{' '}
              <b>{valueWords(value, target.unit, language)}</b>
            </li>
          ))}
        </ul>
      )}
      <div className="chips">
        <Chip kind="open">{words.noReport}</Chip>
        {points.length === 0 && !target.baseline && <Chip kind="open">{words.noBaseline}</Chip>}
        {target.clause && <a href={clausePath(target.clause, language)}>{words.inDocument}</a>}
      </div>
    </article>
  )
}

/** What has no number or no year stands below the chart in words. */
function notDrawn({ values, baseline }: PublishedTarget) {
  const drawn = (value: Pick<PublishedValue, 'year' | 'value'>) =>
    value.year !== null && typeof value.value === 'number'
  return {
    undrawn: values.filter((value) => !drawn(value)),
    baselineUndrawn: baseline !== null && !drawn(baseline),
  }
}

/** The chart in a sentence, for those who hear it. */
function targetSentence(target: PublishedTarget, language: Language): string {
  const words = publicWords(language)
  const baseline = target.baseline
    ? `${words.baseline} ${words.baselineYear(target.baseline.year)}: ${valueWords(target.baseline, target.unit, language)}`
    : words.noBaseline
  const values = target.values.map(
    (value) =>
      `${value.year === null ? words.noYear : words.toYear(value.year)}: ${valueWords(value, target.unit, language)}`,
  )
  return `${target.indicator}. ${[baseline, ...values].join('; ')}.`
}
