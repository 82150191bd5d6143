import type { Geometry } from '../../../../domain/geometry/index.ts'
import { dimensionOf, planarLength, runsOf } from '../../../../domain/geometry/index.ts'
import type { MapFeature, PropertyValue } from '../../../../platform/formats/map/index.ts'
import type { Properties, Property } from '../../model/entry.ts'
import type { Candidate, ImportReading, LabelPart, LinePart, Origin } from '../../model/import/candidate.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { GroupMapping, Mapping } from '../../model/import/mapping.ts'
import { codebookOf, type Codebook } from '../../rules/import/codebook.ts'
import { planKindOf } from '../../rules/import/column-words.ts'
import { isRoadAxis } from '../../rules/import/line-words.ts'
import { townIndex } from './checks/town.ts'
import type { ImportContext } from './context.ts'
import { Gatherer } from './gather.ts'
import { candidateKey, contentOf, isZero, keyed, keyText, type Keyless, type KeyParts } from './keys.ts'
import { layerReader, type LayerReader } from './layer.ts'
import { columnIssues } from './left-columns.ts'
import { issuesOfNotes } from './notes.ts'
import { cellText, groupKey, signOf, type LayerProfile } from './profile.ts'
import { TextCells, without, type Dropped, type EntryBody } from './text-cells.ts'
import { placed, type PlaceIssue, type Placing } from './placed.ts'
import { kindNames, proposeGroup } from './propose.ts'
import { textsOf, type Texts } from './texts.ts'
import { readCell } from './values.ts'

type Values = Record<string, Property>

/** What is known of a file when all of it is read. */
export interface FinishedReading extends Omit<ImportReading, 'candidates'> {
  /** The entry that was read as number `index`, with its key. */
  readonly candidate: (body: EntryBody, index: number) => Candidate
}

/**
 * Reads features by a mapping, in as many pieces as they come. Every feature ends as an entry, as a part of line
 * work, as a label, or in the list of what was left out.
 */
export class ImportReader {
  private readonly mapping: Mapping
  private readonly context: ImportContext
  private readonly layers: ReadonlyMap<string, LayerReader>
  private readonly texts: Texts
  private readonly book: Codebook | null
  private readonly placing: Placing
  private readonly gathered = new Gatherer()
  private readonly rows: Keyless[] = []
  private readonly cells: TextCells
  private bodies: EntryBody[] = []
  private readonly lines: LinePart[] = []
  private readonly labels: LabelPart[] = []
  private readonly axes: LinePart[] = []
  private features = 0
  private left = 0

  constructor(mapping: Mapping, profiles: readonly LayerProfile[], context: ImportContext) {
    this.mapping = mapping
    this.context = context
    this.layers = new Map(mapping.layers.map((layer) => [layer.layer, layerReader(layer, context)]))
    this.texts = textsOf(profiles.flatMap(textsIn), context)
    this.placing = { closeRings: mapping.closeRings, town: townIndex(context.town) }
    this.cells = new TextCells(context.register)
    this.book = codebookOf(context.register, context.law, context.on)
  }

  add(features: readonly MapFeature[]): void {
    for (const feature of features) this.one(feature)
  }

  /** The entries read since it was last asked. They are not kept here: a large map is read in blocks. */
  drain(): EntryBody[] {
    const { bodies } = this
    this.bodies = []
    return bodies
  }

  /** All that was not drained, and what is known of the whole. */
  finish(): ImportReading {
    const bodies = this.drain()
    const { candidate, ...reading } = this.close()
    return { ...reading, candidates: bodies.map(candidate) }
  }

