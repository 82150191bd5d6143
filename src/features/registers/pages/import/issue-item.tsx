import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Form } from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import { formatNumber } from '../../../../ui/format.ts'
import type { ImportMessages } from '../../messages/import-pages.ts'
import type { FoundIssues } from './issues.tsx'

interface Part {
  readonly t: ImportMessages
  readonly language: Language
  readonly found: FoundIssues
}

type Issue = FoundIssues['issues'][number]
type Click = NonNullable<Issue['click']>

interface ItemProps extends Part {
  readonly issue: Issue
  readonly chosen: boolean
  readonly onPick: (id: string) => void
}

/** One issue: where, what, how to mend it, and the one click that does. */
export function IssueItem({ t, language, found, issue, chosen, onPick }: ItemProps) {
  const { seq, weight, at, text, mend, fids, count, click, mended } = issue
  return (
    <li className={chosen ? `${weight} chosen` : weight} id={`v-${seq}`}>
      <strong>{text[language]}</strong>
      {at !== '' && (
        <div className="at">
          {t.place}: {at}
        </div>
      )}
      {count > 1 && fids.length > 0 && (
        <div className="at">
          {t.features(fids.join(', '))}
          {count > fids.length && ' …'} ({formatNumber(count, language)})
        </div>
      )}
      <div>
        {t.proposal}: {mend[language]}
      </div>
      <div className="steps">
        {mended !== null && <span className="chip good">{t.wasMended(String(mended))}</span>}
        {click && mended === null && (readings.has(click.kind) || mendable(found)) && (
          <MendForm t={t} language={language} found={found} click={click} name="issue" value={String(seq)} />
        )}
        {issue.placed && (
          <Button
            variant="default"
            size="compact-md"
            aria-pressed={chosen}
            aria-label={`${t.show}: ${at}`}
            onClick={() => onPick(String(seq))}
          >
            {t.show}
          </Button>
        )}
      </div>
    </li>
  )
}

/** These only read the file another way; they are open where no entry may be edited. */
const readings = new Set<Click['kind']>(['close-rings', 'swap-axes', 'set-crs'])

const mendable = ({ copy, mayMend }: FoundIssues) => mayMend && !copy

/** One click for all of the kind that is shown, where all are mended alike. */
export function MendAll({ t, language, found }: Part) {
  const open = found.counts.find(({ code }) => code === found.asked.code)
  const first = found.issues.find(({ click, mended }) => click !== null && mended === null)
  const alike = found.issues.every(
    ({ click }) => click === null || (click.kind === first?.click?.kind && click.field === first.click.field),
  )
  const left = open ? open.count - open.mended : 0
  if (!first?.click || !alike || left < 2) return null
  if (!readings.has(first.click.kind) && !mendable(found)) return null
  return (
    <div className="many">
      <MendForm
        t={t}
        language={language}
        found={found}
        click={first.click}
        name="code"
        value={first.code}
        all={formatNumber(left, language)}
      />
    </div>
  )
}

interface MendProps extends Part {
  readonly click: Click
  readonly name: 'issue' | 'code'
  readonly value: string
  /** How many it is about, where it is about all of a kind. */
  readonly all?: string
}

function MendForm({ t, language, found, click, name, value, all }: MendProps) {
  const label = t.clicks[click.kind]
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name={name} value={value} />
      <Value language={language} found={found} click={click} label={fieldLabel(t, language, found, click)} />
      <Button type="submit" variant={all ? 'outline' : 'filled'} size="compact-md">
        {all ? t.allOfKind(label, all) : label}
      </Button>
    </Form>
  )
}

function fieldLabel(t: ImportMessages, language: Language, { fields }: FoundIssues, { kind, field }: Click) {
  if (kind === 'set-crs') return t.crs
  return fields.find(({ key }) => key === field)?.name[language] ?? t.code
}

/** What a person chooses, where the mend asks for it: of the values proposed, else of the field's list, else typed. */
function Value({
  language,
  found,
  click,
  label,
}: Pick<Part, 'language' | 'found'> & { readonly click: Click; readonly label: string }) {
  const { kind, field = '', values = [] } = click
  if (kind !== 'set-code' && kind !== 'set-value' && kind !== 'set-crs') return null
  const codes = found.codes[field] ?? {}
  const named = (code: string) => {
    const name = kind === 'set-crs' ? found.systems[code.split(/[/@]/)[0] ?? ''] : codes[code]
    const words = name?.[language]
    return words === undefined || words === code ? code : kind === 'set-crs' ? words : `${code} – ${words}`
  }
  const offered = [...new Set([...values, ...(kind === 'set-crs' ? [] : Object.keys(codes))])]
  const props = { name: 'value', 'aria-label': label, size: 'xs', required: true } as const
  if (offered.length === 0) return <TextInput {...props} />
  return (
    <NativeSelect
      {...props}
      data={[
        { value: '', label: label },
        ...offered.map((code) => ({
          value: code,
          label: kind === 'set-crs' && code.endsWith('/yx') ? `${named(code)} (YX)` : named(code),
        })),
      ]}
    />
  )
}
