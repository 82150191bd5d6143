import type { Day } from '../../../../domain/day.ts'
import type { Finding } from '../../../../domain/finding.ts'
import type { Law } from '../../../law/model.ts'
import type { Definition } from '../../model/definition.ts'
import type { Entry } from '../../model/entry.ts'
import { entryCheck, type EntryIssue } from '../entry.ts'
import { hasHoles } from '../text/lossless.ts'
import type { GateCode } from '../../model/gate/kinds.ts'
import { finding } from './find.ts'

const codes: Readonly<Record<EntryIssue['code'], GateCode>> = {
  'unknown-field': 'impossible-value',
  missing: 'missing-value',
  type: 'impossible-value',
  range: 'impossible-value',
  length: 'impossible-value',
  'unknown-code': 'unknown-code',
  'unverified-code': 'unknown-code',
  status: 'unknown-code',
  stage: 'impossible-value',
  accuracy: 'impossible-value',
  geometry: 'invalid-shape',
  'no-place': 'invalid-shape',
}

/** Checks what each entry of a register says of itself, on the day; `published` are registers with anything public. */
export function valueChecks(
  definition: Definition,
  law: Law,
  on: Day,
  published: boolean,
): (entry: Entry) => Finding[] {
  const issues = entryCheck(definition, law, on)
  const names = new Map<string, string>([
    ['status', 'tình trạng'],
    ['stage', 'giai đoạn'],
    ['accuracy', 'độ chính xác'],
    ...definition.fields.map(({ key, name }) => [key, name.vi] as const),
  ])
  const name = (key: string) => names.get(key) ?? key
  return (entry) => {
    const found = issues(entry).map(({ field, code, found: value }) =>
      finding(codes[code], [entry], { field: name(field), found: value.slice(0, 60) }),
    )
    for (const key in entry.properties) {
      const text = entry.properties[key]
      if (typeof text === 'string' && hasHoles(text))
        found.push(finding('broken-text', [entry], { field: name(key), found: text.slice(0, 60) }))
    }
    found.push(...sourceFindings(entry))
    if (published) found.push(...releaseFindings(definition, entry, on))
    return found
  }
}

function sourceFindings(entry: Entry): Finding[] {
  const { name, made, sha256, feature } = entry.source
  const from = made !== 'file' || sha256 !== undefined || feature !== undefined
  return [
    ...(name.trim() === '' || !from ? [finding('no-source', [entry])] : []),
    ...(entry.geometry !== null && entry.accuracy === null ? [finding('no-accuracy', [entry])] : []),
  ]
}

function releaseFindings(definition: Definition, entry: Entry, on: Day): Finding[] {
  const { disclosure, releasedBy } = entry
  if (disclosure !== 'public') return [finding('not-released', [entry], { register: definition.name.vi })]
  if (releasedBy === null || releasedBy.issuedOn <= on) return []
  return [finding('release-day', [entry], { document: releasedBy.number, day: releasedBy.issuedOn })]
}