  close(): FinishedReading {
    const dropped = this.leavePersonal()
    const { keys, issues: keyIssues } = keyed(this.rows)
    const keyOf = (entry: number) => candidateKey(keys[entry]!)
    const { features, lines, labels, axes, left } = this
    return {
      candidate: (body, index) => ({ ...without(body, dropped, index), ...keys[index]! }),
      lines,
      labels,
      axes,
      left: this.gathered.leftOut(),
      issues: [
        ...columnIssues(this.mapping),
        ...this.gathered.finish(keyOf),
        ...keyIssues,
        ...this.texts.issues(),
        ...(features === 0 ? [nothingRead] : []),
      ],
      sums: {
        features,
        entries: keys.length,
        lines: lines.length,
        labels: labels.length,
        left,
        built: 0,
      },
    }
  }

  private one(feature: MapFeature): void {
    this.features++
    // A layer that the mapping does not know is of another file: nothing of it is guessed.
    const layer =
      this.layers.get(feature.layer) ?? (this.layers.size === 1 ? [...this.layers.values()][0] : undefined)
    const origin: Origin = { layer: feature.layer, fid: feature.fid }
    if (!layer) return this.leave('group-unmapped', origin)
    const { cad, colour } = signOf(feature, layer.mapping)
    const at: Origin = cad === null ? origin : { ...origin, cad }
    const place = placed(feature.wkb, layer, this.placing)
    if (place.kind === 'refused') return this.refuse(place.issue, at)
    const geometry = place.kind === 'placed' ? place.geometry : null
    const group = this.groupOf(layer, { cad, colour }, geometry, at)
    const entry = group.use === 'entries' ? this.rows.length : null
    this.note(feature, at, entry)
    if (feature.style?.hidden) this.told('layer-hidden', at, { cad: cad ?? '–' }, entry)
    if (place.kind === 'placed' && place.issue) this.ofPlace(place.issue, at, entry)
    switch (group.use) {
      case 'left':
        if (place.kind === 'placed' && group.kind === 'line' && isRoadAxis(cad))
          this.axes.push({ origin: at, geometry: place.wkb })
        return this.leaveGroup(group, at)
      case 'lines':
        if (place.kind === 'placed') this.line(place.wkb, place.geometry, at, group)
        return
      case 'labels':
        return this.label(feature, layer, geometry, at)
      case 'entries':
        return this.entry(feature, layer, group, place.kind === 'placed' ? place.wkb : null, at)
    }
  }

  /** What the reading of the format noticed of one feature; what is the same of many is told once. */
  private note({ notes = [] }: MapFeature, origin: Origin, entry: number | null): void {
    for (const { code, at, params } of issuesOfNotes(notes))
      this.gathered.add({ code, at, params }, origin, entry, code === 'collection-split')
  }

  private groupOf(
    layer: LayerReader,
    sign: { cad: string | null; colour: string | null },
    geometry: Geometry | null,
    origin: Origin,
  ): GroupMapping {
    const kind = geometry === null ? 'none' : kinds[dimensionOf(geometry.type)]
    const key = groupKey(sign.cad, sign.colour, kind)
    const known = layer.groups.get(key)
    if (known) return known
    const plan = planKindOf(this.context.fileName)
    const coded = layer.columns.some(({ field }) => field.key === this.book?.field)
    const group = proposeGroup({ ...sign, kind, count: 0, closed: 0 }, this.context, {
      book: coded ? null : this.book,
      plan,
      texts: this.texts,
    })
    layer.groups.set(key, group)
    this.gathered.add(
      {
        code: 'group-unmapped',
        at: { layer: origin.layer, cad: origin.cad },
        params: { cad: sign.cad ?? kind },
      },
      origin,
      null,
      true,
    )
    return group
  }

  private leave(code: ImportIssue['code'], origin: Origin, params: ImportIssue['params'] = {}): void {
    this.left++
    this.gathered.leave(code, origin)
    this.told(code, origin, params, null)
  }

  /** Of all alike together. */
  private told(
    code: ImportIssue['code'],
    origin: Origin,
    params: ImportIssue['params'],
    entry: number | null,
  ): void {
    this.gathered.add({ code, at: { layer: origin.layer, cad: origin.cad }, params }, origin, entry, true)
  }

