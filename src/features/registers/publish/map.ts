import { canonicalJson, type Json } from '../../../domain/canonical-json.ts'
import { decodeWkb, mapPositions, rightHanded, type Position } from '../../../domain/geometry/index.ts'
import { between, crs84 } from '../../../domain/plane.ts'
import type { PublishedState } from '../../../domain/published-state.ts'
import { textFile, type PublishedFile } from '../../../platform/press/index.ts'
import type { Definition } from '../model/definition.ts'
import type { Entry, Release } from '../model/entry.ts'
import type { RecordPlane } from '../model/plane.ts'

/** A register as it is published: its entries over all days, those of one id in the order of their days. */
export interface PublishedRegister {
  readonly definition: Definition
  readonly versions: readonly Entry[]
}

/** The files of the edition of the map: what documents released, register by register, and what is in each. */
export function mapArtefacts(
  registers: readonly PublishedRegister[],
  state: PublishedState,
  ground: RecordPlane,
): Map<string, PublishedFile> {
  const notice = state.illustration ? 'DỮ LIỆU MINH HỌA' : null
  const all = registers.toSorted((a, b) => (a.definition.id < b.definition.id ? -1 : 1))
  const operation = { id: ground.operation.id, name: { ...ground.operation.name } }
  const head = {
    notice,
    state: { ...state, agency: { ...state.agency }, revision: { ...state.revision } },
    operation,
  }
  const listed = all.map((one) => summary(one))
  const files = new Map<string, PublishedFile>([
    [
      'api/map.json',
      textFile(canonicalJson({ ...head, registers: listed }), 'application/json; charset=utf-8'),
    ],
  ])
  for (const one of all)
    files.set(dataFile(one.definition.id), textFile(geoJson(one, ground, notice), 'application/geo+json'))
  return files
}

const dataFile = (register: string) => `du-lieu/${register}.geojson`

function summary({ definition, versions }: PublishedRegister): Json {
  const releases = new Map<string, Release>()
  for (const { releasedBy } of versions)
    if (releasedBy)
      releases.set(`${releasedBy.issuedOn} ${releasedBy.number} ${releasedBy.issuer}`, releasedBy)
  const { id, name, description, source, certainty, accuracy } = definition
  return {
    id,
    name: { ...name },
    description: { ...description },
    source: { ...source },
    certainty,
    accuracy,
    entries: new Set(versions.map((one) => one.id)).size,
    file: dataFile(id),
    releasedBy: [...releases]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { number, issuer, issuedOn }]) => ({ number, issuer, issuedOn })),
    fields: definition.fields.map(({ key, name: said, type, unit }) => ({
      key,
      name: { ...said },
      type,
      unit: unit ?? null,
    })),
  }
}

/** About a millimetre: no map of ours is better. */
const decimals = 8

/** Longitude and latitude (RFC 7946), one entry a line. */
function geoJson(
  { definition, versions }: PublishedRegister,
  { plane, operation }: RecordPlane,
  notice: string | null,
): string {
  const way = between(plane, crs84, operation)
  const round = (value: number) => Number(value.toFixed(decimals))
  const out = (position: Position): Position => {
    const [lon, lat] = way.apply(position)
    return [round(lon), round(lat)]
  }
  const lines = versions.map(({ id, valid, stage, status, accuracy, source, label, releasedBy, ...one }) =>
    canonicalJson({
      type: 'Feature',
      id,
      properties: {
        ...one.properties,
        'dothi:label': label,
        'dothi:from': valid.from,
        'dothi:to': valid.to,
        'dothi:stage': stage,
        'dothi:status': status,
        'dothi:accuracy': accuracy,
        'dothi:source': source.name,
        'dothi:releasedBy':
          releasedBy && `${releasedBy.number}, ${releasedBy.issuer}, ${releasedBy.issuedOn}`,
      },
      geometry: one.geometry && (rightHanded(mapPositions(decodeWkb(one.geometry), out)) as unknown as Json),
    }),
  )
  const head = canonicalJson({
    type: 'FeatureCollection',
    name: definition.id,
    notice,
    operation: { id: operation.id, name: { ...operation.name } },
  })
  return `${head.slice(0, -1)},"features":[\n${lines.join(',\n')}\n]}\n`
}
