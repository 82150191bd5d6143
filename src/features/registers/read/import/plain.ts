import { canonical } from '../../../../domain/canonical.ts'
import { fold } from '../../../../domain/fold.ts'
import { decodeWkb, encodeWkb, mapPositions } from '../../../../domain/geometry/index.ts'
import { between, knownCrs, writtenCrs, type Crs, type Transform } from '../../../../domain/plane.ts'
import type { Law } from '../../../law/model.ts'
import type { Day } from '../../../../domain/day.ts'
import type { Definition, Field } from '../../model/definition.ts'
import type { Properties, Property } from '../../model/entry.ts'
import type { Candidate, ImportReading } from '../../model/import/candidate.ts'
import type { IssueCode } from '../../model/import/issue-texts.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { TownPlace } from '../../model/import/place.ts'
import { entryIssues, isWhole } from '../../rules/entry.ts'

/** What of a file's feature is read here. */
export interface PlainFeature {
  readonly layer: string
  readonly fid: string
  readonly wkb: Uint8Array | null
  readonly properties: Readonly<Record<string, unknown>>
}

export interface PlainReading {
  readonly definition: Definition
  readonly law: Law
  readonly on: Day
  readonly place: TownPlace
  /** How the coordinates are read; the record's own plane where nobody says. */
  readonly crs: Crs
}

/** The reference system that is named, or null. */
export function namedCrs(text: string, place: TownPlace): Crs | null {
  return knownCrs(place.systems).find(({ id }) => id === text) ?? writtenCrs(text, place.systems)?.crs ?? null
}

/** Features whose columns bear the names of the register's fields, one entry each. */
export function plainReading(features: readonly PlainFeature[], by: PlainReading): ImportReading {
  const way = between(by.crs, by.place.plane, by.place.operation)
  const key = keyColumn(features)
  const seen = new Map<string, number>()
  const candidates: Candidate[] = []
  const issues: ImportIssue[] = []
  let left = 0
  for (const feature of features) {
    const properties = valuesOf(feature, by.definition)
    const shape = geometryOf(feature, way)
    const at = { layer: feature.layer, fid: feature.fid }
    if (shape === null && !by.definition.optionalGeometry) {
      left++
      issues.push({ code: 'no-geometry', at, params: {}, count: 1 })
      continue
    }
    const content = canonical([properties, shape && Buffer.from(shape).toString('base64')])
    const sourceKey = key === null ? content : String(feature.properties[key])
    const copy = seen.get(sourceKey) ?? 0
    seen.set(sourceKey, copy + 1)
    candidates.push({ sourceKey, copy, origin: at, made: 'file', geometry: shape, properties })
    issues.push(...issuesOf(by, properties, shape, at, sourceKey))
  }
  const { length: entries } = candidates
  const sums = { features: features.length, entries, lines: 0, labels: 0, left, built: 0 }
  return { candidates, lines: [], labels: [], left: [], issues, sums }
}

function geometryOf({ wkb }: PlainFeature, { from, to, apply }: Transform): Uint8Array | null {
  if (wkb === null || from.id === to.id) return wkb
  return encodeWkb(mapPositions(decodeWkb(wkb), apply))
}

/** A column that numbers the features, each once. */
function keyColumn(features: readonly PlainFeature[]): string | null {
  const columns = Object.keys(features[0]?.properties ?? {})
  const named = columns.filter((name) => /^(id|fid|objectid|ma|madoituong|maxacdinh|gid|uuid)$/i.test(name))
  return (
    named.find((name) => {
      const values = new Set(features.map(({ properties }) => properties[name]))
      return values.size === features.length && !values.has(null) && !values.has(undefined)
    }) ?? null
  )
}

const plain = (text: string) => fold(text).replaceAll(/[^a-z0-9]/g, '')

function valuesOf({ properties }: PlainFeature, { fields }: Definition): Properties {
  const found: Record<string, Property> = {}
  for (const [column, value] of Object.entries(properties)) {
    const field = fields.find(({ key, name }) =>
      [key, name.vi, name.en].some((one) => plain(one) === plain(column)),
    )
    const read = field && valueOf(field, value)
    if (field && read !== undefined) found[field.key] = read
  }
  return found
}

function valueOf({ type }: Field, value: unknown): Property | undefined {
  if (typeof value === 'number' || typeof value === 'boolean')
    return type === 'text' || type === 'code' ? String(value) : value
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const numeric = type === 'number' || type === 'integer' || type === 'area'
  return numeric && Number.isFinite(Number(value)) ? Number(value) : value.trim()
}

const codes: Readonly<Record<string, IssueCode>> = {
  missing: 'value-missing',
  'unknown-code': 'unknown-code',
  'unverified-code': 'unverified-code',
  type: 'value-type',
  range: 'value-range',
  length: 'value-length',
}

function issuesOf(
  { definition, law, on }: PlainReading,
  properties: Properties,
  geometry: Uint8Array | null,
  at: ImportIssue['at'],
  key: string,
): ImportIssue[] {
  const whole = geometry === null || isWhole(decodeWkb(geometry))
  const source = { made: 'file', name: '' } as const
  const stage = definition.stages[0] ?? 'existing'
  const draft = { properties, geometry: whole ? geometry : null, stage, status: null, source }
  const found = entryIssues(definition, draft, law, on).flatMap(({ code, field, found }) => {
    const known = codes[code]
    return known
      ? [
          {
            code: known,
            at: { ...at, field },
            params: { field, found, number: 1 },
            count: 1,
            keys: [key],
          } as const,
        ]
      : []
  })
  return whole ? found : [...found, { code: 'ring-open', at, params: {}, count: 1, keys: [key] }]
}