  private refuse(issue: PlaceIssue, origin: Origin): void {
    this.left++
    this.gathered.leave(issue.code, origin)
    this.ofPlace(issue, origin, null)
  }

  private ofPlace({ position, ...issue }: PlaceIssue, origin: Origin, entry: number | null): void {
    const at = { layer: origin.layer, cad: origin.cad, position }
    this.gathered.add({ ...issue, at }, origin, entry, issue.code === 'crs-unknown')
  }

  private leaveGroup(group: GroupMapping, origin: Origin): void {
    const { geometry } = this.context.register
    if (group.kind === 'none') return this.leave('no-geometry', origin)
    if (group.cad === null && geometry !== 'any' && group.kind !== geometry)
      return this.leave('mixed-kinds', origin, { wanted: kindNames[geometry], found: kindNames[group.kind] })
    this.leave('left-out', origin, { cad: group.cad ?? kindNames[group.kind], why: group.reason })
  }

  private line(wkb: Uint8Array, geometry: Geometry, origin: Origin, group: GroupMapping): void {
    this.lines.push({ origin, geometry: wkb, ...(group.code !== null && { code: group.code }) })
    if (planarLength(geometry) === 0)
      this.gathered.add(
        { code: 'zero-length', at: { position: runsOf(geometry)[0]?.[0] }, params: {} },
        origin,
        null,
      )
    this.told('lines-kept', origin, { cad: group.cad ?? kindNames.line }, null)
  }

  private label(
    feature: MapFeature,
    { mapping }: LayerReader,
    geometry: Geometry | null,
    origin: Origin,
  ): void {
    const column = mapping.labelColumn
    const text = feature.style?.label ?? (column === null ? '' : cellText(feature.properties[column]))
    if (text === '' || geometry?.type !== 'Point')
      return this.leave('mixed-kinds', origin, { wanted: kindNames.area, found: kindNames.point })
    this.labels.push({ origin, at: geometry.coordinates, text: this.texts.of(text).text })
  }

  private entry(
    feature: MapFeature,
    layer: LayerReader,
    group: GroupMapping,
    wkb: Uint8Array | null,
    origin: Origin,
  ): void {
    const index = this.rows.length
    const properties: Values = { ...this.mapping.constants }
    // What a cell says and no field can hold stays beside the entry.
    const unread: string[] = group.cad === null ? [] : [`CAD: ${group.cad}`]
    for (const reader of layer.columns) {
      const cell = feature.properties[reader.mapping.from]
      const { value, issue } = readCell(cell, reader, this.texts)
      if (value === undefined && issue) unread.push(`${reader.mapping.from}: ${cellText(cell)}`)
      if (value !== undefined) properties[reader.field.key] = value
      if (issue) {
        const codes = issue.code === 'unknown-code' || issue.code === 'unverified-code'
        const at = { layer: origin.layer, field: reader.field.key }
        this.gathered.add({ ...issue, at }, origin, index, codes)
      }
    }
    this.fromGroup(properties, group, origin, index)
    this.missing(properties, group, origin, index)
    const accuracy = this.accuracyOf(feature, layer, origin, index)
    this.bodies.push({
      origin,
      made: 'file',
      geometry: wkb,
      properties,
      ...(accuracy !== undefined && { accuracy }),
      ...(unread.length > 0 && { note: unread.join('; ') }),
    })
    const own = this.ownKey(properties, feature, layer)
    const content = contentOf(feature.wkb, publicPart(feature.properties, layer))
    const digest = this.context.digest(content).slice(0, 32)
    this.rows.push({ origin, key: keyText(own), zero: isZero(own), digest })
    this.cells.add(properties, index)
  }

  /** What the CAD layer says: the code where it is known, the words, the name as it stands in the file. */
  private fromGroup(properties: Values, group: GroupMapping, origin: Origin, index: number): void {
    const { codeField, termField, cadField } = this.mapping
    if (cadField !== null && group.cad !== null) properties[cadField] ??= this.texts.of(group.cad).text
    if (codeField === null || (group.cad === null && group.colour === null)) return
    if (termField !== null && group.term !== null) properties[termField] ??= group.term
    if (properties[codeField] !== undefined) return
    if (group.code !== null) properties[codeField] = group.code
    const at = { layer: origin.layer, cad: origin.cad, field: codeField }
    const cad = group.cad ?? group.colour ?? ''
    const codes = group.choices.map(({ code }) => code)
    const set =
      codes.length > 0 ? { mend: { kind: 'set-code' as const, field: codeField, values: codes } } : {}
    if (group.code !== null)
      this.gathered.add(
        { code: 'code-proposed', at, params: { cad, code: group.code, why: group.reason } },
        origin,
        index,
        true,
      )
    else if (group.sureness === 'asked')
      this.gathered.add(
        { code: 'code-asked', at, params: { cad, choices: codes.join(', ') }, ...set },
        origin,
        index,
        true,
      )
    else
      this.gathered.add(
        {
          code: 'code-none',
          at,
          params: { cad, term: group.term ?? cad },
          mend: { kind: 'set-code', field: codeField },
        },
        origin,
        index,
        true,
      )
  }

  private missing(properties: Properties, group: GroupMapping, origin: Origin, index: number): void {
    const told = group.cad === null && group.colour === null ? null : this.mapping.codeField
    for (const field of this.context.register.fields)
      if (field.required && properties[field.key] === undefined && field.key !== told)
        this.gathered.add(
          {
            code: 'value-missing',
            at: { layer: origin.layer, field: field.key },
            params: { field: field.name },
            mend: { kind: 'set-value', field: field.key },
          },
          origin,
          index,
          true,
        )
  }

  private accuracyOf(
    feature: MapFeature,
    { accuracy }: LayerReader,
    origin: Origin,
    index: number,
  ): number | undefined {
    if (!accuracy) return undefined
    const { value } = readCell(feature.properties[accuracy.mapping.from], accuracy, this.texts)
    if (typeof value !== 'number') return undefined
    // Better than a millimetre nobody measures; worse than 100 km is no place.
    if (value >= 0.001 && value <= 100_000) return value
    this.gathered.add(
      { code: 'accuracy-impossible', at: { field: 'accuracy' }, params: { found: value } },
      origin,
      index,
    )
    return undefined
  }

  private ownKey(properties: Properties, feature: MapFeature, { mapping }: LayerReader): KeyParts {
    const fields = this.context.register.key
    const mapped = fields?.some((field) => mapping.columns.some(({ to }) => to === field))
    if (fields && mapped) return fields.map((field) => properties[field] ?? '')
    return mapping.key.map((column) => cellText(feature.properties[column]))
  }

  /** Answers which entries lose which field, because it turned out to be personal. */
  private leavePersonal(): Dropped {
    const found = this.cells.personal()
    for (const { key, what, verdict, rows } of found)
      for (const i of rows)
        this.gathered.add(
          {
            code: verdict === 'refused' ? 'personal-column' : 'personal-doubt',
            at: { field: key },
            params: { column: key, what, number: 0 },
          },
          this.rows[i]!.origin,
          i,
          true,
        )
    return new Map(found.map(({ key, rows }) => [key, new Set(rows)]))
  }
}

const nothingRead: ImportIssue = { code: 'nothing-read', at: {}, params: {}, count: 1 }

const kinds = ['point', 'line', 'area'] as const

/** Texts by which the font of a file is told: what its columns hold. */
const textsIn = ({ columns, groups }: LayerProfile): string[] => [
  ...columns.flatMap(({ values }) => [...values.keys()]),
  ...groups.map(({ cad }) => cad ?? ''),
]

/** Attributes that may be looked at: what is personal is no part of a key either. */
function publicPart(
  properties: MapFeature['properties'],
  { mapping }: LayerReader,
): Record<string, PropertyValue> {
  const hidden = new Set(mapping.leftColumns.filter(({ personal }) => personal).map(({ column }) => column))
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.has(name)))
}
